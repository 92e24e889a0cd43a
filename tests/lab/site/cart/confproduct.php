<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\CustomFieldInput;
use Lab\CustomFields;
use Lab\Hooks;
use Lab\Page;
use Lab\Products;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$i = (int) ($_REQUEST['i'] ?? 0);
$line = $_SESSION['cart']['products'][$i] ?? Page::redirect('cart.php');
$product = Capsule::table('tblproducts')->find($line['pid']);
$offers = Products::offers($product);
$problems = [];
if (Token::isPosted()) {
    $line['billingcycle'] = (string) ($_POST['billingcycle'] ?? $line['billingcycle']);
    $line['domain'] = trim((string) ($_POST['domain'] ?? ''));
    $line['customfields'] = array_map('strval', (array) ($_POST['customfield'] ?? []));
    $problems = CustomFields::problems($line['pid'], $line['customfields']);
    if ($product->showdomainoptions && $line['domain'] === '') {
        $problems[] = 'You must enter a domain name';
    }
    if (!isset($offers[$line['billingcycle']])) {
        $problems[] = 'The billing cycle is invalid';
    }
    array_push($problems, ...Hooks::objections('ShoppingCartValidateProductUpdate', $_REQUEST));
    if ($problems === []) {
        $_SESSION['cart']['products'][$i] = ['isConfigured' => true] + $line;
        Page::redirect('cart.php?a=view');
    }
}
$cycles = array_map(static fn (array $offer): string => "$offer[0] $" . number_format($offer[1], 2), $offers);

Page::begin("Configure $product->name");
if ($problems !== []) {
    Page::box('error', 'Please correct the following errors before continuing:');
    echo '<ul class="errors"><li>' . implode('</li><li>', array_map(e(...), $problems)) . '</li></ul>';
}
?>
<form method="post" action="cart.php?a=confproduct&amp;i=<?= e($i) ?>">
    <?= Token::field() ?>
    <input type="hidden" name="configure" value="true">
    <input type="hidden" name="i" value="<?= e($i) ?>">
    <table class="form">
        <tr><td class="fieldlabel"><label for="billingcycle">Billing Cycle</label></td>
            <td class="fieldarea"><select name="billingcycle" id="billingcycle"><?= options($cycles, $line['billingcycle']) ?></select></td></tr>
        <?php if ($product->showdomainoptions) { ?>
            <tr><td class="fieldlabel"><label for="domain">Domain</label></td>
                <td class="fieldarea"><input name="domain" id="domain" size="40" value="<?= e($line['domain']) ?>"></td></tr>
        <?php } ?>
        <?php
        foreach (CustomFields::ofProduct($line['pid']) as $field) {
            echo $field->showorder === 'on' ? CustomFieldInput::row($field, $line['customfields'][$field->id] ?? '') : '';
        }
        ?>
    </table>
    <div class="btn-container"><button class="btn btn-primary">Continue</button></div>
</form>
<?php
Page::end();
