<?php

declare(strict_types=1);

namespace ContractTest;

use Throwable;

/** What must hold, and what was found out where WHMCS's documentation leaves it open. */
final class Report
{
    /** @var list<array{name: string, ok: bool, text: string}> */
    private array $checks = [];

    /** @var array<string, array{section: string, value: ?string, text: string}> */
    private array $found = [];

    /** What the module relies on. A failure says that it may not work in this WHMCS. */
    public function check(string $name, bool $isSo, string $otherwise = ''): void
    {
        $this->checks[] = ['name' => $name, 'ok' => $isSo, 'text' => $isSo ? '' : $otherwise];
    }

    /** What could not be checked, and why: no failure. */
    public function skip(string $name, string $why): void
    {
        $this->found["not checked: $name"] = ['section' => '', 'value' => null, 'text' => $why];
    }

    /** What this WHMCS does at an open point; by the name and in the words of the lab's switch, where there is one. */
    public function found(string $name, string $section, string $value, string $text = ''): void
    {
        $this->found[$name] = ['section' => $section, 'value' => $value, 'text' => $text];
    }

    /** A point that could not be asked. */
    public function open(string $name, string $section, string $why): void
    {
        $this->found[$name] = ['section' => $section, 'value' => null, 'text' => $why];
    }

    /**
     * Asks about one thing; what goes wrong there does not keep the others from being asked.
     *
     * @param callable(): void $ask
     */
    public function part(string $name, callable $ask): void
    {
        try {
            $ask();
        } catch (Throwable $error) {
            $place = basename($error->getFile()) . ':' . $error->getLine();
            $this->check($name, false, get_class($error) . ": {$error->getMessage()} ($place)");
        }
    }

    public function isGood(): bool
    {
        return !in_array(false, array_column($this->checks, 'ok'), true);
    }

    public function print(bool $asJson): void
    {
        echo $asJson ? json_encode($this->data(), JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE) . "\n" : $this->text();
    }

    /** @return array{checks: list<array{name: string, ok: bool, text: string}>, found: array<string, array{section: string, value: ?string, text: string}>} */
    public function data(): array
    {
        return ['checks' => $this->checks, 'found' => $this->found];
    }

    /**
     * Several as one.
     *
     * @param list<array<string, mixed>> $reports
     */
    public static function of(array $reports): self
    {
        $whole = new self();
        foreach ($reports as $data) {
            $whole->checks = [...$whole->checks, ...$data['checks']];
            $whole->found = $data['found'] + $whole->found;
        }

        return $whole;
    }

    private function text(): string
    {
        $text = '';
        foreach ($this->checks as $check) {
            $text .= ($check['ok'] ? 'ok    ' : 'FAIL  ') . $check['name'] . ($check['text'] === '' ? '' : ": {$check['text']}") . "\n";
        }
        $text .= $this->found === [] ? '' : "\nWhat the documentation leaves open (sections of docs/whmcs-contract.md):\n";
        foreach ($this->found as $name => $one) {
            $section = $one['section'] === '' ? '' : "  (§{$one['section']})";
            $text .= sprintf("%-34s %-14s %s%s\n", $name, $one['value'] ?? '?', $one['text'], $section);
        }

        return $text;
    }
}
