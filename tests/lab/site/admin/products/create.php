<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\ServerModule;
use Lab\Page;
use Lab\Products;
use Lab\Token;

use function Lab\options;

$groups = Capsule::table('tblproductgroups')->pluck('name', 'id')->all();
$types = [
    'other' => 'Other', 'hostingaccount' => 'Shared Hosting', 'reselleraccount' => 'Reseller Hosting', 'server' => 'Server/VPS',
];
$problem = null;
if (Token::isPosted()) {
    $name = trim((string) ($_POST['productname'] ?? ''));
    $isKnown = isset($groups[$_POST['gid'] ?? ''], $types[$_POST['type'] ?? '']);
    if ($isKnown && $name !== '') {
        $id = Products::create([
            'gid' => (int) $_POST['gid'],
            'type' => (string) $_POST['type'],
            'name' => $name,
            'servertype' => (string) ($_POST['module'] ?? ''),
            'paytype' => 'free',
        ]);
        Page::redirect("configproducts.php?action=edit&id=$id");
    }
    $problem = 'A product needs a name, a type and a group.';
}

Page::begin('Create a New Product');
if ($problem !== null) {
    Page::box('error', 'Could Not Create Product', $problem);
}
$modules = array_combine(ServerModule::installed(), ServerModule::installed());
?>
<form method="post" action="configproducts.php?action=create" class="narrow">
    <?= Token::field() ?>
    <label for="type">Product Type</label> <select name="type" id="type"><?= options($types, 'other') ?></select>
    <label for="gid">Product Group</label> <select name="gid" id="gid"><?= options($groups, '') ?></select>
    <label for="productname">Product Name</label> <input name="productname" id="productname" required>
    <label for="module">Module</label> <select name="module" id="module"><?= options(['' => 'No Module'] + $modules, '') ?></select>
    <button class="btn btn-primary">Continue</button>
</form>
<?php
Page::end();
