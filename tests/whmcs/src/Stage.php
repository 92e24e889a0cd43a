<?php

declare(strict_types=1);

namespace ContractTest;

use RuntimeException;
use WHMCS\Database\Capsule;

/** What a run makes to look at: a group, products, a product addon, a client, and what he orders. Nobody can order them, and all is free. */
final class Stage
{
    /** A text in which WHMCS changes something wherever it encodes entities. */
    public const PLANTED = "a & \"b\" <c> 'd'";

    public readonly string $number;
    public readonly string $password;
    public readonly int $group;

    /** The product that orders are of, and one that recurs and was given no prices. */
    public readonly int $product;
    public readonly int $unpriced;
    public readonly int $addon;
    public readonly int $client;

    /** @var array<string, mixed> what AddProduct answered */
    public readonly array $added;

    /** The first service of the product. */
    public int $service = 0;

    /** @var array<string, int> custom fields of the product, by name */
    public array $fields = [];

    public function __construct()
    {
        $this->number = Marks::newNumber();
        $this->password = 'Ct-' . bin2hex(random_bytes(8));
        self::makeTable();
        $this->group = Rows::insert('tblproductgroups', [
            'name' => Marks::name($this->number), 'slug' => "contract-test-$this->number", 'hidden' => 1, 'order' => 9999,
        ]);
        [$this->product, $this->added] = $this->addProduct('', ['paytype' => 'free', 'configoption3' => self::PLANTED, 'configoption2' => 'Ct-secret']);
        [$this->unpriced] = $this->addProduct('unpriced', ['paytype' => 'recurring']);
        $this->addon = $this->addAddon();
        $this->client = $this->addClient('');
        $this->fields = [
            'Planted' => $this->addField('Planted', 'on'),
            'Left blank' => $this->addField('Left blank', 'on'),
            'Not on the form' => $this->addField('Not on the form', ''),
            'Piped' => $this->addField('Piped|What people see', ''),
        ];
        $this->service = $this->order()['services'][0];
    }

    /**
     * @param list<int> $addons
     *
     * @return array{order: int, services: list<int>, addons: list<int>}
     */
    public function order(?int $product = null, array $addons = [], array $values = []): array
    {
        $values = $values === [] && $product === null ? [$this->fields['Planted'] => self::PLANTED] : $values;
        $ordered = Api::must('AddOrder', [
            'clientid' => $this->client,
            'paymentmethod' => $this->paymentMethod(),
            'pid' => [$product ?? $this->product],
            'domain' => ["contract-test-$this->number.example.com"],
            'billingcycle' => ['free'],
            'customfields' => [base64_encode(serialize($values))],
            'addons' => [implode(',', $addons)],
            'noinvoice' => true,
            'noinvoiceemail' => true,
            'noemail' => true,
        ]);
        $ids = static fn (string $list): array => array_values(array_filter(array_map('intval', explode(',', $list))));
        $made = [
            'order' => (int) $ordered['orderid'],
            'services' => $ids((string) ($ordered['serviceids'] ?? $ordered['productids'] ?? '')),
            'addons' => $ids((string) ($ordered['addonids'] ?? '')),
        ];
        // What is written about them outlives them.
        Records::write('ordered', $made);

        return $made;
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return array{int, array<string, mixed>} its id, and what was answered
     */
    public function addProduct(string $what, array $values): array
    {
        $name = Marks::name($this->number, $what);
        $answer = Api::must('AddProduct', $values + [
            'name' => $name, 'gid' => $this->group, 'type' => 'other', 'module' => Marks::MODULE, 'autosetup' => '', 'hidden' => true,
        ]);
        $id = (int) Capsule::table('tblproducts')->where('gid', $this->group)->where('name', $name)->value('id');
        if ($id === 0) {
            throw new RuntimeException("AddProduct made no product of the name $name");
        }

        return [$id, $answer];
    }

    public function addField(string $name, string $onForm, string $type = 'product', ?int $owner = null): int
    {
        return Rows::insert('tblcustomfields', [
            'type' => $type, 'relid' => $owner ?? $this->product, 'fieldname' => $name, 'fieldtype' => 'text', 'showorder' => $onForm,
            'description' => '', 'fieldoptions' => '', 'regexpr' => '', 'adminonly' => '', 'required' => '', 'showinvoice' => '',
        ]);
    }

    public function addClient(string $which): int
    {
        return (int) Api::must('AddClient', [
            'firstname' => 'Contract', 'lastname' => "Test $this->number$which", 'companyname' => self::PLANTED,
            'email' => Marks::email($this->number, $which), 'address1' => '1 Test Street', 'city' => 'Test', 'state' => 'Test',
            'postcode' => '10000', 'country' => 'US', 'phonenumber' => '2125550100', 'password2' => $this->password,
            'noemail' => true, 'skipvalidation' => true,
        ])['clientid'];
    }

    /** Its id is another than the product's, so that one can tell of which of them a number is. */
    private function addAddon(): int
    {
        do {
            $id = Rows::insert('tbladdons', [
                'name' => Marks::name($this->number, 'addon'), 'packages' => (string) $this->product, 'billingcycle' => 'free',
                'type' => 'other', 'module' => Marks::MODULE, 'hidden' => 1, 'autoactivate' => '',
            ]);
        } while ($id === $this->product);
        foreach (['First', 'Secret', 'Planted'] as $index => $name) {
            Rows::insert('tblmodule_configuration', [
                'entity_type' => 'addon', 'entity_id' => $id, 'setting_name' => 'configoption' . ($index + 1), 'friendly_name' => $name, 'value' => '',
            ]);
        }

        return $id;
    }

    private function paymentMethod(): string
    {
        $methods = Api::must('GetPaymentMethods')['paymentmethods']['paymentmethod'] ?? [];
        if ($methods === []) {
            throw new RuntimeException('no payment method is active, and an order needs one, also when it is free');
        }

        return (string) $methods[0]['module'];
    }

    /** Where the recording module writes. */
    private static function makeTable(): void
    {
        Capsule::schema()->create(Marks::TABLE, static function ($table): void {
            $table->increments('id');
            $table->string('what', 64);
            $table->text('details');
        });
    }
}
