<?php

declare(strict_types=1);

namespace ContractTest\Checks;

use ContractTest\Marks;
use ContractTest\Report;
use ContractTest\Rows;
use RuntimeException;
use WHMCS\Database\Capsule;

/** What the module calls and reads must be there (whmcs-contract.md §3, §4). */
final class Doors
{
    private const FUNCTIONS = ['logActivity', 'logModuleCall', 'localAPI', 'encrypt', 'decrypt', 'add_hook', 'generate_token', 'check_token'];

    private const CLASSES = ['WHMCS\Database\Capsule', 'WHMCS\Service\Service', 'WHMCS\Service\Addon', 'WHMCS\Product\Group', 'WHMCS\Mail\Template',
        'WHMCS\Module\Addon\Setting'];

    private const COLUMNS = [
        'tblproducts' => ['id', 'gid', 'name', 'servertype', 'configoption1', 'configoption6', 'autosetup', 'paytype', 'hidden', 'welcomeemail'],
        'tblhosting' => ['id', 'userid', 'orderid', 'packageid', 'domain', 'domainstatus', 'server', 'username', 'password', 'billingcycle'],
        'tblhostingaddons' => ['id', 'orderid', 'hostingid', 'addonid', 'userid', 'status'],
        'tbladdons' => ['id', 'name', 'packages', 'module', 'billingcycle', 'hidden'],
        'tblmodule_configuration' => ['entity_type', 'entity_id', 'setting_name', 'friendly_name', 'value'],
        'tblcustomfields' => ['id', 'type', 'relid', 'fieldname', 'fieldtype', 'fieldoptions', 'regexpr', 'adminonly', 'required', 'showorder'],
        'tblcustomfieldsvalues' => ['id', 'fieldid', 'relid', 'value'],
        'tblclients' => ['id', 'firstname', 'lastname', 'companyname', 'email', 'language', 'status'],
        'tblpricing' => ['type', 'currency', 'relid', 'msetupfee', 'monthly', 'annually'],
        'tbladdonmodules' => ['module', 'setting', 'value'],
        'tblconfiguration' => ['setting', 'value'],
        'tblmodulequeue' => ['service_type', 'service_id', 'module_name', 'module_action', 'completed'],
        'tblactivitylog' => ['id', 'date', 'description', 'userid'],
        'tblmodulelog' => ['id', 'date', 'module', 'action', 'request', 'response'],
        'tblemailtemplates' => ['id', 'type', 'name', 'subject', 'message', 'language', 'disabled'],
    ];

    public static function look(Report $report): void
    {
        $missing = array_filter(self::FUNCTIONS, static fn (string $name): bool => !function_exists($name));
        $report->check('the helper functions are there', $missing === [], implode(', ', $missing));
        $missing = array_filter(self::CLASSES, static fn (string $name): bool => !class_exists($name));
        $report->check('the documented classes are there', $missing === [], implode(', ', $missing));
        foreach (self::COLUMNS as $table => $columns) {
            $missing = array_diff($columns, Rows::columns($table));
            $report->check("$table has the columns that are read", $missing === [], implode(', ', $missing));
        }
        $encrypted = encrypt('Ct-secret');
        $report->check('decrypt undoes encrypt', decrypt($encrypted) === 'Ct-secret' && $encrypted !== 'Ct-secret');
    }

    /** On the run's own table. */
    public static function transactions(Report $report): void
    {
        $count = static fn (): int => Capsule::table(Marks::TABLE)->where('what', 'transaction')->count();
        try {
            Capsule::connection()->transaction(static function () use ($count): void {
                Capsule::table(Marks::TABLE)->insert(['what' => 'transaction', 'details' => '']);
                throw new RuntimeException((string) $count());
            });
        } catch (RuntimeException $rolledBack) {
            $report->check('a transaction sees what it wrote', $rolledBack->getMessage() === '1');
        }
        $report->check('a transaction that fails leaves nothing', $count() === 0);
    }
}
