<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\CustomFields;
use Lab\Page;
use Lab\ProductForm;
use Lab\Token;

use function Lab\e;

$id = (int) ($_GET['id'] ?? 0);
if (!Capsule::table('tblproducts')->where('id', $id)->exists()) {
    Page::refuse(404, 'Product Not Found', "There is no product $id.");
}
$isSaved = Token::isPosted();
if ($isSaved) {
    ProductForm::save($id, $_POST);
}
$product = Capsule::table('tblproducts')->find($id);
$moduleSettings = ProductForm::moduleSettings($product);
$customFields = CustomFields::ofProduct($id);

Page::begin("Edit Product: $product->name");
if ($isSaved) {
    Page::box('success', 'Changes Saved Successfully!');
}
?>
<nav class="tabs" aria-label="Product">
    <a href="#details">Details</a> <a href="#modulesettings">Module Settings</a>
    <a href="#customfields">Custom Fields</a> <a href="#pricing">Pricing</a>
</nav>
<form method="post" action="configproducts.php?action=edit&amp;id=<?= e($id) ?>">
    <?= Token::field() ?>
    <section id="details" class="panel"><h2>Details</h2><?php require __DIR__ . '/details.php'; ?></section>
    <section id="modulesettings" class="panel"><h2>Module Settings</h2><?php require __DIR__ . '/modulesettings.php'; ?></section>
    <section id="customfields" class="panel"><h2>Custom Fields</h2><?php require __DIR__ . '/customfields.php'; ?></section>
    <section id="pricing" class="panel"><h2>Pricing</h2><?php require __DIR__ . '/pricing.php'; ?></section>
    <div class="btn-container"><button class="btn btn-primary">Save Changes</button></div>
</form>
<p>Order link: <a href="../cart.php?a=add&amp;pid=<?= e($id) ?>">cart.php?a=add&amp;pid=<?= e($id) ?></a></p>
<?php
Page::end();
