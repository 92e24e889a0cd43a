<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\Command;
use Lab\Module\Params;
use Lab\Module\ServerModule;
use Lab\Module\ServiceTarget;
use Smarty;
use stdClass;
use WHMCS\Module\Server\CustomAction;
use WHMCS\Module\Server\CustomActionCollection;

/** What a module adds to the client's page of a service, in all documented shapes (contract, section 1.7). */
final class ClientArea
{
    /** Variables of the documented set whose subject the lab does not have; there, so that reading one is no warning. */
    private const ABSENT = [
        'dedicatedip' => '', 'assignedips' => '', 'ns1' => '', 'ns2' => '', 'serverdata' => [], 'lastupdate' => '',
        'diskusage' => 0, 'disklimit' => 0, 'diskpercent' => '', 'bwusage' => 0, 'bwlimit' => 0, 'bwpercent' => '',
        'packagesupgrade' => false, 'pendingcancellation' => false, 'modulecustombuttonresult' => '',
    ];

    private readonly stdClass $product;
    private readonly ?ServerModule $module;

    public function __construct(private readonly stdClass $service)
    {
        $this->product = Capsule::table('tblproducts')->find($service->packageid);
        $this->module = ServerModule::exists($this->product->servertype) ? ServerModule::load($this->product->servertype) : null;
    }

    /** @return array{replacement: string, output: string} HTML that replaces the overview, HTML that is added to it */
    public function render(): array
    {
        $none = ['replacement' => '', 'output' => ''];
        $isInactive = $this->service->domainstatus !== 'Active';
        if ($this->module === null || ($isInactive && !Switches::isOn('client_area_when_inactive'))) {
            return $none;
        }
        $params = Params::ofService((int) $this->service->id);
        $answer = $this->module->has('ClientArea') ? $this->module->call('ClientArea', $params) : null;
        if (is_string($answer)) {
            return ['output' => $answer] + $none;
        }
        $answer = is_array($answer) ? $answer : [];
        $extra = (array) ($answer['templateVariables'] ?? $answer['vars'] ?? []);
        foreach (['tabOverviewReplacementTemplate' => 'replacement', 'tabOverviewModuleOutputTemplate' => 'output'] as $key => $part) {
            if (!empty($answer[$key])) {
                return [$part => $this->template($this->file((string) $answer[$key]), $params, $extra)] + $none;
            }
        }
        $file = $this->file(($answer['templatefile'] ?? 'clientarea') . '.tpl');

        return isset($answer['templatefile']) || is_file($file)
            ? ['output' => $this->template($file, $params, $extra)] + $none
            : $none;
    }

    /** Runs a function that the client may run, and no other. */
    public function custom(string $function): string
    {
        $allowed = array_merge(
            array_values($this->buttons()),
            array_values($this->module?->list('ClientAreaAllowedFunctions', $this->params(...)) ?? []),
        );
        if (!in_array($function, $allowed, true)) {
            return 'Function Not Allowed';
        }

        return (new Command(new ServiceTarget((int) $this->service->id), isAutomated: false))->run($function);
    }

    /** @return array<string, string> label => function */
    public function buttons(): array
    {
        return $this->module?->list('ClientAreaCustomButtonArray', $this->params(...)) ?? [];
    }

    /** Single sign-on (developer docs). Whether WHMCS asks for services that are not Active is U. */
    public function signOn(): mixed
    {
        $isInactive = $this->service->domainstatus !== 'Active';
        if (!($this->module?->has('ServiceSingleSignOn') ?? false) || ($isInactive && !Switches::isOn('sign_on_when_inactive'))) {
            return ['success' => false, 'errorMsg' => 'Single Sign-On is not available'];
        }

        return $this->module->call('ServiceSingleSignOn', $this->params());
    }

    /** @return list<CustomAction> what the module offers as buttons; in WHMCS on the first page and in the sidebar */
    public function actions(): array
    {
        $answer = ($this->module?->has('CustomActions') ?? false) ? $this->module->call('CustomActions', $this->params()) : null;

        return $answer instanceof CustomActionCollection ? array_values($answer->all()) : [];
    }

