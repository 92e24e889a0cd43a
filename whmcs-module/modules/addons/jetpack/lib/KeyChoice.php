<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sentences;

/**
 * Which key a product provisions with: its Module Settings name the partner id, and the secret is the one that is kept.
 */
final class KeyChoice
{
    /** The list's value for the addon's own; a kept key's begins with the other. */
    public const ADDON = 'addon';

    public const KEPT = 'kept:';

    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    public function save(int $product, string $choice): Notice
    {
        return Database::apart(function () use ($product, $choice): Notice {
            $notice = Schema::together(fn (): Notice => $this->saveOnce($product, $choice));
            if ($notice->success) {
                Log::activity(Sentences::keyChosen($product, self::id($choice)), 0);
            }

            return $notice;
        });
    }

    private function saveOnce(int $product, string $choice): Notice
    {
        $rows = Database::table('tblproducts')->where('id', $product)->where('servertype', 'jetpack');
        $found = (clone $rows)->lockForUpdate()->first(['name', 'configoption1', 'configoption2']);
        $id = self::id($choice);
        if ($found === null || ($choice !== self::ADDON && !str_starts_with($choice, self::KEPT))) {
            return new Notice(false, $this->text['keys_not_chosen']);
        }
        if ($id !== '' && Keys::stored($id, true)[0] === null) {
            return new Notice(false, $this->text['keys_gone']);
        }
        if (Licences::areOptions((string) $found->configoption1, (string) $found->configoption2)) {
            return new Notice(false, $this->text['moving_licence_settings']);
        }
        $isAnother = $this->meant($id) !== $this->meant(Typed::plain($found->configoption1));
        if ($isAnother && Unrecorded::mayHavePlans()->where('h.packageid', $product)->exists()) {
            return new Notice(false, sprintf($this->text['keys_unrecorded'], $found->name));
        }
        if (Typed::plain($found->configoption1) === '' && trim((string) $found->configoption2) !== '') {
            return new Notice(false, sprintf($this->text['keys_typed_half'], $found->name));
        }
        if (!$this->keepsTyped($found)) {
            return new Notice(false, sprintf($this->text['keys_typed_otherwise'], $found->name, Typed::plain($found->configoption1)));
        }
        $rows->update([
            'configoption1' => htmlspecialchars($id, ENT_QUOTES),
            'configoption2' => '',
            'updated_at' => date('Y-m-d H:i:s'),
        ]);

        return new Notice(true, $id === ''
            ? sprintf($this->text['keys_chosen_own'], $found->name)
            : sprintf($this->text['keys_chosen'], $found->name, $id));
    }

    /** The addon's own has no name in a product's settings, or its id. */
    private function meant(string $id): string
    {
        return $id === '' ? Typed::plain($this->vars['partner_id'] ?? '') : $id;
    }

    private static function id(string $choice): string
    {
        return $choice === self::ADDON ? '' : substr($choice, strlen(self::KEPT));
    }

    /** A secret that was typed in is not lost by choosing another key: it is kept, unless another one is of the same id. */
    private function keepsTyped(#[\SensitiveParameter] object $product): bool
    {
        $named = Typed::plain($product->configoption1);
        $typed = (string) $product->configoption2;
        if (trim($typed) === '') {
            return true;
        }
        Keys::keep($named, $typed);

        return hash_equals(Typed::decoded($typed), Typed::decoded((string) Keys::stored($named)[0]));
    }
}
