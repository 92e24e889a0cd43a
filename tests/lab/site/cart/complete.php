<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Hooks;
use Lab\Module\Params;
use Lab\Page;

use function Lab\e;

$order = $_SESSION['orderdetails'] ?? Page::redirect('cart.php');

Page::begin('Order Confirmation');
Page::box('success', 'Thank you for your order.', "Your Order Number is: {$order['ordernum']}");
echo '<p id="order" data-orderid="' . e($order['orderid']) . '" data-serviceids="' . e(implode(',', $order['serviceids'])) . '">'
    . ($order['invoiceid'] === 0 ? 'There is nothing to pay.' : 'Invoice ' . e($order['invoiceid']) . ' awaits your payment.') . '</p>'
    . '<a class="btn btn-primary" href="clientarea.php?action=products">Continue To Client Area</a>';
$placed = Capsule::table('tblorders')->find($order['orderid']);
echo Hooks::html('ShoppingCartCheckoutCompletePage', [
    'orderid' => $order['orderid'],
    'ordernumber' => $order['ordernum'],
    'invoiceid' => $order['invoiceid'],
    'ispaid' => Capsule::table('tblinvoices')->where('id', $order['invoiceid'])->value('status') === 'Paid',
    'amount' => $order['total'],
    'paymentmethod' => $placed->paymentmethod,
    'clientdetails' => Params::surroundings((int) $placed->userid)['clientsdetails'],
]);
Page::end();
