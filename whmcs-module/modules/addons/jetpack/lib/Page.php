<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Orphans;
use WHMCS\Module\Server\Jetpack\Owners;
use WHMCS\Module\Server\Jetpack\Stopped;

/**
 * The addon's page: what a form of it asked for is done, then one of its tabs is shown.
 */
final class Page
{
    /** @var array<string, string> */
    private readonly array $text;

    private readonly string $link;

    /**
     * @param array<string, mixed> $vars
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars)
    {
        $this->text = Language::of($vars);
        $this->link = (string) ($vars['modulelink'] ?? 'addonmodules.php?module=jetpack');
    }

    public function html(): string
    {
        try {
            $problem = $this->problem();
            $notice = $problem ?? (new Actions($this->vars, $this->text))->act();

            return $this->show($problem === null, $notice);
        } catch (Stopped $stopped) {
            return View::notice(new Notice(false, $stopped->getMessage()), $this->text);
        } catch (Throwable $defect) {
            if (class_exists(Log::class)) {
                Log::defect('output', $defect);
            }

            return View::notice(new Notice(false, $this->text['failed']), $this->text);
        }
    }

    /** The page opens on the set-up until that is complete, on the overview from then on. */
    private function show(bool $usable, ?Notice $notice): string
    {
        $setup = new Setup($this->vars, $this->text, $usable);
        $wanted = $usable ? $_REQUEST['tab'] ?? '' : 'setup';
        $tab = in_array($wanted, Tab::ALL, true) ? $wanted : ($setup->isComplete() ? 'overview' : 'setup');
        $data = ['text' => $this->text, 'link' => "$this->link&tab=$tab"];

        return View::render('page', [
            'text' => $this->text,
            'notices' => $notice === null ? [] : [$notice],
            'tabs' => $usable ? Tab::links($this->link, $this->text) : [],
            'tab' => $tab,
            'left' => $setup->left(),
            'body' => match ($tab) {
                'overview' => View::render('overview', $data + Overview::data($this->text)),
                default => View::render('setup', $data + $setup->data()),
            },
        ]);
    }

    private function problem(): ?Notice
    {
        if (!class_exists(Bridge::class)) {
            return new Notice(false, $this->text['server_module_missing']);
        }
        $problem = Bridge::problem() ?? $this->tables();

        return $problem === null ? null : new Notice(false, $problem);
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
}
