<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * Numbers with their names as bars that lie, each with its number: it can be read without its colour. Drawn for 360 units,
 * so that a telephone shows its text in full size.
 */
final class BarChart
{
    private const WIDTH = 360;
    private const ROW = 40;

    /**
     * @param array<string, int> $numbers by their names
     */
    public function __construct(private readonly string $title, private readonly array $numbers)
    {
    }

    public function svg(): string
    {
        if ($this->numbers === []) {
            return '';
        }

        return View::render('bars', [
            'title' => $this->title,
            'description' => implode(', ', array_map(
                static fn (string $name, int $number): string => "$number $name",
                array_keys($this->numbers),
                $this->numbers
            )),
            'width' => self::WIDTH,
            'height' => self::ROW * count($this->numbers),
            'colour' => ChartColour::GREEN,
            'bars' => $this->bars(),
        ]);
    }

    /**
     * @return array<int, array{label: string, top: int, width: int}>
     */
    private function bars(): array
    {
        $most = max(1, ...array_values($this->numbers));
        $bars = [];
        foreach ($this->numbers as $name => $number) {
            $bars[] = [
                'label' => "$number $name",
                'top' => self::ROW * count($bars),
                'width' => max($number > 0 ? 2 : 0, intdiv($number * self::WIDTH, $most)),
            ];
        }

        return $bars;
    }
}
