<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;

use function Lab\e;

Page::begin('Products/Services');
echo '<p><a class="btn" href="configproducts.php?action=creategroup">Create a New Group</a> '
    . '<a class="btn" href="configproducts.php?action=create">Create a New Product</a></p>';
foreach (Capsule::table('tblproductgroups')->orderBy('order')->orderBy('id')->get() as $group) {
    $products = Capsule::table('tblproducts')->where('gid', $group->id)->orderBy('order')->orderBy('id')->get();
    echo '<h2>' . e($group->name) . '</h2><table class="datatable" tabindex="0"><tr><th>ID</th><th>Product</th><th>Pay Type</th>'
        . '<th>Auto Setup</th><th>Module</th><th>Hidden</th></tr>';
    foreach ($products as $product) {
        echo "<tr><td>$product->id</td><td><a href=\"configproducts.php?action=edit&amp;id=$product->id\">" . e($product->name)
            . '</a></td><td>' . e($product->paytype) . '</td><td>' . e($product->autosetup ?: 'off') . '</td><td>'
            . e($product->servertype) . '</td><td>' . ($product->hidden ? 'Yes' : 'No') . '</td></tr>';
    }
    echo '</table>';
}
Page::end();
