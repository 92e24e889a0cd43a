// Reads and runs, on a real PHP 7.2, the files that WHMCS loads by itself: each has to answer with a sentence.
// usage: node check.mjs FOLDER   the folder `modules` of the package

import { readFileSync, readdirSync } from 'node:fs';
import { getPHPLoaderModule } from '@php-wasm/node-7-2';
import { loadPHPRuntime, PHP } from '@php-wasm/universal';

const modules = process.argv[2];
const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));

function copy(folder) {
    php.mkdir(`/modules${folder}`);
    for (const entry of readdirSync(modules + folder, { withFileTypes: true })) {
        const path = `${folder}/${entry.name}`;
        entry.isDirectory() ? copy(path) : php.writeFile(`/modules${path}`, readFileSync(modules + path));
    }
}
copy('');

const code = String.raw`<?php
error_reporting(E_ALL);
set_error_handler(function ($number, $text) { throw new ErrorException($text); });
define('WHMCS', true);
function add_hook($point) { throw new Exception("a hook was registered: $point"); }
spl_autoload_register(function ($class) {
    if (preg_match('/^WHMCS.Module.(Server|Addon).Jetpack.(\w+)$/', $class, $part)) {
        require '/modules/' . strtolower($part[1]) . 's/jetpack/lib/' . $part[2] . '.php';
    }
});
foreach (['servers', 'addons'] as $kind) {
    require "/modules/$kind/jetpack/jetpack.php";
    require "/modules/$kind/jetpack/hooks.php";
}
$said = [];
foreach (['CreateAccount', 'TerminateAccount', 'SuspendAccount', 'UnsuspendAccount', 'ChangePackage', 'TryAgain', 'NewLink', 'AdoptPlan', 'LookNow'] as $function) {
    $said[] = call_user_func("jetpack_$function", ['serviceid' => 1]);
}
$said[] = jetpack_AdminServicesTabFields(['serviceid' => 1])['Jetpack'];
$said[] = jetpack_activate()['description'];
$said[] = jetpack_config()['description'];
ob_start();
jetpack_output([]);
$said[] = ob_get_clean();
jetpack_upgrade([]);
if (jetpack_ServiceSingleSignOn([])['success'] !== false || jetpack_CustomActions([]) !== null) {
    throw new Exception('single sign-on leads somewhere');
}
jetpack_deactivate();
foreach ($said as $sentence) {
    if (strpos($sentence, 'needs PHP 8.1 or newer, and this is PHP ' . PHP_VERSION) === false) {
        throw new Exception("not the sentence: $sentence");
    }
}
foreach (jetpack_ConfigOptions() + jetpack_config()['fields'] as $name => $option) {
    if ($name === 'Plan' && $option['Type'] !== 'text') {
        throw new Exception("$name is no text");
    }
}
echo count($said), ' answers and ', count(jetpack_ConfigOptions()), ' options on PHP ', PHP_VERSION;`;

const { text, errors } = await php.run({ code });
console.log(text, errors);
process.exit(/^13 answers and 6 options on PHP 7\.2\.\d+\s*$/.test(text) ? 0 : 1);