    /** Runs one of these. */
    public function act(string $identifier): mixed
    {
        foreach ($this->actions() as $action) {
            if ($action->getIdentifier() === $identifier && $action->isActive()) {
                return Output::watch("custom action $identifier", $action->invokeCallable(...));
            }
        }

        return ['success' => false, 'errorMsg' => 'Invalid Custom Action'];
    }

    /** @return array<string, mixed> what every template on this page can use */
    public function variables(): array
    {
        $fields = array_filter(
            CustomFields::ofProduct((int) $this->product->id),
            static fn (stdClass $field): bool => $field->adminonly !== 'on',
        );
        $values = array_map(fn (stdClass $field): array => [
            'id' => $field->id,
            'name' => CustomFields::label($field),
            'value' => CustomFields::valueOf($field, (int) $this->service->id),
        ], array_values($fields));
        $variables = [
            'id' => $this->service->id,
            'serviceid' => $this->service->id,
            'product' => $this->product->name,
            'groupname' => Capsule::table('tblproductgroups')->where('id', $this->product->gid)->value('name'),
            'domain' => $this->service->domain,
            'username' => $this->service->username,
            'status' => $this->service->domainstatus,
            'rawstatus' => strtolower($this->service->domainstatus),
            'regdate' => $this->service->regdate,
            'nextduedate' => $this->service->nextduedate,
            'billingcycle' => $this->service->billingcycle,
            'paymentmethod' => $this->service->paymentmethod,
            'modulename' => $this->product->servertype,
            'firstpaymentamount' => '$' . $this->service->firstpaymentamount,
            'recurringamount' => '$' . $this->service->amount,
            'suspendreason' => $this->service->suspendreason,
            'configurableoptions' => [],
            'productcustomfields' => $values,
            'customfields' => $values,
            'LANG' => new Language(),
            'token' => Token::value(),
            'WEB_ROOT' => '',
            'systemurl' => $GLOBALS['CONFIG']['SystemURL'],
        ] + self::ABSENT;

        return self::extended('ClientAreaPageProductDetails', $variables);
    }

    /** Puts the token into every POST form that has none. */
    public static function withTokens(string $html): string
    {
        return (string) preg_replace_callback(
            '#(<form\b[^>]*\bmethod=["\']?post["\']?[^>]*>)(.*?)(</form>)#is',
            static fn (array $form): string => str_contains($form[2], 'name="token"')
                ? $form[0]
                : $form[1] . Token::field() . $form[2] . $form[3],
            $html,
        );
    }

    /** @return array<string, mixed> */
    private function params(): array
    {
        return Params::ofService((int) $this->service->id);
    }

    /** Relative to the module, or to its directory `templates` (WHMCS docs, Custom Modules). */
    private function file(string $name): string
    {
        $direct = $this->module->directory() . '/' . $name;
        $below = $this->module->directory() . '/templates/' . $name;

        return is_file($direct) || !is_file($below) ? $direct : $below;
    }

    /**
     * No automatic escaping, as in WHMCS: a template has to escape for itself.
     *
     * @param array<string, mixed> $params
     * @param array<string, mixed> $extra
     */
    private function template(string $file, array $params, array $extra): string
    {
        $variables = $this->variables();
        $variables = self::extended('ClientAreaProductDetailsPreModuleTemplate', $variables);
        $smarty = new Smarty();
        $smarty->setTemplateDir($this->module->directory());
        $smarty->setCompileDir(Settings::get('templates_compiledir'));
        $smarty->assign($extra + $variables + $params);

        return $smarty->fetch('file:' . $file);
    }

    /**
     * @param array<string, mixed> $variables
     *
     * @return array<string, mixed>
     */
    private static function extended(string $hook, array $variables): array
    {
        foreach (array_filter(Hooks::run($hook, $variables), 'is_array') as $answer) {
            $variables = $answer + $variables;
        }

        return $variables;
    }
}
