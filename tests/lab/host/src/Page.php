<?php

declare(strict_types=1);

namespace Lab;

use WHMCS\Authentication\CurrentUser;
use WHMCS\User\Alert;

/** The frame of every page. The banner says on each what this is. */
final class Page
{
    private const ADMIN_MENU = [
        'index.php' => 'Home',
        'clients.php' => 'Clients',
        'orders.php' => 'Orders',
        'configproducts.php' => 'Products',
        'configaddons.php' => 'Product Addons',
        'configaddonmods.php' => 'Addon Modules',
        'modulequeue.php' => 'Module Queue',
        'systemactivitylog.php' => 'Activity Log',
        'systemmodulelog.php' => 'Module Log',
        'systememails.php' => 'Emails',
        'configemailtemplates.php' => 'Email Templates',
    ];

    private const CLIENT_MENU = [
        'cart.php' => 'Store',
        'clientarea.php?action=products' => 'My Services',
        'cart.php?a=view' => 'Cart',
    ];

    public static function begin(string $title): void
    {
        $isAdmin = defined('ADMINAREA');
        $isLoggedIn = isset($_SESSION[$isAdmin ? 'adminid' : 'uid']);
        $root = $isAdmin ? '../' : '';
        $vars = ['filename' => basename($_SERVER['SCRIPT_NAME'], '.php'), 'adminid' => $_SESSION['adminid'] ?? 0];
        $menu = $isAdmin ? ($isLoggedIn ? self::ADMIN_MENU + self::addonLinks() : []) : self::CLIENT_MENU;
        $area = $isAdmin ? 'Admin' : 'Client';
        $theme = $isAdmin ? null : Theme::chosen();
        $styles = array_map(static fn (string $file): string => "<link rel=\"stylesheet\" href=\"{$root}assets/$file\">", $theme?->styles() ?? ['lab.css']);

        echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>' . e($title) . ' - Lab</title>'
            . '<meta name="viewport" content="width=device-width, initial-scale=1">'
            . implode('', $styles)
            . '<script>var csrfToken = "' . e(Token::value()) . '";</script>'
            . Hooks::html("{$area}AreaHeadOutput", $vars) . '</head>'
            . '<body class="' . strtolower($area) . ($theme === null ? '' : " theme-$theme->name") . '"><p class="banner">Lab: a stand-in, not WHMCS</p><header><strong>'
            . e($GLOBALS['CONFIG']['CompanyName']) . '</strong><nav aria-label="Main">';
        foreach ($menu as $link => $label) {
            echo '<a href="' . e($link) . '">' . e($label) . '</a> ';
        }
        if ($isLoggedIn) {
            $logout = $isAdmin ? 'login.php' : 'clientarea.php';
            echo '<form method="post" action="' . $logout . '">' . Token::field()
                . '<button name="logout" value="1">Log out</button></form>';
        }
        echo '</nav></header>' . ($isLoggedIn && !$isAdmin ? self::alerts() : '') . ($theme?->begin() ?? '<main>')
            . '<h1>' . e($title) . '</h1>';
    }

    public static function end(): void
    {
        $area = defined('ADMINAREA') ? 'Admin' : 'Client';
        echo (defined('ADMINAREA') ? null : Theme::chosen())?->end() ?? '</main>';
        echo Hooks::html("{$area}AreaFooterOutput", ['filename' => basename($_SERVER['SCRIPT_NAME'], '.php')])
            . '</body></html>';
    }

    /** WHMCS's message boxes (contract, section 2.5). $kind is success, error or info; the text is escaped. */
    public static function box(string $kind, string $title, string $text = ''): void
    {
        $role = $kind === 'error' ? 'alert' : 'status';
        echo "<div class=\"{$kind}box\" role=\"$role\"><strong><span class=\"title\">" . e($title) . '</span></strong><br>'
            . e($text) . '</div>';
    }

    public static function redirect(string $to): never
    {
        header("Location: $to");
        exit;
    }

    public static function refuse(int $status, string $title, string $text): never
    {
        http_response_code($status);
        self::begin($title);
        self::box('error', $title, $text);
        self::end();
        exit;
    }

    /**
     * What hooks have to tell the client who is logged in. They are handed his model itself (developer docs, Client hooks); the
     * message is printed as it is, as themes do.
     */
    private static function alerts(): string
    {
        $html = '';
        foreach (Hooks::run('ClientAlert', [(new CurrentUser())->client()], isUnpacked: true) as $alert) {
            if ($alert instanceof Alert) {
                $link = $alert->getLink() === null ? '' : ' <a href="' . e($alert->getLink()) . '">' . e($alert->getLinkText()) . '</a>';
                $html .= '<li class="alert-' . e($alert->getSeverity()) . '">' . $alert->getMessage() . $link . '</li>';
            }
        }

        return $html === '' ? '' : '<ul id="alerts">' . $html . '</ul>';
    }

    /** @return array<string, string> */
    private static function addonLinks(): array
    {
        $links = [];
        foreach (Hooks::list('ActiveAddonModules') as $name) {
            $links["addonmodules.php?module=$name"] = "Addon: $name";
        }

        return $links;
    }
}
