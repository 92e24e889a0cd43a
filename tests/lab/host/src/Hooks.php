<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/**
 * The hook points: who listens, and in which order. Ascending priority, lower first (U, contract section 3).
 *
 * A module's hooks.php is loaded on every page, but only once its presence was detected: for a server module when a
 * product's module settings are saved, for an addon when it is activated or its settings are saved (section 1.1). What a
 * listener throws is caught nowhere: it breaks the page.
 */
final class Hooks
{
    /** @var array<string, array<int, list<callable>>> */
    private static array $listeners = [];

    public static function load(): void
    {
        $active = self::list('ActiveAddonModules');
        foreach (self::list('ModuleHooks') as $module) {
            self::loadFile("servers/$module");
        }
        foreach (array_intersect(self::list('AddonModulesHooks'), $active) as $module) {
            self::loadFile("addons/$module");
        }
    }

    public static function add(string $point, int $priority, callable $listener): void
    {
        self::$listeners[$point][$priority][] = $listener;
    }

    /**
     * @param array<string, mixed> $arguments
     *
     * @return list<mixed> what the listeners returned, without the nulls
     */
    public static function run(string $point, array $arguments = [], bool $isUnpacked = false): array
    {
        $byPriority = self::$listeners[$point] ?? [];
        ksort($byPriority);
        $answers = [];
        $handed = $isUnpacked ? array_values($arguments) : [$arguments];
        foreach (array_merge(...$byPriority) as $listener) {
            $answers[] = Output::watch("hook $point", static fn (): mixed => $listener(...$handed));
        }

        return array_values(array_filter($answers, static fn (mixed $answer): bool => $answer !== null));
    }

    /** @param array<string, mixed> $arguments */
    public static function html(string $point, array $arguments = []): string
    {
        return implode('', array_filter(self::run($point, $arguments), 'is_string'));
    }

    /**
     * @param array<string, mixed> $arguments
     *
     * @return list<string> the sentences that validation hooks objected with
     */
    public static function objections(string $point, array $arguments): array
    {
        $all = [];
        foreach (self::run($point, $arguments) as $answer) {
            $all = array_merge($all, is_array($answer) ? array_values($answer) : [$answer]);
        }

        return array_values(array_filter($all, static fn (mixed $one): bool => is_string($one) && $one !== ''));
    }

    /** Looks whether a module has a hooks.php, and remembers it. $kind is `servers` or `addons`. */
    public static function detect(string $kind, string $module): void
    {
        $setting = $kind === 'servers' ? 'ModuleHooks' : 'AddonModulesHooks';
        $others = array_diff(self::list($setting), [$module]);
        $has = is_file(ROOTDIR . "/modules/$kind/$module/hooks.php");
        self::store($setting, $has ? [...$others, $module] : $others);
    }

    /** @return list<string> a comma list of tblconfiguration */
    public static function list(string $setting): array
    {
        $value = Capsule::table('tblconfiguration')->where('setting', $setting)->value('value');

        return array_values(array_filter(explode(',', (string) $value)));
    }

    /** @param array<string> $modules */
    public static function store(string $setting, array $modules): void
    {
        Capsule::table('tblconfiguration')->updateOrInsert(['setting' => $setting], ['value' => implode(',', $modules)]);
    }

    private static function loadFile(string $module): void
    {
        $file = ROOTDIR . "/modules/$module/hooks.php";
        if (is_file($file)) {
            Output::watch("$module/hooks.php", static fn (): mixed => require_once $file);
        }
    }
}
