<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Mail\Template;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Reminder;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * The mail that a client gets once a plan is provisioned: it holds the next step. An ordinary template of WHMCS's, which the
 * host may change; it is made once and never written again.
 */
final class WelcomeMail
{
    public const NAME = Reminder::WELCOME;

    /**
     * The template's id, in the transaction that makes the products. No API makes one, so WHMCS's model does
     * (whmcs-contract.md §11).
     *
     * @return int 0 when it cannot be made: products work without it
     */
    public static function id(): int
    {
        try {
            $template = Template::master()->where('type', 'product')->where('name', self::NAME)->first();

            return (int) ($template ?? self::make())->id;
        } catch (Throwable $defect) {
            if (Transaction::isLost()) {
                // It is run again.
                throw $defect;
            }
            Log::defect('make mail template', $defect);

            return 0;
        }
    }

    /**
     * Of a product addon WHMCS sends the parent service's fields, so none of those needs the mail (whmcs-contract.md §11).
     *
     * @param array<int, array{isAddon: bool, id: int, name: string, mail: int}> $sold as `Sold` tells of them
     *
     * @return array<int, array{isAddon: bool, id: int, name: string, mail: int}> the products without a mail that is sent
     */
    public static function silent(array $sold): array
    {
        $products = array_filter($sold, static fn (array $one): bool => !$one['isAddon']);
        $sent = array_map('intval', Template::whereIn('id', array_unique(array_column($products, 'mail')))->where('disabled', 0)->pluck('id')->all());

        return array_filter($products, static fn (array $product): bool => !in_array($product['mail'], $sent, true));
    }

    private static function make(): Template
    {
        $text = Language::fallback();
        $template = new Template();
        $template->type = 'product';
        $template->name = self::NAME;
        $template->subject = $text['mail_subject'];
        $template->message = $text['mail_message'];
        $template->language = '';
        $template->custom = 1;
        $template->disabled = 0;
        $template->plaintext = 0;
        $template->save();

        return $template;
    }
}
