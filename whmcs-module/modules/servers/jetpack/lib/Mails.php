<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * What mails about a service can say of its plan, as merge fields.
 */
final class Mails
{
    /** The only type of template whose mails are about a service (whmcs-contract.md §11). */
    private const TYPE = 'product';

    /** Each field with what it holds, for those who write templates. */
    private const FIELDS = [
        'jetpack_details' => 'Jetpack: what the client has to do next, as in the field jetpack_provisioning_details',
        'jetpack_next_url' => 'Jetpack: where the client connects his site; empty when that is not the next step',
        'jetpack_state' => 'Jetpack: how the plan stands, in the client\'s language',
        'jetpack_site' => 'Jetpack: the site\'s address',
    ];

    /**
     * @param array<string, mixed> $vars of `EmailTplMergeFields`
     *
     * @return array<string, string> what the editor of a template offers
     */
    public static function offered(array $vars): array
    {
        return ($vars['type'] ?? '') === self::TYPE ? self::FIELDS : [];
    }

    /**
     * The hook runs for every templated mail, and what `relid` counts is the template's type to say: an invoice may have a
     * service's number (whmcs-contract.md §11).
     *
     * @return array<string, string> merge fields
     */
    public static function fields(string $template, int $relid): array
    {
        $types = Capsule::table('tblemailtemplates')->where('name', $template)->distinct()->pluck('type')->all();
        if ($types !== [self::TYPE] || $relid <= 0) {
            return [];
        }
        $text = (new Details(['serviceid' => $relid]))->text();
        $step = self::step($relid);
        if ($text === null && $step === null) {
            return [];
        }

        return ($text === null ? [] : ['jetpack_details' => $text]) + [
            'jetpack_next_url' => $step !== null && $step->waits ? $step->url : '',
            'jetpack_state' => $step === null ? '' : $step->word(),
            'jetpack_site' => $step === null ? '' : $step->site,
        ];
    }

    /** What goes wrong here does not keep the mail from saying what the field says. */
    private static function step(int $service): ?NextStep
    {
        try {
            $language = Capsule::table('tblhosting')
                ->join('tblclients', 'tblclients.id', '=', 'tblhosting.userid')
                ->where('tblhosting.id', $service)
                ->value('tblclients.language');

            return NextStep::of(['service', $service], ['clientsdetails' => ['language' => $language]]);
        } catch (Throwable $defect) {
            Log::defect('EmailPreSend', $defect, "service #$service");

            return null;
        }
    }
}
