<?php

declare(strict_types=1);

namespace ContractTest\Checks;

use ContractTest\Report;

/** What WHMCS's own samples demand of each function of a module, of ours in this very WHMCS (whmcs-contract.md §1.10). */
final class Functions
{
    private const TYPES = [
        'jetpack_MetaData' => 'array', 'jetpack_ConfigOptions' => 'array', 'jetpack_CreateAccount' => 'string', 'jetpack_TerminateAccount' => 'string',
        'jetpack_SuspendAccount' => 'string', 'jetpack_UnsuspendAccount' => 'string', 'jetpack_ChangePackage' => 'string',
        'jetpack_ClientArea' => 'array', 'jetpack_ServiceSingleSignOn' => 'array', 'jetpack_AdminServicesTabFields' => 'array',
        'jetpack_AdminCustomButtonArray' => 'array', 'jetpack_config' => 'array',
    ];

    public static function look(Report $report): void
    {
        $files = array_map(static fn (string $kind): string => ROOTDIR . "/modules/$kind/jetpack/jetpack.php", ['servers', 'addons']);
        $missing = array_filter($files, static fn (string $file): bool => !is_file($file));
        $report->check('the module\'s files are there', $missing === [], implode(', ', $missing));
        if ($missing !== []) {
            return;
        }
        // Both at once: they have one name, and may not define the same function (whmcs-contract.md §8.1).
        array_map(static fn (string $file): mixed => require_once $file, $files);
        foreach (self::TYPES as $function => $type) {
            ob_start();
            $answer = function_exists($function) ? $function([]) : null;
            $output = (string) ob_get_clean();
            $is = get_debug_type($answer);
            $report->check("$function answers an empty call", $is === $type && $output === '', "$is instead of $type, output: " . json_encode($output));
        }
    }
}
