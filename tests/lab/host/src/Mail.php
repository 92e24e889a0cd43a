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
        $fields = self::mergeFields($service, $product, $client);
        $vars = ['messagename' => $template->name, 'relid' => $service->id, 'mergefields' => $fields];
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
    private static function mergeFields(stdClass $service, stdClass $product, stdClass $client): array
    {
        $fields = [
            'client_id' => $client->id,
            'client_name' => "$client->firstname $client->lastname",
            'client_first_name' => $client->firstname,
            'client_email' => $client->email,
            'company_name' => $GLOBALS['CONFIG']['CompanyName'],
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
