<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Home;
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
        $this->link = self::link($vars);
    }

    /** @param array<string, mixed> $vars */
    public static function link(#[\SensitiveParameter] array $vars): string
    {
        return (string) ($vars['modulelink'] ?? 'addonmodules.php?module=jetpack');
    }

    public function html(): string
    {
        $notice = null;
        try {
            $problem = $this->problem();
            if ($problem === null && Tab::wanted() === 'services' && isset($_GET['export'])) {
                ServiceExport::answer($_GET);
            }
            $notice = $problem === null ? (new Actions($this->vars, $this->text))->act() : null;

            return $this->show($problem, $notice);
        } catch (Stopped $stopped) {
            return $this->failed($notice, $stopped->getMessage());
        } catch (Throwable $defect) {
            if (class_exists(Log::class)) {
                Log::defect('output', $defect);
            }

            return $this->failed($notice, $this->text['failed']);
        }
    }

    /** What nobody can be told again is told all the same. */
    private function failed(?Notice $notice, string $sentence): string
    {
        return $notice?->key === null
            ? View::notice(new Notice(false, $sentence), $this->text)
            : View::notice($notice, $this->text) . View::render('new_key', ['text' => $this->text, 'made' => $notice->key]);
    }

    /** The page opens on the set-up until that is complete, on the overview from then on. */
    private function show(?string $problem, ?Notice $notice): string
    {
        $tab = $problem === null ? Tab::wanted() : 'setup';
        // The other tabs do without: it looks at everything there is.
        $setup = $tab === null || $tab === 'setup' ? new Setup($this->vars, $this->text, $problem) : null;
        $tab ??= $setup?->isComplete() ? 'overview' : 'setup';
        $data = ['text' => $this->text, 'link' => "$this->link&tab=$tab", 'mayEnd' => Roles::mayEnd($this->vars)];

        return View::render('page', [
            'text' => $this->text,
            'notices' => $notice === null ? [] : [$notice],
            'tabs' => $problem === null ? Tab::links($this->link, $this->text) : [],
            'tab' => $tab,
            'left' => $setup?->left() ?? 0,
            'body' => match ($tab) {
                'overview' => View::render('overview', $data + Overview::data($this->text)),
                'services' => BulkPage::html($_GET, $this->text, $data['link'], $data['mayEnd'])
                    ?? View::render('services', $data + Services::data($_GET, $data['link']) + ['bulk' => BulkPage::latest($this->text, $data['link'])]),
                'products' => View::render('products', $data + ProductTab::data(
                    $this->vars,
                    $this->text,
                    $notice?->success === false ? $_POST : []
                )),
                'keys' => View::render('keys', $data + KeyTab::data($this->vars, $this->text, $notice, $_POST)),
                'billed' => View::render('billed', $data + Billed::data(
                    $this->vars,
                    $_GET,
                    $data['link'],
                    $notice?->success === true && str_starts_with((string) ($_POST['jetpack_action'] ?? ''), 'billed_')
                )),
                'moving' => View::render('moving', $data + Moving::data(
                    $_GET,
                    $data['link'],
                    $notice?->success === true ? (string) ($_POST['jetpack_action'] ?? '') : ''
                )),
                default => View::render('setup', $data + ($setup?->data() ?? [])),
            },
        ]);
    }

    /** What keeps the page from being used. */
    private function problem(): ?string
    {
        $folders = Folders::problem($this->text);
        if ($folders !== null) {
            return $folders;
        }
        $problem = Bridge::problem() ?? $this->tables();

        return $problem === null ? null : Language::plain($problem);
    }

    /**
     * Opening the page brings the tables to this version, and finds what WHMCS has deleted or moved without a word: that looks
     * at every row, so going from tab to tab does not.
     */
    private function tables(): ?string
    {
        $tables = Tables::activate();
        if ($tables['status'] !== 'success') {
            return $tables['description'];
        }
        if (Tab::wanted() === null && Home::anyAstray()) {
            Orphans::sweep();
            Owners::follow();
        }

        return null;
    }
}
