<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\Page;

use function Lab\e;

$order = $_SESSION['orderdetails'] ?? Page::redirect('cart.php');

Page::begin('Order Confirmation');
Page::box('success', 'Thank you for your order.', "Your Order Number is: {$order['ordernum']}");
echo '<p id="order" data-orderid="' . e($order['orderid']) . '" data-serviceids="' . e(implode(',', $order['serviceids'])) . '">'
    . ($order['invoiceid'] === 0 ? 'There is nothing to pay.' : 'Invoice ' . e($order['invoiceid']) . ' awaits your payment.') . '</p>'
    . '<a class="btn btn-primary" href="clientarea.php?action=products">Continue To Client Area</a>';
Page::end();
