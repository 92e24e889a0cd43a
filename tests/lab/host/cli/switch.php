<?php

/** `lab switch`: lists the switches, sets one, or sets all back. */

declare(strict_types=1);

use Lab\Settings;
use Lab\Switches;

require_once dirname(__DIR__) . '/autoload.php';

Settings::load(dirname(__DIR__, 3) . '/configuration.php');

try {
    if ($argc === 3) {
        Switches::set($argv[1], $argv[2]);
    } elseif ($argc === 2 && $argv[1] === 'defaults') {
        Switches::setDefaults();
    } elseif ($argc !== 1) {
        throw new InvalidArgumentException('usage: lab switch [NAME VALUE | defaults]');
    }
} catch (InvalidArgumentException $wrong) {
    fwrite(STDERR, $wrong->getMessage() . "\n");
    exit(2);
}

foreach ($argc === 1 ? Switches::all() : [] as $name => [$values, $section, $meaning]) {
    [$default, $others] = [array_shift($values), implode(' or ', $values)];
    printf("%s = %s   (%s by default, or %s; contract %s)\n    %s\n", $name, Switches::get($name), $default, $others, $section, $meaning);
}
