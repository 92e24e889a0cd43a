<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * New and ended plans of each month as bars, and the active ones as a line above them with a scale of its own: where thousands
 * are active, a few new ones would not be seen beside them.
 */
final class MonthChart
{
    private const LEFT = 24;
    private const STEP = 28;
    private const HALF = 80;

    /**
     * @param non-empty-array<string, array{new: int, ended: int, active: int}> $months by their names, as 2026-11
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $months, private readonly array $text)
    {
    }

    public function svg(): string
    {
        return View::render('months', ['text' => $this->text, 'columns' => $this->columns(), 'description' => $this->description()]);
    }

    /**
     * @return array<int, array{x: int, label: string, active: int, y: int, new: int, ended: int}> heights and places in units
     */
    private function columns(): array
    {
        $active = max(1, ...array_column($this->months, 'active'));
        $changes = max(1, ...array_column($this->months, 'new'), ...array_column($this->months, 'ended'));
        $height = static fn (int $number, int $most): int => max($number > 0 ? 2 : 0, intdiv($number * self::HALF, $most));
        $columns = [];
        foreach ($this->months as $name => $month) {
            $columns[] = [
                'x' => self::LEFT + self::STEP * count($columns),
                'label' => substr($name, 5),
                'active' => $month['active'],
                'y' => 20 + self::HALF - $height($month['active'], $active),
                'new' => $height($month['new'], $changes),
                'ended' => $height($month['ended'], $changes),
            ];
        }

        return $columns;
    }

    private function description(): string
    {
        $said = [];
        foreach ($this->months as $name => $month) {
            $said[] = "$name: {$this->text['overview_new']} $month[new], {$this->text['overview_ended']} $month[ended], "
                . "{$this->text['overview_active']} $month[active]";
        }

        return implode('; ', $said);
    }
}
