<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;
use WHMCS\Mail\Template;

/**
 * The mail that tells an owner to connect his site: at once where no welcome mail of this module's does, on day 3 and on day 10.
 * When it is due is Rust's to say. An ordinary template of WHMCS's, with a row for each language, which the host may change:
 * it is made when it is first needed, and never written again.
 */
final class Reminder
{
    public const TEMPLATE = 'Jetpack Reminder';

    /** The template that products get; its mail holds the next step already. */
    public const WELCOME = 'Jetpack Welcome';

    /** WHMCS's languages that there are texts for; the first is that of the row without one. */
    private const LANGUAGES = ['english', 'german', 'french', 'spanish'];

    /**
     * @param array<string, mixed> $row as it was before this mail was counted
     */
    public static function send(array $row): void
    {
        try {
            $service = Home::serviceOf($row['service_type'], (int) $row['service_id'], (int) $row['client_id']);
            if ($service === null || ((int) $row['mails'] === 0 && self::isWelcomed($row))) {
                return;
            }
            self::makeTemplate();
            $said = Command::run('SendEmail', [
                'messagename' => self::TEMPLATE,
                // Of a product addon the parent's: WHMCS sends no mail about the addon itself (whmcs-contract.md §11).
                'id' => $service,
                'customvars' => base64_encode(serialize(self::fields($row))),
            ]);
            if ($said !== null) {
                Log::activity(Sentences::mailFailed(self::TEMPLATE, $said), (int) $row['client_id']);
            }
        } catch (Throwable $defect) {
            Log::defect('SendEmail', $defect, "$row[service_type] #$row[service_id]");
        }
    }

    /**
     * @param array<string, mixed> $row
     */
    private static function isWelcomed(array $row): bool
    {
        return $row['service_type'] === 'service' && Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->join('tblemailtemplates', 'tblemailtemplates.id', '=', 'tblproducts.welcomeemail')
            ->where('tblhosting.id', $row['service_id'])
            ->where('tblemailtemplates.name', self::WELCOME)
            ->exists();
    }

    /**
     * Names of their own: the merge fields of `EmailPreSend` are about the service that the mail is sent for, which may be an
     * addon's parent with a plan of its own.
     *
     * @param array<string, mixed> $row
     *
     * @return array<string, string>
     */
    private static function fields(array $row): array
    {
        $language = Capsule::table('tblclients')->where('id', $row['client_id'])->value('language');
        $step = NextStep::of([$row['service_type'], (int) $row['service_id']], ['clientsdetails' => ['language' => $language]]);

        return [
            'jetpack_reminder_text' => $step === null ? '' : $step->text(),
            'jetpack_reminder_until' => $step === null ? '' : $step->until(),
            'jetpack_reminder_url' => $step === null ? '' : $step->url,
            'jetpack_reminder_button' => $step === null ? '' : $step->button(),
        ];
    }

    private static function makeTemplate(): void
    {
        if (Template::master()->where('type', 'product')->where('name', self::TEMPLATE)->exists()) {
            return;
        }
        foreach (self::LANGUAGES as $index => $language) {
            $template = new Template();
            $template->type = 'product';
            $template->name = self::TEMPLATE;
            $template->subject = ClientTexts::in($language, 'reminder_subject');
            $template->message = self::message($language);
            $template->language = $index === 0 ? '' : $language;
            $template->custom = 1;
            $template->disabled = 0;
            $template->plaintext = 0;
            $template->save();
        }
    }

    private static function message(string $language): string
    {
        return '<p>' . ClientTexts::in($language, 'reminder_greeting') . "</p>\n"
            . "<p>{\$jetpack_reminder_text|escape}</p>\n"
            . '{if $jetpack_reminder_url}<p><a href="{$jetpack_reminder_url|escape}">{$jetpack_reminder_button|escape}</a></p>' . "\n{/if}"
            . "<p>{\$jetpack_reminder_until|escape}</p>\n"
            . "<p>{\$signature}</p>";
    }
}
