<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The checklist of the set-up, made anew each time the page is opened, from what is in WHMCS's database and what was seen
 * before: nothing remote is asked.
 */
final class Setup
{
    /** @var array<string, array<int, SetupLine>> by the heading's name */
    private readonly array $lines;

    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     * @param string|null $problem what keeps everything else from being looked at
     */
    public function __construct(#[\SensitiveParameter] array $vars, array $text, ?string $problem)
    {
        $machine = new MachineLines($text);
        $this->lines = $problem !== null ? ['machine' => $machine->stopped($problem)] : [
            'machine' => $machine->all(),
            'key' => (new KeyLines($vars, $text))->all(),
            'shop' => [...(new ShopLines($text, Page::link($vars)))->all(), ...(new MovingLines($text, Page::link($vars)))->all()],
        ];
    }

    public function isComplete(): bool
    {
        return $this->left() === 0;
    }

    /** How many lines wait for somebody. */
    public function left(): int
    {
        $open = static fn (SetupLine $line): bool => $line->state === SetupLine::TODO;

        return count(array_filter(array_merge(...array_values($this->lines)), $open));
    }

    /**
     * @return array<string, mixed> for the template
     */
    public function data(): array
    {
        return [
            'lines' => $this->lines,
            'left' => $this->left(),
        ];
    }
}
