<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Starting, mending and clearing the lab. */
final class LifeTest extends LabTestCase
{
    public function testIniLinesReachTheCommandLine(): void
    {
        self::assertSame('17', self::lab('php', '-r', 'echo ini_get("precision");'));
    }

    public function testHelpersWorkOnTheCommandLine(): void
    {
        $code = 'require getenv("LAB_SITE") . "/init.php"; echo localAPI("GetConfigurationValue", ["setting" => "Language"])["value"];';

        self::assertSame('english', self::lab('php', '-r', $code));
    }

    public function testAResetDropsWhatModulesMadeAndMendsRights(): void
    {
        $this->activateAddon();
        self::lab('sql', "REVOKE CREATE ON whmcs.* FROM 'whmcs'@'localhost'; DROP TABLE tblproducts_slugs");
        self::lab('reset');

        self::assertSame([], $this->column("SHOW TABLES LIKE 'mod_%'"));
        self::assertNotSame([], $this->column("SHOW TABLES LIKE 'tblproducts_slugs'"));
        $this->admin->open('admin/login.php')->press('Login', ['username' => 'admin', 'password' => 'admin']);
        $this->activateAddon();
        self::assertStringContainsString('made a table', $this->admin->body);
    }

    public function testTheAddressOfAFolderOpensItsPageAndShowsNoSource(): void
    {
        foreach (['', 'admin', 'admin/'] as $address) {
            $page = $this->admin->open($address);
            self::assertSame(200, $page->status, $address);
            self::assertStringContainsString('<h1>', $page->body);
            self::assertStringNotContainsString('<?php', $page->body);
        }
        self::assertStringContainsString('Pending orders', $this->admin->open('admin/')->body);
        self::assertSame(404, $this->admin->open('assets/')->status);
    }

    public function testUpMendsWhatWasKilled(): void
    {
        foreach (['nginx', 'fpm', 'mariadbd'] as $part) {
            posix_kill((int) file_get_contents(getenv('LAB_DIR') . "/run/$part.pid"), 9);
        }
        self::lab('up');

        self::assertStringContainsString('answers', self::lab('status'));
        self::assertSame(200, $this->client->open('index.php')->status);
    }

    public function testASecondUpRestartsNothing(): void
    {
        $before = self::lab('status');
        self::lab('up');

        self::assertSame($before, self::lab('status'));
    }
}
