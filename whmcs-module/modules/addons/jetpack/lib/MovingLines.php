<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The set-up of who comes from another Jetpack module: none of it keeps plans from being sold.
 */
final class MovingLines
{
    /**
     * @param array<string, string> $text
     * @param string $link the addon's page
     */
    public function __construct(private readonly array $text, private readonly string $link)
    {
    }

    /**
     * @return array<int, SetupLine> those that there is something to say of
     */
    public function all(): array
    {
        $found = Moving::look();
        $files = OlderFiles::all();
        $reasons = [
            sprintf($this->text['setup_moving_services'], $found['services']) => $found['services'],
            sprintf($this->text['setup_moving_licences'], $found['licences']) => $found['licences'],
            sprintf($this->text['setup_moving_products'], $found['products']) => $found['products'],
        ];
        $lines = [];
        if (array_sum($found) > 0) {
            $lines[] = new SetupLine('moving', SetupLine::NOTE, implode(' ', array_keys(array_filter($reasons))), [
                'link' => "$this->link&tab=moving",
                'text' => $this->text['tab_moving'],
            ]);
        }
        if ($files !== []) {
            $alike = OlderFiles::alike();
            $lines[] = new SetupLine('files', SetupLine::NOTE, sprintf($this->text['setup_files'], implode(', ', $files))
                . ($alike === [] ? '' : ' ' . sprintf($this->text['setup_files_alike'], implode(', ', $alike))));
        }

        return $lines;
    }
}
