<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Orphans;
use WHMCS\Module\Server\Jetpack\Owners;
use WHMCS\Module\Server\Jetpack\Stopped;

/**
 * The addon's page: a few actions, each a POST with WHMCS's token, and their results.
 */
final class Page
{
    /** @var array<string, string> */
    private readonly array $text;

    /**
     * @param array<string, mixed> $vars
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars)
    {
        $this->text = Language::of($vars);
    }

    public function html(): string
    {
        try {
            $problem = $this->problem();
            $notice = $problem ?? $this->act();

            return View::render([
                'text' => $this->text,
                'link' => (string) ($this->vars['modulelink'] ?? 'addonmodules.php?module=jetpack'),
                'notices' => $notice === null ? $this->wrong() : [$notice],
                'usable' => $problem === null,
                'products' => Products::all(),
                'groups' => Products::groups(),
                'ended' => $problem === null ? EndedPlans::all() : [],
                'endedCount' => $problem === null ? EndedPlans::count() : 0,
            ]);
        } catch (Stopped $stopped) {
            return View::notice(new Notice(false, Language::plain($stopped->getMessage())), $this->text);
        } catch (Throwable $defect) {
            if (class_exists(Log::class)) {
                Log::defect('output', $defect);
            }

            return View::notice(new Notice(false, $this->text['failed']), $this->text);
        }
    }

    private function problem(): ?Notice
    {
        if (!class_exists(Bridge::class)) {
            return new Notice(false, $this->text['server_module_missing']);
        }
        $problem = Bridge::problem() ?? $this->tables();

        return $problem === null ? null : new Notice(false, $problem);
    }

    /**
     * What is wrong with the set-up, as far as it can be told without asking anybody.
     *
     * @return array<int, Notice>
     */
    private function wrong(): array
    {
        $problems = Core::ask('describe', ['settings' => array_diff_key($this->vars, ['_lang' => 0])])['problems'];

        return array_map(static fn (string $problem): Notice => new Notice(false, $problem), $problems);
    }

    /** Opening the page brings the tables to this version, and finds what WHMCS has deleted or moved without a word. */
    private function tables(): ?string
    {
        $tables = Tables::activate();
        if ($tables['status'] !== 'success') {
            return $tables['description'];
        }
        Orphans::sweep();
        Owners::follow();

        return null;
    }

    /** Does what the form asks for; null when the page was only opened. */
    private function act(): ?Notice
    {
        if (($_SERVER['REQUEST_METHOD'] ?? 'GET') !== 'POST' || !isset($_POST['jetpack_action'])) {
            return null;
        }
        if (!$this->tokenIsGood()) {
            return new Notice(false, $this->text['bad_token']);
        }

        return match ($_POST['jetpack_action']) {
            'validate' => Credentials::validate($this->vars),
            'create_products' => $this->createProducts(),
            'cancel_now', 'let_go' => EndedPlans::press($_POST['jetpack_action'], (int) ($_POST['row'] ?? 0)),
            default => null,
        };
    }

    private function createProducts(): Notice
    {
        $group = filter_var($_POST['group'] ?? null, FILTER_VALIDATE_INT);
        if ($group === false || !array_key_exists($group, Products::groups())) {
            return new Notice(false, $this->text['unknown_group']);
        }

        return (new ProductCreator($this->text))->create($group);
    }

    /** Whether WHMCS reports a bad token by a result or by an exception is not documented. */
    private function tokenIsGood(): bool
    {
        try {
            return check_token('WHMCS.admin.default') !== false;
        } catch (Throwable) {
            return false;
        }
    }
}
