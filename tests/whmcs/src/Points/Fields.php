<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Rows;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;

/** Custom fields, and the model's service properties. */
final class Fields
{
    public static function ask(Stage $stage, Report $report): void
    {
        self::blanks($stage, $report);
        $stage->order();
        $properties = self::model($stage)->serviceProperties;
        $before = self::ofOthers($stage);
        $properties->save(['Planted' => 'saved', 'Piped' => 'saved', 'Made by itself' => 'saved']);
        $report->check('serviceProperties write this service\'s field', self::value($stage, 'Planted') === 'saved');
        $report->check('serviceProperties write nobody else\'s', self::ofOthers($stage) === $before);
        $isFound = self::value($stage, 'Piped|What people see') === 'saved';
        $another = self::field($stage, 'Piped') !== null;
        $report->found('properties_find_piped_names', '1.8', $isFound && !$another ? 'on' : 'off', $another ? 'another field is made' : '');
        $made = self::field($stage, 'Made by itself');
        $report->check('serviceProperties make a field that is missing', $made !== null);
        if ($made !== null) {
            $report->found('auto_created_field_adminonly', '1.8', $made->adminonly === 'on' ? 'on' : 'off', "type $made->fieldtype, on the form: " . ($made->showorder ?: 'no'));
        }
        self::cache($stage, $report);
    }

    private static function blanks(Stage $stage, Report $report): void
    {
        $has = static fn (string $name): bool => self::value($stage, $name) !== null;
        $report->check('a value belongs to tblhosting.id', $has('Planted'));
        $blank = $has('Left blank');
        $staff = $has('Not on the form');
        $text = 'left blank: ' . ($blank ? 'a row' : 'none') . ', not on the form: ' . ($staff ? 'a row' : 'none');
        $report->found('create_row_for_empty_custom_field', '1.8', $blank && $staff ? 'on' : ($blank || $staff ? 'some' : 'off'), $text);
    }

    /** Whether what this process has read before is read anew by the next call. */
    private static function cache(Stage $stage, Report $report): void
    {
        self::model($stage)->serviceProperties->get('Comes later');
        $field = $stage->addField('Comes later', '');
        Rows::insert('tblcustomfieldsvalues', ['fieldid' => $field, 'relid' => $stage->service, 'value' => 'there']);
        Api::must('UpdateClientProduct', ['serviceid' => $stage->service, 'domain' => "later-$stage->number.example.com"]);
        $model = self::model($stage);
        $isStale = $model->domain !== "later-$stage->number.example.com";
        $isLate = $model->serviceProperties->get('Comes later') !== 'there';
        $text = 'the row: ' . ($isStale ? 'as before' : 'anew') . ', its fields: ' . ($isLate ? 'as before' : 'anew');
        $report->found('model_is_cached', '11', $isStale || $isLate ? 'on' : 'off', $text);
    }

    /** The model of a call that is made now, and stopped before it reaches the module. */
    private static function model(Stage $stage): object
    {
        $seen = Watch::during(static fn () => Watch::abort(
            'PreModuleSuspend',
            static fn (): array => Api::ask('ModuleSuspend', ['serviceid' => $stage->service]),
        ));

        return Watch::of('PreModuleSuspend', $seen)[0]['params']['model'];
    }

    private static function field(Stage $stage, string $name): ?object
    {
        return Capsule::table('tblcustomfields')->where('type', 'product')->where('relid', $stage->product)->where('fieldname', $name)->first();
    }

    private static function value(Stage $stage, string $name): ?string
    {
        $field = self::field($stage, $name);
        $value = Capsule::table('tblcustomfieldsvalues')->where('fieldid', $field->id ?? 0)->where('relid', $stage->service)->value('value');

        return $value === null ? null : (string) $value;
    }

    /** The values of the run's other services, to see that they stay as they are. */
    private static function ofOthers(Stage $stage): string
    {
        $rows = Capsule::table('tblcustomfieldsvalues')->whereIn('fieldid', $stage->fields)->where('relid', '<>', $stage->service);

        return (string) json_encode($rows->orderBy('id')->get()->all());
    }
}
