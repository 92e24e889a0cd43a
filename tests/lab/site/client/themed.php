<?php

/**
 * The product's page as the themes lay it out: its data, what hooks add, and a tab that holds what the module shows.
 *
 * @var Lab\Theme $theme
 * @var stdClass $service
 * @var array<string, mixed> $vars
 * @var array{replacement: string, output: string} $parts
 * @var string $hookOutput
 * @var int $id
 */

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\ClientArea;

use function Lab\e;

$facts = ['Registration Date' => $service->regdate, 'Billing Cycle' => $service->billingcycle, 'Next Due Date' => $service->nextduedate];
$fields = '';
foreach ($vars['productcustomfields'] as $field) {
    // The value is not escaped, as in the official templates (contract, section 1.7).
    $fields .= '<div class="row"><div class="col-sm-5"><strong>' . e($field['name']) . '</strong></div><div class="col-sm-7 text-left">'
        . $field['value'] . '</div></div>';
}
$tabs = [];
if ($parts['output'] !== '') {
    $tabs['manage'] = ['Manage', '<div class="text-center module-client-area">' . ClientArea::withTokens($parts['output']) . '</div>'];
}
if ($fields !== '') {
    $tabs['additionalinfo'] = ['Additional Information', $fields];
}

?>
<div class="tab-content margin-bottom"><div class="tab-pane fade in show active" id="tabOverview">
<div class="card"><div class="card-body"><div class="product-details clearfix"><div class="row">
    <div class="col-md-6">
        <div class="product-status">
            <h2 class="h3"><?= e($vars['product']) ?></h2>
            <div id="status"><?= e($service->domainstatus) ?></div>
        </div>
        <p><a href="clientarea.php?action=cancel&amp;id=<?= e($id) ?>">Request Cancellation</a></p>
    </div>
    <div class="col-md-6 text-center">
        <?php foreach ($facts as $name => $fact) { ?>
        <h3 class="h4"><?= e($name) ?></h3>
        <?= e($fact) ?>
        <?php } ?>
    </div>
</div></div></div></div>
<?= $hookOutput === '' ? '' : "<div>$hookOutput</div>" ?>
<?= $theme->tabs($tabs) ?>
</div></div>
