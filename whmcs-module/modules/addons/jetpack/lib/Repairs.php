<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * What the set-up's buttons mend, for all products at once and once for all admins who press.
 */
final class Repairs
{
    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    public function fields(): Notice
    {
        Schema::together(static function (): void {
            foreach (Sold::current() as $product) {
                if (CustomFields::flaws($product['id']) !== []) {
                    CustomFields::complete($product['id']);
                    CustomFields::restore($product['id']);
                }
            }
        });

        return new Notice(true, $this->text['setup_fields_repaired']);
    }

    public function mail(): Notice
    {
        $made = Schema::together(static function (): bool {
            $mail = WelcomeMail::id();
            $sold = Sold::current();
            $known = WelcomeMail::known(array_unique(array_column($sold, 'mail')));
            $silent = array_filter($sold, static fn (array $product): bool => !in_array($product['mail'], $known, true));
            Capsule::table('tblproducts')->whereIn('id', array_keys($silent))->update(['welcomeemail' => $mail]);

            return $mail > 0;
        });

        return new Notice($made, $this->text[$made ? 'setup_mail_repaired' : 'no_mail']);
    }
}
