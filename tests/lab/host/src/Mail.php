<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Smarty;
use stdClass;

/** Mails are rows in tblemails; nothing is sent. Bodies are Smarty templates with merge fields. */
final class Mail
{
    /**
     * The welcome mail of a product, which goes out right after Create succeeded (contract, section 1.2). That of an
     * addon is about its parent service here (U).
     */
    public static function welcome(int $serviceId, int $templateId): void
    {
        $template = Capsule::table('tblemailtemplates')->where('id', $templateId)->first();
        if ($template === null) {
            return;
        }
        $service = Capsule::table('tblhosting')->find($serviceId);
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $client = Capsule::table('tblclients')->find($service->userid);
        self::send($template, (int) $service->id, $client, self::ofService($service, $product));
    }

    /**
     * A mail of type product, in the client's language where the template has a row for it.
     *
     * @param array<string, mixed> $more
     */
    public static function aboutService(string $name, int $serviceId, array $more): bool
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        if ($service === null) {
            return false;
        }
        $client = Capsule::table('tblclients')->find($service->userid);
        $rows = Capsule::table('tblemailtemplates')->where('type', 'product')->where('name', $name);
        $template = (clone $rows)->where('language', (string) $client->language)->first() ?? $rows->where('language', '')->first();
        self::send($template, $serviceId, $client, $more + self::ofService($service, Capsule::table('tblproducts')->find($service->packageid)));

        return true;
    }

    /** About an order: a general mail, whose relid is the client's id. */
    public static function orderConfirmation(int $orderId): void
    {
        $order = Capsule::table('tblorders')->find($orderId);
        $fields = ['order_id' => $order->id, 'order_number' => $order->ordernum];
        self::named('general', 'Order Confirmation', (int) $order->userid, (int) $order->userid, $fields);
    }

    /** About an invoice, whose id it has as relid: no wonder if a service has the same. */
    public static function invoice(string $template, int $invoiceId): void
    {
        $invoice = Capsule::table('tblinvoices')->find($invoiceId);
        if ($invoice !== null) {
            $fields = ['invoice_num' => $invoice->id, 'invoice_total' => $invoice->total];
            self::named('invoice', $template, $invoiceId, (int) $invoice->userid, $fields);
        }
    }

    /** @param array<string, mixed> $fields */
    private static function named(string $type, string $name, int $relid, int $clientId, array $fields): void
    {
        $template = Capsule::table('tblemailtemplates')->where('type', $type)->where('name', $name)->first();
        $client = Capsule::table('tblclients')->find($clientId);
        if ($template !== null && $client !== null) {
            self::send($template, $relid, $client, $fields);
        }
    }

    /**
     * Every templated mail runs EmailPreSend; what `relid` counts depends on the template's type (contract, section 11).
     *
     * @param array<string, mixed> $fields
     */
    private static function send(stdClass $template, int $relid, stdClass $client, array $fields): void
    {
        $fields += self::ofClient($client);
        $vars = ['messagename' => $template->name, 'relid' => $relid, 'mergefields' => $fields];
        foreach (array_filter(Hooks::run('EmailPreSend', $vars), 'is_array') as $answer) {
            if (!empty($answer['abortsend'])) {
                return;
            }
            $fields = $answer + $fields;
        }
        $subject = self::render($template->subject, $fields);
        self::record((int) $client->id, $client->email, $subject, self::render($template->message, $fields));
    }

    /** WHMCS tells staff by mail when an automated action failed (contract, section 1.4); its wording is U. */
    public static function failureNotice(string $what): void
    {
        $staff = (string) Capsule::table('tblconfiguration')->where('setting', 'Email')->value('value');
        self::record(0, $staff, 'Automatic Setup Failed', $what);
    }

    /**
     * `service_custom_field_<name>`, lower case and without punctuation (observed); whether underscores stay is U, so
     * both spellings exist here. `service_custom_fields_by_name` is the lab's own, for its template.
     *
     * @return array<string, mixed>
     */
    private static function ofService(stdClass $service, stdClass $product): array
    {
        $fields = [
            'service_id' => $service->id,
            'service_order_id' => $service->orderid,
            'service_product_name' => $product->name,
            'service_domain' => $service->domain,
            'service_username' => $service->username,
            'service_status' => $service->domainstatus,
            'service_custom_fields' => [],
            'service_custom_fields_by_name' => [],
        ];
        foreach (CustomFields::ofProduct((int) $product->id) as $field) {
            $value = CustomFields::valueOf($field, (int) $service->id);
            $name = strtolower(CustomFields::key($field));
            $fields['service_custom_field_' . preg_replace('/[^a-z0-9]/', '', $name)] = $value;
            $fields['service_custom_field_' . preg_replace('/[^a-z0-9_]/', '', $name)] = $value;
            $fields['service_custom_fields'][] = $value;
            $fields['service_custom_fields_by_name'][CustomFields::label($field)] = $value;
        }

        return $fields;
    }

    /** @return array<string, mixed> what every mail to a client can say */
    private static function ofClient(stdClass $client): array
    {
        $url = Settings::get('lab_url') . '/clientarea.php';

        return [
            'client_id' => $client->id,
            'client_name' => "$client->firstname $client->lastname",
            'client_first_name' => $client->firstname,
            'client_email' => $client->email,
            'company_name' => $GLOBALS['CONFIG']['CompanyName'],
            'whmcs_url' => $url,
            'whmcs_link' => "<a href=\"$url\">$url</a>",
            'signature' => $GLOBALS['CONFIG']['CompanyName'],
        ];
    }

    /** @param array<string, mixed> $fields */
    private static function render(string $template, array $fields): string
    {
        $smarty = new Smarty();
        $smarty->setCompileDir(Settings::get('templates_compiledir'));
        $smarty->assign($fields);

        return $smarty->fetch('string:' . $template);
    }

    private static function record(int $clientId, string $to, string $subject, string $message): void
    {
        Database::insert('tblemails', [
            'userid' => $clientId, 'to' => $to, 'subject' => $subject, 'message' => $message, 'date' => date('Y-m-d H:i:s'),
        ]);
    }
}
