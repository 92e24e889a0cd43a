<?php

declare(strict_types=1);

use Lab\LogPage;
use Lab\Page;
use Lab\Token;
use WHMCS\Config\Setting;

require_once __DIR__ . '/../includes/lab/admin.php';

if (Token::isPosted()) {
    Setting::setValue('ModuleDebugMode', isset($_POST['enable']) ? 'on' : '');
}
$isOn = Setting::getValue('ModuleDebugMode') === 'on';

Page::begin('Module Log');
?>
<form method="post" action="systemmodulelog.php">
    <?= Token::field() ?>
    Logging is <?= $isOn ? 'on' : 'off' ?>.
    <button class="btn" name="<?= $isOn ? 'disable' : 'enable' ?>" value="1"><?= $isOn ? 'Disable' : 'Enable' ?> Debug Logging</button>
</form>
<?php
LogPage::table('tblmodulelog', [
    'date' => 'Date', 'module' => 'Module', 'action' => 'Action', 'request' => 'Request', 'response' => 'Response', 'arrdata' => 'Processed',
]);
Page::end();
