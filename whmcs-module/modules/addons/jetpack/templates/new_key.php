<?php

/**
 * The secret of a key that was just made, this once.
 *
 * @var array<string, string> $text
 * @var WHMCS\Module\Addon\Jetpack\MadeKey $made
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

?>
<div id="jetpack-new-key" style="overflow-wrap: anywhere">
    <p>
        <label for="jetpack-new-secret"><?= $e(sprintf($text['keys_secret_of'], $made->name, $made->partnerId)) ?></label><br>
        <input type="text" readonly id="jetpack-new-secret" class="form-control" style="width: 100%; max-width: 44em" autocomplete="off" value="<?= $e($made->secret) ?>">
    </p>
    <p><button type="button" class="btn btn-default" id="jetpack-copy-secret"><?= $e($text['keys_copy']) ?></button></p>
</div>
<script data-jetpack>
document.getElementById('jetpack-copy-secret').addEventListener('click', function () {
    document.getElementById('jetpack-new-secret').select();
    document.execCommand('copy');
});
</script>
