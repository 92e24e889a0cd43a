<?php

/**
 * The addon's page, in the markup of WHMCS's admin area (whmcs-contract.md §2.5). Links are
 * relative: the admin folder may have another name.
 *
 * @var array<string, string> $text
 * @var array<int, WHMCS\Module\Addon\Jetpack\Notice> $notices
 * @var array<string, array{link: string, title: string}> $tabs
 * @var string $tab
 * @var int $left how many lines of the set-up are not done
 * @var string $body
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\View;

?>
<?php foreach ($notices as $notice) { ?>
    <?= View::notice($notice, $text) ?>
<?php } ?>
<?php if ($tabs !== []) { ?>
<ul class="nav nav-tabs admin-tabs" id="jetpack-tabs">
    <?php foreach ($tabs as $name => $one) { ?>
    <li<?php if ($name === $tab) { ?> class="active"<?php } ?>><a href="<?= $e($one['link']) ?>"<?php
    if ($name === $tab) { ?> aria-current="page"<?php } ?>><?= $e($one['title']) ?><?php
    if ($name === 'setup' && $left > 0) { ?> <span class="badge"><?= $e($left) ?></span><?php } ?></a></li>
    <?php } ?>
</ul>
<?php } ?>
<?= $body ?>
