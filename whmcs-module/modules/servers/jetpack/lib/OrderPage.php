<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The last page of an order: each of its Jetpack services with its next step.
 */
final class OrderPage
{
    /** As many panels as a page can bear. */
    private const PANELS = 20;

    /**
     * @param array<string, mixed> $vars of `ShoppingCartCheckoutCompletePage`
     *
     * @return string|null HTML; null where there is nothing to show
     */
    public static function html(array $vars): ?string
    {
        $order = (int) ($vars['orderid'] ?? 0);
        $details = is_array($vars['clientdetails'] ?? null) ? $vars['clientdetails'] : [];
        $client = (int) ($_SESSION['uid'] ?? $details['userid'] ?? $details['id'] ?? 0);
        if ($order <= 0 || $client <= 0) {
            return null;
        }
        $language = Capsule::table('tblclients')->where('id', $client)->value('language');
        $html = '';
        foreach (Home::HOMES as $type => [$home]) {
            $ids = Capsule::table($home)->where('orderid', $order)->where('userid', $client)->limit(self::PANELS)->pluck('id');
            foreach ($ids as $id) {
                $html .= NextStep::of([$type, (int) $id], ['clientsdetails' => ['language' => $language]])?->html() ?? '';
            }
        }

        return $html === '' ? null : $html;
    }
}
