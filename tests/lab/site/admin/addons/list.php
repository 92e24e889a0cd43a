<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Database;
use Lab\Module\ServerModule;
use Lab\Page;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$modules = array_combine(ServerModule::installed(), ServerModule::installed());
if (Token::isPosted() && trim((string) ($_POST['addonname'] ?? '')) !== '') {
    $new = Database::insert('tbladdons', [
        'name' => trim($_POST['addonname']),
        'module' => (string) ($modules[$_POST['module'] ?? ''] ?? ''),
        'type' => 'other',
        'billingcycle' => 'free',
        'showorder' => 1,
    ]);
    Page::redirect("configaddons.php?action=manage&id=$new");
}

Page::begin('Product Addons');
echo '<table class="datatable"><tr><th>ID</th><th>Addon</th><th>Module</th></tr>';
foreach (Capsule::table('tbladdons')->orderBy('weight')->orderBy('id')->get() as $addon) {
    echo "<tr><td>$addon->id</td><td><a href=\"configaddons.php?action=manage&amp;id=$addon->id\">" . e($addon->name)
        . '</a></td><td>' . e($addon->module) . '</td></tr>';
}
?>
</table>
<form method="post" action="configaddons.php" class="narrow">
    <?= Token::field() ?>
    <label for="addonname">Addon Name</label> <input name="addonname" id="addonname" required>
    <label for="module">Module</label> <select name="module" id="module"><?= options(['' => 'No Module'] + $modules, '') ?></select>
    <button class="btn btn-primary">Create</button>
</form>
<?php
Page::end();
