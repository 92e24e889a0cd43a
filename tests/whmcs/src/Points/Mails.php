<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;

/** Under which names a mail knows custom fields. The mail itself is stopped by a hook. */
final class Mails
{
    public static function ask(Stage $stage, Report $report): void
    {
        $stage->addField('contract_Test field', '');
        $templates = Capsule::table('tblemailtemplates')->where('type', 'product')->where('language', '')->where('disabled', 0);
        $name = (string) $templates->orderBy('id')->value('name');
        if ($name === '') {
            $report->open('merge_field_of_custom_field', '1.8', 'there is no mail template for products');

            return;
        }
        $seen = Watch::during(static fn (): array => Api::ask('SendEmail', ['messagename' => $name, 'id' => $stage->service]));
        $vars = Watch::of('EmailPreSend', $seen)[0] ?? null;
        if ($vars === null) {
            $report->open('merge_field_of_custom_field', '1.8', 'EmailPreSend did not run');

            return;
        }
        $report->check('a mail of type product is about tblhosting.id', (int) ($vars['relid'] ?? 0) === $stage->service);
        $isOurs = static fn (string $key): bool => preg_match('/contract.?test.?field/i', $key) === 1;
        $keys = array_filter(array_map('strval', array_keys((array) ($vars['mergefields'] ?? []))), $isOurs);
        $report->found('merge_field_of_custom_field', '1.8', $keys === [] ? 'none' : 'text', implode(', ', $keys));
    }
}
