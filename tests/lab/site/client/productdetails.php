<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\ClientArea;
use Lab\Hooks;
use Lab\Page;
use Lab\SignOn;
use Lab\Theme;
use Lab\Token;
use WHMCS\Service\Service;

use function Lab\e;

$id = (int) ($_REQUEST['id'] ?? 0);
$service = Capsule::table('tblhosting')->where('id', $id)->where('userid', $_SESSION['uid'])->first();
if ($service === null) {
    Page::refuse(404, 'Service Not Found', 'You have no such product or service.');
}
Token::isPosted();
$page = new ClientArea($service);
$commandResult = match (true) {
    ($_REQUEST['modop'] ?? '') === 'custom' => $page->custom((string) ($_REQUEST['a'] ?? '')),
    !empty($_REQUEST['dosinglesignon']) => SignOn::follow($page->signOn()),
    isset($_REQUEST['customaction']) => SignOn::follow($page->act((string) $_REQUEST['customaction'])),
    default => null,
};
$parts = $page->render();
$vars = $page->variables();
$model = ['service' => Service::find($id)];
Hooks::run('ClientAreaProductDetails', $model);
$hookOutput = Hooks::html('ClientAreaProductDetailsOutput', $model);
$buttons = $page->buttons();

Page::begin('Manage Product');
if ($commandResult !== null) {
    Page::box(
        $commandResult === 'success' ? 'success' : 'error',
        $commandResult === 'success' ? 'Action Completed Successfully!' : 'Action Failed',
        $commandResult === 'success' ? '' : $commandResult,
    );
}
$theme = Theme::chosen();
if ($theme !== null && $parts['replacement'] === '') {
    require __DIR__ . '/themed.php';
    Page::end();

    return;
}
// Module and hook HTML is raw, as in the official templates; their forms get the token they lack (U, contract 2.5).
echo ClientArea::withTokens($hookOutput);
if ($parts['replacement'] !== '') {
    echo '<div id="tplOverviewTabOutput">' . ClientArea::withTokens($parts['replacement']) . '</div>';
    Page::end();

    return;
}
?>
<section class="panel">
    <h2><?= e($vars['product']) ?></h2>
    <table class="form">
        <tr><td class="fieldlabel">Domain</td><td class="fieldarea"><?= e($service->domain) ?></td></tr>
        <tr><td class="fieldlabel">Status</td><td class="fieldarea" id="status"><?= e($service->domainstatus) ?></td></tr>
        <tr><td class="fieldlabel">Registration Date</td><td class="fieldarea"><?= e($service->regdate) ?></td></tr>
        <tr><td class="fieldlabel">Billing Cycle</td><td class="fieldarea"><?= e($service->billingcycle) ?></td></tr>
        <tr><td class="fieldlabel">Next Due Date</td><td class="fieldarea"><?= e($service->nextduedate) ?></td></tr>
    </table>
    <?php if (in_array($service->domainstatus, ['Pending', 'Active', 'Suspended'], true)) { ?>
        <p><a class="btn" href="clientarea.php?action=cancel&amp;id=<?= e($id) ?>">Request Cancellation</a></p>
    <?php } ?>
    <?php foreach ($buttons as $label => $function) { ?>
        <form method="post" action="clientarea.php?action=productdetails&amp;id=<?= e($id) ?>">
            <?= Token::field() ?>
            <input type="hidden" name="modop" value="custom">
            <input type="hidden" name="a" value="<?= e($function) ?>">
            <button class="btn"><?= e($label) ?></button>
        </form>
    <?php } ?>
</section>
<section class="panel" id="customactions">
    <?php foreach ($page->actions() as $action) { ?>
        <a class="btn" href="clientarea.php?action=productdetails&amp;id=<?= e("$id&customaction={$action->getIdentifier()}") ?>"><?= e($action->getDisplay()) ?></a>
    <?php } ?>
</section>
<?php if ($parts['output'] !== '') { ?>
    <section class="panel" id="moduleclientarea"><?= ClientArea::withTokens($parts['output']) ?></section>
<?php } ?>
<section class="panel" id="additionalinfo">
    <h2>Additional Information</h2>
    <table class="form">
        <?php
        // The value is not escaped, as in the official templates (contract, section 1.7).
        foreach ($vars['productcustomfields'] as $field) {
            echo '<tr><td class="fieldlabel">' . e($field['name']) . '</td><td class="fieldarea">' . $field['value'] . '</td></tr>';
        }
        ?>
    </table>
</section>
<?php
Page::end();
