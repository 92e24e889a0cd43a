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
                $fields = CustomFields::of($product);
                if ($fields->flaws() !== []) {
                    $fields->complete();
                    $fields->restore();
                }
            }
        });

        return new Notice(true, $this->text['setup_fields_repaired']);
    }

    public function mail(): Notice
    {
        $made = Schema::together(static function (): bool {
            $mail = WelcomeMail::id();
            Capsule::table('tblproducts')->whereIn('id', array_column(WelcomeMail::silent(Sold::current()), 'id'))->update(['welcomeemail' => $mail]);

            return $mail > 0;
        });

        return new Notice($made, $this->text[$made ? 'setup_mail_repaired' : 'no_mail']);
    }
}
