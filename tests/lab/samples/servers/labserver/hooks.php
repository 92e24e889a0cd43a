<?php

declare(strict_types=1);

use WHMCS\Database\Capsule;
use WHMCS\Module\AbstractWidget;
use WHMCS\User\Alert;

$points = [
    'AfterModuleCreate', 'AfterModuleCreateFailed', 'AfterModuleTerminate', 'ProductEdit',
    'AfterShoppingCartCheckout', 'AcceptOrder', 'OrderPaid', 'AdminServiceEdit',
];
foreach ($points as $point) {
    add_hook($point, 1, static function (array $vars) use ($point): void {
        if (Capsule::schema()->hasTable('mod_labaddon')) {
            Capsule::table('mod_labaddon')->insert(['event' => $point . ' ' . implode(',', array_keys($vars))]);
        }
    });
}

// What they tell, and how many rows are left meanwhile.
$endings = [
    'ServiceDelete', 'AddonDeleted', 'PreDeleteClient', 'ClientDelete', 'AfterClientMerge', 'ServiceEdit',
    'AddonAdd', 'AddonEdit', 'AddonActivated', 'AddonSuspended', 'AddonUnsuspended', 'AddonTerminated', 'AddonCancelled',
    'AddonConfigSave', 'PreCronJob', 'DailyCronJob', 'AfterCronJob', 'AfterModuleCustom', 'AfterModuleCustomFailed',
];
foreach ($endings as $point) {
    add_hook($point, 1, static function (array $vars) use ($point): void {
        if (Capsule::schema()->hasTable('mod_labaddon')) {
            $left = Capsule::table('tblhosting')->count() . '+' . Capsule::table('tblhostingaddons')->count();
            unset($vars['params']);
            Capsule::table('mod_labaddon')->insert(['event' => "$point " . json_encode($vars) . " $left"]);
        }
    });
}

foreach (['AdminAreaFooterOutput', 'ClientAreaFooterOutput', 'LabIsLoaded'] as $point) {
    add_hook($point, 2, static fn (): string => '<i class="loaded">labserver</i>');
}

add_hook('LabUnpacked', 1, static fn (string $one, string $two): string => "$one, then $two");

add_hook('PreModuleCreate', 1, static function (array $vars): ?array {
    return match ($vars['params']['domain']) {
        'abort.test' => ['abortcmd' => true],
        'throw.test' => throw new RuntimeException('the hook threw'),
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

add_hook('AcceptOrder', 2, static function (array $vars): void {
    if (Capsule::schema()->hasTable('mod_labaddon')) {
        $order = Capsule::table('tblorders')->where('id', $vars['orderid'])->value('status');
        $services = Capsule::table('tblhosting')->where('orderid', $vars['orderid'])->pluck('domainstatus')->implode(',');
        Capsule::table('mod_labaddon')->insert(['event' => "AcceptOrderWhile $order $services"]);
    }
});

add_hook('CancellationRequest', 1, static function (array $vars): void {
    if (Capsule::schema()->hasTable('mod_labaddon')) {
        Capsule::table('mod_labaddon')->insert(['event' => 'CancellationRequest ' . json_encode($vars)]);
    }
});

add_hook('EmailPreSend', 1, static function (array $vars): array {
    if (Capsule::schema()->hasTable('mod_labaddon')) {
        Capsule::table('mod_labaddon')->insert(['event' => "EmailPreSend $vars[messagename] $vars[relid]"]);
    }

    return ['company_name' => 'The hook of ' . $vars['messagename']];
});

add_hook('ClientAlert', 1, static fn (object $client): Alert => new Alert("<b>for</b> $client->firstName", 'info', 'index.php', 'Look <there>'));

add_hook('EmailTplMergeFields', 1, static fn (array $vars): array => ['sample_field' => "Sample <of> $vars[type]"]);

add_hook('ShoppingCartCheckoutCompletePage', 1, static fn (array $vars): string => '<p class="hook">order ' . $vars['orderid']
    . ' of client ' . $vars['clientdetails']['userid'] . ' ' . implode(',', array_keys($vars)) . '</p>');

add_hook('AdminHomeWidgets', 1, static fn (): AbstractWidget => new class () extends AbstractWidget {
    protected $title = 'Sample <widget>';
    protected $weight = 1;

    public function getId()
    {
        return 'SampleWidget';
    }

    public function getData()
    {
        return ['count' => 3];
    }

    public function generateOutput($data)
    {
        return "<p class=\"hook\">it counts $data[count]</p>";
    }
});
