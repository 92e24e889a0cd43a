<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;
use Lab\Products;
use Lab\Token;

use function Lab\e;

if (Token::isPosted()) {
    unset($_SESSION['cart']['products'][(int) ($_POST['i'] ?? -1)]);
    Page::redirect('cart.php?a=view');
}

$total = 0.0;

Page::begin('Review & Checkout');
echo '<table class="datatable"><tr><th>Product</th><th>Domain</th><th>Price</th><th></th></tr>';
foreach ($_SESSION['cart']['products'] as $i => $line) {
    $product = Capsule::table('tblproducts')->find($line['pid']);
    $price = Products::offers($product)[$line['billingcycle']][1];
    $total += $price;
    echo '<tr><td>' . e($product->name) . " <a href=\"cart.php?a=confproduct&amp;i=$i\">Edit</a>"
        . ($line['isConfigured'] ? '' : ' (not configured yet)') . '</td><td>' . e($line['domain']) . '</td><td>$'
        . number_format($price, 2) . '</td><td><form method="post" action="cart.php?a=remove">' . Token::field()
        . "<input type=\"hidden\" name=\"i\" value=\"$i\"><button class=\"btn\">Remove</button></form></td></tr>";
}
echo '</table><p>Total: $' . number_format($total, 2) . '</p><a class="btn btn-primary" href="cart.php?a=checkout">Checkout</a>';
Page::end();
