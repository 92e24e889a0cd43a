<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Hooks;
use Lab\Orders;
use Lab\Page;
use Lab\Token;

use function Lab\e;
use function Lab\options;

if (!isset($_SESSION['uid'])) {
    $_SESSION['loginurlredirect'] = 'cart.php?a=checkout';
    Page::redirect('clientarea.php');
}
$lines = $_SESSION['cart']['products'];
foreach ($lines as $i => $line) {
    $line['isConfigured'] || Page::redirect("cart.php?a=confproduct&i=$i");
}
if ($lines === []) {
    Page::redirect('cart.php?a=view');
}
$methods = Capsule::table('tblpaymentgateways')->where('setting', 'name')->orderBy('order')->pluck('value', 'gateway')->all();
$problems = [];
if (Token::isPosted()) {
    $method = (string) ($_POST['paymentmethod'] ?? '');
    if (!isset($methods[$method])) {
        $problems[] = 'The payment method is invalid';
    }
    array_push($problems, ...Hooks::objections('ShoppingCartValidateCheckout', ['clientId' => $_SESSION['uid']] + $_REQUEST));
    if ($problems === []) {
        $order = Orders::place($_SESSION['uid'], $method, array_map(static fn (array $line): array => [
            'pid' => $line['pid'],
            'cycle' => $line['billingcycle'],
            'domain' => $line['domain'],
            'customfields' => $line['customfields'],
        ], array_values($lines)), (string) ($_POST['notes'] ?? ''));
        $_SESSION['cart'] = ['products' => []];
        $_SESSION['orderdetails'] = $order;
        Orders::setUpAtCheckout($order['serviceids']);
        Hooks::run('AfterShoppingCartCheckout', [
            'OrderID' => $order['orderid'],
            'OrderNumber' => $order['ordernum'],
            'ServiceIDs' => $order['serviceids'],
            'AddonIDs' => [],
            'DomainIDs' => [],
            'RenewalIDs' => [],
            'PaymentMethod' => $method,
            'InvoiceID' => $order['invoiceid'],
            'TotalDue' => $order['total'],
        ]);
        Page::redirect('cart.php?a=complete');
    }
}

Page::begin('Checkout');
if ($problems !== []) {
    Page::box('error', 'Please correct the following errors before continuing:');
    echo '<ul class="errors"><li>' . implode('</li><li>', array_map(e(...), $problems)) . '</li></ul>';
}
?>
<form method="post" action="cart.php?a=checkout" class="narrow">
    <?= Token::field() ?>
    <input type="hidden" name="submit" value="true">
    <label for="paymentmethod">Payment Method</label> <select name="paymentmethod" id="paymentmethod"><?= options($methods, '') ?></select>
    <label for="notes">Additional Notes</label> <textarea name="notes" id="notes" rows="3"></textarea>
    <button class="btn btn-primary">Complete Order</button>
</form>
<?php
Page::end();
