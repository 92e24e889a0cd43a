<?php

declare(strict_types=1);

namespace Lab;

use Lab\Module\Command;
use Lab\Module\ServerModule;
use Lab\Module\Target;

/** The module commands on the admin page of a service or of an addon (contract, section 1.2). */
final class ModuleButtons
{
    /** Value of `modop` => [label, module function]. */
    private const COMMANDS = [
        'create' => ['Create', 'CreateAccount'],
        'renew' => ['Renew', 'Renew'],
        'suspend' => ['Suspend', 'SuspendAccount'],
        'unsuspend' => ['Unsuspend', 'UnsuspendAccount'],
        'terminate' => ['Terminate', 'TerminateAccount'],
        'changepackage' => ['Change Package', 'ChangePackage'],
        'changepw' => ['Change Password', 'ChangePassword'],
    ];

    /** @return array<string, array<string, string>> label => what the button posts; only what the module defines */
    public static function of(Target $target): array
    {
        if (!ServerModule::exists($target->module())) {
            return [];
        }
        $module = ServerModule::load($target->module());
        $buttons = [];
        foreach (self::COMMANDS as $modop => [$label, $function]) {
            if ($module->has($function)) {
                $buttons[$label] = ['modop' => $modop];
            }
        }
        foreach ($module->list('AdminCustomButtonArray', $target->params(...)) as $label => $function) {
            $buttons[$label] = ['modop' => 'custom', 'ac' => $function];
        }

        return $buttons;
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return array{string, string, string} a message box
     */
    public static function press(Target $target, array $form): array
    {
        $modop = (string) $form['modop'];
        $posted = $modop === 'custom' ? ['modop' => $modop, 'ac' => (string) ($form['ac'] ?? '')] : ['modop' => $modop];
        if (!in_array($posted, self::of($target), true)) {
            return ['error', 'Module Command Error', 'Function Not Supported by Module'];
        }
        $function = self::COMMANDS[$modop][1] ?? $posted['ac'];
        $extra = match ($modop) {
            'suspend' => ['suspendreason' => (string) ($form['suspreason'] ?? '')],
            'changepw' => ['password' => (string) ($form['password'] ?? '')],
            default => [],
        };
        $answer = (new Command($target, isAutomated: false))->run($function, $extra);

        return $answer === 'success'
            ? ['success', 'Module Command Successful', 'The requested action was completed.']
            : ['error', 'Module Command Error', $answer];
    }

    /** The section with the buttons; each is a form of its own. */
    public static function show(Target $target, string $action): void
    {
        $inputs = [
            'suspend' => '<input name="suspreason" aria-label="Suspension Reason" placeholder="Suspension Reason"> ',
            'changepw' => '<input name="password" aria-label="New Password" placeholder="New Password"> ',
        ];
        echo '<section class="panel" id="modulecommands"><h2>Module Commands</h2>';
        foreach (self::of($target) as $label => $fields) {
            echo '<form method="post" action="' . e($action) . '">' . Token::field();
            foreach ($fields as $name => $value) {
                echo '<input type="hidden" name="' . e($name) . '" value="' . e($value) . '">';
            }
            echo ($inputs[$fields['modop']] ?? '') . '<button class="btn">' . e($label) . '</button></form>';
        }
        echo '</section>';
    }
}
