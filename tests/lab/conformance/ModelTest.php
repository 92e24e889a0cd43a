<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** What is not known of WHMCS's models and of its connection. */
final class ModelTest extends LabTestCase
{
    private const START = 'require getenv("LAB_SITE") . "/init.php"; use WHMCS\Database\Capsule; ';

    private function php(string $code): string
    {
        return self::lab('php', '-r', self::START . $code);
    }

    private function fields(): array
    {
        return $this->column("SELECT fieldname FROM tblcustomfields WHERE fieldname LIKE 'state%' ORDER BY id");
    }

    public function testWhetherPropertiesFindAFieldByTheNameBeforeThePipeIsASwitch(): void
    {
        $service = $this->order($this->makeProduct());
        $this->db->exec("UPDATE tblcustomfields SET fieldname = 'state|How it stands' WHERE fieldname = 'activation'");
        $save = "ModuleBuildParams($service)['model']->serviceProperties->save(['state' => 'good']);";
        $this->php($save);
        self::assertSame(['state|How it stands'], $this->fields());

        self::lab('switch', 'properties_find_piped_names', 'off');
        $this->php($save);
        self::assertSame(['state|How it stands', 'state'], $this->fields());
    }

    public function testACachedModelKnowsNothingOfWhatHappenedSince(): void
    {
        $service = $this->order($this->makeProduct());
        $code = "\$model = static fn () => ModuleBuildParams($service)['model']; \$model()->serviceProperties->get('state');"
            . "Capsule::table('tblhosting')->update(['notes' => 'new']);"
            . 'Lab\CustomFields::create("product", (int) Capsule::table("tblproducts")->max("id"), ["fieldname" => "state", "fieldtype" => "text"]);'
            . "\$model()->serviceProperties->save(['state' => 'good']); echo \$model()->notes;";
        self::assertSame('new', $this->php($code));
        self::assertSame(['state'], $this->fields());

        $this->db->exec("DELETE FROM tblcustomfields WHERE fieldname = 'state'; UPDATE tblhosting SET notes = ''");
        self::lab('switch', 'model_is_cached', 'on');
        self::assertSame('', $this->php($code));
        self::assertSame(['state', 'state'], $this->fields());
    }

    public function testAUtf8ConnectionRefusesInStrictModeWhatIsBeyondTheBasicPlane(): void
    {
        $code = "try { Capsule::table('tblclients')->where('id', 1)->update(['notes' => '\u{1F600}']); echo 'fine'; }"
            . 'catch (Throwable $error) { echo $error->errorInfo[1]; }';
        self::assertSame('fine', $this->php($code));

        self::lab('switch', 'sql_mode', 'strict');
        self::lab('switch', 'connection_charset', 'utf8');
        self::assertSame('1366', $this->php($code));
    }

    public function testPreparedStatementsAreEmulatedWhenTheSwitchSaysSo(): void
    {
        $code = 'echo (int) Capsule::connection()->getPdo()->getAttribute(PDO::ATTR_EMULATE_PREPARES);';
        self::assertSame('0', $this->php($code));
        self::lab('switch', 'emulated_prepares', 'on');

        self::assertSame('1', $this->php($code));
    }
}
