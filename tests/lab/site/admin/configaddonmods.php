<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\ConfigField;
use Lab\Module\AddonModule;
use Lab\Module\AddonSettings;
use Lab\Page;
use Lab\Switches;
use Lab\Token;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

$box = null;
$name = (string) ($_POST['module'] ?? '');
if (Token::isPosted() && AddonModule::exists($name)) {
    $addon = AddonModule::load($name);
    $action = (string) ($_POST['action'] ?? '');
    if ($action === 'save' && $addon->isActive()) {
        $config = $addon->config();
        AddonSettings::save($name, $config, (array) ($_POST['fields'][$name] ?? []), (array) ($_POST['access'][$name] ?? []));
        $box = ['success', 'Changes Saved Successfully!', ''];
    } elseif ($action === 'activate' || $action === 'deactivate') {
        $answer = $action === 'activate' ? $addon->activate() : $addon->deactivate();
        $title = $answer['status'] === 'error' ? 'Module Could Not Be ' : 'Module ';
        $box = [$answer['status'], $title . ucfirst($action) . 'd', $answer['description']];
    }
}

Page::begin('Addon Modules');
if ($box !== null) {
    Page::box(...$box);
}
$roles = Capsule::table('tbladminroles')->pluck('name', 'id')->all();
foreach (AddonModule::installed() as $installed) {
    $addon = AddonModule::load($installed);
    $config = $addon->config();
    $isActive = $addon->isActive();
    if ($isActive && Switches::isOn('addon_list_runs_upgrade')) {
        $addon->upgradeIfNewer();
    }
    ?>
    <section id="addon-<?= e($installed) ?>" class="panel">
        <h2><?= e($config['name']) ?></h2>
        <p>Version <?= e($config['version'] ?? '') ?> by <?= $config['author'] ?? '' ?></p>
        <p><?= $config['description'] ?? '' ?></p>
        <form method="post" action="configaddonmods.php">
            <?= Token::field() ?>
            <input type="hidden" name="module" value="<?= e($installed) ?>">
            <?php if ($isActive) { ?>
                <button class="btn" name="action" value="deactivate">Deactivate</button>
                <a href="addonmodules.php?module=<?= e($installed) ?>">Open</a>
            <?php } else { ?>
                <button class="btn btn-primary" name="action" value="activate">Activate</button>
            <?php } ?>
        </form>
        <?php if ($isActive) { ?>
            <form method="post" action="configaddonmods.php">
                <?= Token::field() ?>
                <input type="hidden" name="module" value="<?= e($installed) ?>">
                <input type="hidden" name="action" value="save">
                <table class="form">
                    <?php
                    $values = AddonSettings::all($installed);
                    foreach ($config['fields'] ?? [] as $key => $field) {
                        echo ConfigField::row("fields[$installed][$key]", (string) $key, $field, $values[$key] ?? '');
                    }
                    ?>
                    <tr>
                        <td class="fieldlabel">Access Control</td>
                        <td class="fieldarea">
                            <?php foreach ($roles as $id => $role) { ?>
                                <label><input type="checkbox" name="access[<?= e($installed) ?>][<?= e($id) ?>]" value="1"
                                    <?= AddonSettings::isOpenTo($installed, (int) $id) ? 'checked' : '' ?>> <?= e($role) ?></label>
                            <?php } ?>
                        </td>
                    </tr>
                </table>
                <div class="btn-container"><button class="btn btn-primary">Save Changes</button></div>
            </form>
        <?php } ?>
    </section>
    <?php
}
Page::end();
