<?php

declare(strict_types=1);

use WHMCS\Database\Capsule;

$points = [
    'AfterModuleCreate', 'AfterModuleCreateFailed', 'AfterModuleTerminate', 'ProductEdit',
    'AfterShoppingCartCheckout', 'AcceptOrder', 'OrderPaid', 'AdminServiceEdit',
    'AddonDeleted', 'PreDeleteClient', 'ClientDelete', 'AfterClientMerge', 'ServiceEdit',
];
foreach ($points as $point) {
    add_hook($point, 1, static function (array $vars) use ($point): void {
        if (Capsule::schema()->hasTable('mod_labaddon')) {
            Capsule::table('mod_labaddon')->insert(['event' => $point . ' ' . implode(',', array_keys($vars))]);
        }
    });
}

add_hook('ServiceDelete', 1, static function (array $vars): void {
    $exists = Capsule::table('tblhosting')->where('id', $vars['serviceid'])->exists();
    if (Capsule::schema()->hasTable('mod_labaddon')) {
        Capsule::table('mod_labaddon')->insert(['event' => 'ServiceDelete ' . ($exists ? 'before' : 'after') . ' the fact']);
    }
});

add_hook('PreModuleCreate', 1, static function (array $vars): ?array {
    return match ($vars['params']['domain']) {
        'abort.test' => ['abortcmd' => true],
        'fail.test' => ['configoption1' => 'fail'],
        default => null,
    };
});

add_hook('ShoppingCartValidateProductUpdate', 1, static function (array $vars): array {
    $answers = $vars['customfield'] ?? [];

    return in_array('refuse me', $answers, true) ? ['The sample refuses <this>'] : [];
});

add_hook('ShoppingCartValidateCheckout', 1, static function (array $vars): ?string {
    return ($vars['notes'] ?? '') === 'refuse me' ? 'The sample refuses the order' : null;
});

add_hook('ClientAreaProductDetailsOutput', 1, static function (array $vars): string {
    return '<p class="hook">hook for service ' . $vars['service']->id . '</p>';
});

add_hook('EmailPreSend', 1, static function (array $vars): array {
    return ['company_name' => 'The hook of ' . $vars['messagename']];
});
