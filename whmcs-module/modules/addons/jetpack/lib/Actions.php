<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;

/**
 * What the page's buttons do: each is a POST with WHMCS's token, and no other word does anything.
 */
final class Actions
{
    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /** Null when the page was only opened. */
    public function act(): ?Notice
    {
        if (($_SERVER['REQUEST_METHOD'] ?? 'GET') !== 'POST' || !isset($_POST['jetpack_action'])) {
            return null;
        }
        if (!$this->tokenIsGood()) {
            return new Notice(false, $this->text['bad_token']);
        }

        return match ($_POST['jetpack_action']) {
            'validate' => Credentials::validate($this->vars),
            'create_products' => $this->createProducts(),
            'complete_paths' => UpgradePaths::complete($this->text),
            'save_costs' => Costs::save($_POST, Products::offers($this->vars), $this->text),
            'repair_fields' => (new Repairs($this->text))->fields(),
            'repair_mail' => (new Repairs($this->text))->mail(),
            'keys_make', 'keys_choose', 'keys_remove', 'keys_noted' => Roles::mayEnd($this->vars)
                ? $this->key($_POST['jetpack_action'])
                : new Notice(false, $this->text['keys_not_allowed']),
            'cancel_now', 'let_go' => Roles::mayEnd($this->vars)
                ? EndedPlans::press($_POST['jetpack_action'], (int) ($_POST['row'] ?? 0), $this->text)
                : new Notice(false, $this->text['not_allowed']),
            'bulk_choose', 'bulk_start', 'bulk_step', 'bulk_stop', 'bulk_resume', 'bulk_again' => (new Bulk($this->vars, $this->text))
                ->press($_POST['jetpack_action'], $_POST),
            'billed_read' => (new BilledReport($this->vars, $this->text))->goOn(),
            'billed_again' => (new BilledReport($this->vars, $this->text))->begin(),
            'billed_adopt' => (new BilledPlan($this->text))->adopt((int) ($_POST['row'] ?? 0), (int) ($_POST['service'] ?? 0)),
            'billed_cancel' => Roles::mayEnd($this->vars)
                ? (new BilledPlan($this->text))->cancel((int) ($_POST['row'] ?? 0), NewKeyForm::text($_POST, 'plan'), NewKeyForm::text($_POST, 'site'))
                : new Notice(false, $this->text['not_allowed']),
            'moving_ask' => (new MovingIn($this->text))->ask(),
            'moving_again' => (new MovingIn($this->text))->askAgain(),
            'moving_adopt' => (new MovingIn($this->text))->move(),
            'moving_plan' => OlderProducts::setPlan((int) ($_POST['product'] ?? 0), $this->text),
            'moving_create' => Licences::provision((int) ($_POST['service'] ?? 0), $this->text),
            'moving_revoked', 'moving_not_revoked' => Roles::mayEnd($this->vars)
                ? RevokedLicences::press($_POST['jetpack_action'], $_POST, $this->text)
                : new Notice(false, $this->text['not_allowed']),
            default => null,
        };
    }

    private function createProducts(): Notice
    {
        $form = ProductForm::of($_POST, Products::offers($this->vars), $this->text);

        return $form instanceof Notice ? $form : (new ProductCreator($this->text))->create($form);
    }

    private function key(string $button): Notice
    {
        $key = NewKeyForm::text($_POST, 'key');

        return match ($button) {
            'keys_make' => (new NewKey($this->vars, $this->text))->make($_POST),
            'keys_noted' => (new NewKey($this->vars, $this->text))->noted(NewKeyForm::text($_POST, 'press')),
            'keys_choose' => (new KeyChoice($this->vars, $this->text))->save((int) ($_POST['product'] ?? 0), $key),
            default => (new KeyRemoval($this->vars, $this->text))->remove($key, isset($_POST['sure'])),
        };
    }

    /** Whether WHMCS reports a bad token by a result or by an exception is not documented. */
    private function tokenIsGood(): bool
    {
        try {
            return check_token('WHMCS.admin.default') !== false;
        } catch (Throwable) {
            return false;
        }
    }
}
