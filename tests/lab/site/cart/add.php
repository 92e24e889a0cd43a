<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;
use Lab\Products;

// A hidden product is not listed, but its direct link orders it.
$product = Capsule::table('tblproducts')->where('retired', 0)->find((int) ($_GET['pid'] ?? 0));
if ($product === null) {
    Page::refuse(404, 'Product Not Found', 'There is no such product.');
}
$_SESSION['cart']['products'][] = [
    'pid' => (int) $product->id,
    'billingcycle' => (string) key(Products::offers($product)),
    'domain' => '',
    'customfields' => [],
    'isConfigured' => false,
];
Page::redirect('cart.php?a=confproduct&i=' . array_key_last($_SESSION['cart']['products']));
