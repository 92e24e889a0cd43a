<?php

declare(strict_types=1);

namespace Lab\Module;

use Lab\Hooks;
use Lab\Output;
use Lab\Switches;

/** One addon module: modules/addons/<name>/<name>.php and its functions (contract, section 2). */
final class AddonModule
{
    private function __construct(public readonly string $name)
    {
    }

    public static function exists(string $name): bool
    {
        return preg_match('/^[a-z][a-z0-9_]*$/i', $name) === 1 && is_file(self::file($name));
    }

    /** @return list<string> */
    public static function active(): array
    {
        return array_values(array_filter(Hooks::list('ActiveAddonModules'), self::exists(...)));
    }

    /** @return list<string> */
    public static function installed(): array
    {
        $names = array_map('basename', glob(ROOTDIR . '/modules/addons/*', GLOB_ONLYDIR) ?: []);

        return array_values(array_filter($names, self::exists(...)));
    }

    /** Loads the addon's file, and those of all server modules after it, so that names that collide show. */
    public static function load(string $name): self
    {
        $addon = self::loadAlone($name);
        array_map(ServerModule::loadAlone(...), ServerModule::installed());

        return $addon;
    }

    public static function loadAlone(string $name): self
    {
        $file = self::file($name);
        Output::watch("$name.php", static fn (): mixed => require_once $file);

        return new self($name);
    }

    public function isActive(): bool
    {
        return in_array($this->name, self::active(), true);
    }

    /** @return array<string, mixed> */
    public function config(): array
    {
        return (array) $this->call('config');
    }

    public function has(string $function): bool
    {
        return function_exists("{$this->name}_$function");
    }

    public function call(string $function, mixed ...$arguments): mixed
    {
        $name = "{$this->name}_$function";

        return Output::watch("$name()", static fn (): mixed => $name(...$arguments));
    }

    /** Creates what the addon needs; its answer is shown to staff. @return array{status: string, description: string} */
    public function activate(): array
    {
        $answer = $this->answerOf('activate');
        if ($answer['status'] !== 'error') {
            Hooks::store('ActiveAddonModules', [...array_diff(self::active(), [$this->name]), $this->name]);
            AddonSettings::initialise($this->name, $this->config());
            Hooks::detect('addons', $this->name);
        }

        return $answer;
    }

    /** @return array{status: string, description: string} */
    public function deactivate(): array
    {
        $answer = $this->answerOf('deactivate');
        if ($answer['status'] !== 'error') {
            Hooks::store('ActiveAddonModules', array_diff(self::active(), [$this->name]));
            Hooks::store('AddonModulesHooks', array_diff(Hooks::list('AddonModulesHooks'), [$this->name]));
            AddonSettings::forget($this->name);
        }

        return $answer;
    }

    /** At the first visit after `version` in _config changed; the argument holds the version before. */
    public function upgradeIfNewer(): void
    {
        $new = (string) $this->config()['version'];
        $old = AddonSettings::all($this->name)['version'] ?? '';
        if ($old === $new) {
            return;
        }
        if ($this->has('upgrade')) {
            $this->call('upgrade', $this->vars());
        }
        AddonSettings::store($this->name, ['version' => $new]);
    }

    /** @return array<string, mixed> what _output, _sidebar and _upgrade get (contract, section 2.3) */
    public function vars(): array
    {
        $settings = AddonSettings::all($this->name);
        $vars = ['modulelink' => "addonmodules.php?module={$this->name}", '_lang' => $this->language()] + $settings;
        if (!Switches::isOn('undocumented_keys')) {
            unset($vars['access']);

            return $vars;
        }

        return ['module' => $this->name] + $vars;
    }

    /** @return array<string, string> lang/<language>.php fills $_ADDONLANG */
    private function language(): array
    {
        $language = (string) ($this->config()['language'] ?? 'english');
        $_ADDONLANG = [];
        foreach ([$GLOBALS['CONFIG']['Language'], $language] as $name) {
            $file = dirname(self::file($this->name)) . '/lang/' . basename($name) . '.php';
            if (is_file($file)) {
                require $file;

                break;
            }
        }

        return $_ADDONLANG;
    }

    /** @return array{status: string, description: string} */
    private function answerOf(string $function): array
    {
        $answer = $this->has($function) ? $this->call($function) : null;

        return (is_array($answer) ? $answer : []) + ['status' => 'success', 'description' => ''];
    }

    private static function file(string $name): string
    {
        return ROOTDIR . "/modules/addons/$name/$name.php";
    }
}
