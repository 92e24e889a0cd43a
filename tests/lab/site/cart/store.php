<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;
use Lab\Products;

use function Lab\e;

Page::begin('Store');
foreach (Capsule::table('tblproductgroups')->where('hidden', 0)->orderBy('order')->orderBy('id')->get() as $group) {
    echo '<h2>' . e($group->name) . '</h2><div class="cards">';
    $products = Capsule::table('tblproducts')->where('gid', $group->id)->where('hidden', 0)->where('retired', 0);
    foreach ($products->orderBy('order')->orderBy('id')->get() as $product) {
        $offers = Products::offers($product);
        [$cycle, $price] = reset($offers) ?: ['Not for sale', 0.0];
        // The description is HTML (contract, section 4.1).
        echo '<section class="panel"><h3>' . e($product->name) . "</h3><p>$product->description</p><p>" . e($cycle) . ' $'
            . number_format($price, 2) . "</p><a class=\"btn btn-primary\" href=\"cart.php?a=add&amp;pid=$product->id\">Order Now</a></section>";
    }
    echo '</div>';
}
Page::end();
