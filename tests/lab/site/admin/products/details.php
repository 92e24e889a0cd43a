<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;

use function Lab\e;
use function Lab\options;

$groups = Capsule::table('tblproductgroups')->pluck('name', 'id')->all();
$mails = Capsule::table('tblemailtemplates')->where('type', 'product')->pluck('name', 'id')->all();
?>
<table class="form">
    <tr><td class="fieldlabel"><label for="name">Product Name</label></td>
        <td class="fieldarea"><input name="name" id="name" size="40" value="<?= e($product->name) ?>"></td></tr>
    <tr><td class="fieldlabel"><label for="gid">Product Group</label></td>
        <td class="fieldarea"><select name="gid" id="gid"><?= options($groups, $product->gid) ?></select></td></tr>
    <tr><td class="fieldlabel"><label for="description">Product Description</label></td>
        <td class="fieldarea"><textarea name="description" id="description" rows="3" cols="60"><?= e($product->description) ?></textarea></td></tr>
    <tr><td class="fieldlabel"><label for="welcomeemail">Welcome Email</label></td>
        <td class="fieldarea"><select name="welcomeemail" id="welcomeemail"><?= options([0 => 'None'] + $mails, $product->welcomeemail) ?></select></td></tr>
    <tr><td class="fieldlabel"><label for="showdomainoptions">Require Domain</label></td>
        <td class="fieldarea"><input type="checkbox" name="showdomainoptions" id="showdomainoptions" value="1"
            <?= $product->showdomainoptions ? 'checked' : '' ?>></td></tr>
    <tr><td class="fieldlabel"><label for="hidden">Hidden</label></td>
        <td class="fieldarea"><input type="checkbox" name="hidden" id="hidden" value="1" <?= $product->hidden ? 'checked' : '' ?>></td></tr>
</table>
