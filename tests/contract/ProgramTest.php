<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WHMCS\Module\Server\Jetpack\Bridge;

/**
 * The program where PHP cannot load the extension: which one is run, how, and what is said where none is. PHP is `nobody` here, as a
 * web server's is not root.
 */
final class ProgramTest extends TestCase
{
    private const PROBLEM = 'echo WHMCS\Module\Server\Jetpack\Bridge::problem() ?? "none";';

    private const ASK = 'try { print_r(WHMCS\Module\Server\Jetpack\Bridge::way()->ask("describe", ["canary" => "s3cret"])); }'
        . ' catch (WHMCS\Module\Server\Jetpack\Stopped $stopped) { echo $stopped->getMessage(); }';

    /** Answers slowly, each question with its own name. */
    private const NUMBERED = 'echo "{\"version\":\"VERSION\",\"deadline\":5}"; while read -r line && test -n "$line"; do'
        . ' n=$(echo "$line" | sed \'s/.*"number":\([0-9]*\).*/\1/\'); q=$(echo "$line" | sed \'s/.*"question":"\([a-z0-9]*\).*/\1/\');'
        . ' sleep 0.3; echo "{\"number\":$n,\"answer\":{\"question\":\"$q\"}}"; done';

    private string $place;

    protected function setUp(): void
    {
        $this->place = Process::place();
        // A checkout in root's home is nothing that `nobody` could read.
        mkdir("$this->place/checkout/tests/contract", 0755, true);
        $checkout = dirname(__DIR__, 2);
        exec("cp -R '$checkout/whmcs-module' '$this->place/checkout/'; cp '$checkout'/tests/contract/*.php '$this->place/checkout/tests/contract/'");
    }

    public function testWhatRootOwnsIsRun(): void
    {
        $this->assertSame('none', $this->said(self::PROBLEM));
        $this->assertStringContainsString('[prefix] => JETPACK MODULE: ', $this->said(self::ASK));
    }

    /** @dataProvider whatMayNotBeChanged */
    #[DataProvider('whatMayNotBeChanged')]
    public function testWhatPhpsUserCouldChangeIsNotRun(string $of, string $change): void
    {
        $step = rtrim("$this->place/$of", '/');
        exec("$change " . escapeshellarg($step));

        foreach ($this->bothSay() as $said) {
            $this->assertStringContainsString('jetpack-partner is not used, because another user than root could change ' . $step . ',', $said);
            $this->assertStringContainsString("chown root:root $step; chmod go-w $step", $said);
        }
    }

    /** @return array<int, array{string, string}> */
    public static function whatMayNotBeChanged(): array
    {
        return [
            ['jetpack-bridge/jetpack-partner', 'chown nobody'],
            ['jetpack-bridge/jetpack-partner', 'chmod o+w'],
            ['jetpack-bridge/jetpack-bridge.ini', 'chown nobody'],
            ['jetpack-bridge/jetpack-bridge.ini', 'chmod o+w'],
            ['jetpack-bridge', 'chown nobody'],
            ['jetpack-bridge', 'chmod o+w'],
            ['', 'chmod o+w'],
            ['', 'chown nobody'],
            ['jetpack-bridge/jetpack-partner', 'chown daemon'],
            ['jetpack-bridge/jetpack-bridge.ini', 'chown daemon'],
            ['jetpack-bridge', 'chown daemon'],
            ['jetpack-bridge', 'chmod 1777'],
        ];
    }

    public function testALinkThatPhpsUserCouldChangeIsNotFollowed(): void
    {
        mkdir("$this->place/open");
        chmod("$this->place/open", 0777);
        symlink("$this->place/jetpack-bridge", "$this->place/open/jetpack-bridge");
        symlink('open/jetpack-bridge/jetpack-partner', "$this->place/jetpack-partner");

        $this->assertStringContainsString("another user than root could change $this->place/open,", $this->said($this->found("$this->place/jetpack-partner")));
    }

    public function testALinkThatRootMadeIsFollowed(): void
    {
        symlink('jetpack-bridge/jetpack-partner', "$this->place/jetpack-partner");

        $this->assertSame("$this->place/jetpack-partner", $this->said($this->found($this->place)));
    }

    public function testSettingsBehindALinkAreTheProgramsOwn(): void
    {
        $settings = "$this->place/jetpack-bridge/jetpack-bridge.ini";
        mkdir("$this->place/settings");
        rename($settings, "$this->place/settings/its.ini");
        symlink('../settings/its.ini', $settings);
        $this->assertSame('none', $this->said(self::PROBLEM));

        chown("$this->place/settings/its.ini", 'daemon');
        foreach ($this->bothSay() as $said) {
            $this->assertStringContainsString("could change $this->place/settings/its.ini,", $said);
        }
    }

    /** @dataProvider whatRootDoesNotRun */
    #[DataProvider('whatRootDoesNotRun')]
    public function testRootRunsNothingThatAnotherUserCouldChange(string $of, string $change): void
    {
        $this->assertSame('none', $this->said(self::PROBLEM, [], []));
        $step = escapeshellarg(rtrim("$this->place/$of", '/'));
        exec(sprintf($change, $step));

        foreach ($this->bothSay([]) as $said) {
            $this->assertStringContainsString('is not used', $said);
        }
    }

    /** @return array<int, array{string, string}> */
    public static function whatRootDoesNotRun(): array
    {
        return [
            ['jetpack-bridge/jetpack-partner', 'chown nobody %s'],
            ['jetpack-bridge/jetpack-partner', 'chmod o+w %s'],
            ['jetpack-bridge', 'chgrp daemon %1$s; chmod g+w %1$s'],
            ['', 'chgrp daemon %1$s; chmod g+w %1$s'],
            ['', 'chown nobody %s'],
        ];
    }

    public function testTheSettingNamesAFolderOrThatProgramAndNoOther(): void
    {
        $there = "$this->place/jetpack-bridge";

        $this->assertSame("$there/jetpack-partner", $this->said($this->found($there)));
        $this->assertSame("$there/jetpack-partner", $this->said($this->found("$there/jetpack-partner")));
        $this->assertStringContainsString('it is not at /bin/sh/jetpack-partner.', $this->said($this->found('/bin/sh')));
        $this->assertStringContainsString('must be a whole path', $this->said($this->found('jetpack-bridge')));
    }

    public function testBelowTheDocumentRootNoneIsLookedFor(): void
    {
        $said = $this->said("\$_SERVER['DOCUMENT_ROOT'] = '$this->place';" . self::PROBLEM);

        $this->assertStringContainsString('it is not at /usr/local/bin/jetpack-partner.', $said);
    }

    public function testPhpsOwnLimitsAreNamed(): void
    {
        $this->assertStringContainsString('disable_functions', $this->said(self::PROBLEM, ['disable_functions=proc_open']));
        $this->assertSame('none', $this->said(self::PROBLEM, ['disable_functions=proc_get_status,posix_geteuid,getmypid,ini_get,getenv']));
        $said = $this->said(self::PROBLEM, ['disable_functions=proc_close,proc_terminate']);
        $this->assertStringContainsString('what disable_functions in php.ini takes away: proc_close, proc_terminate.', $said);
        $modules = "$this->place/checkout";
        $said = $this->said(self::PROBLEM, ["open_basedir=$modules:$this->place/whmcs"]);
        $this->assertStringContainsString("open_basedir of this PHP does not let it look at $this->place/jetpack-bridge/jetpack-partner", $said);
        $this->assertSame('none', $this->said(self::PROBLEM, ["open_basedir=$modules:$this->place/jetpack-bridge/"]));
    }

    public function testWhatMayNotBeExecutedIsNamed(): void
    {
        chmod("$this->place/jetpack-bridge/jetpack-partner", 0644);

        $this->assertStringContainsString('mounted noexec', $this->said(self::PROBLEM));
    }

    public function testAnotherReleaseIsRefused(): void
    {
        $this->replace('echo \'{"version": "9.9.9", "deadline": 25}\'; cat');

        $this->assertStringContainsString('jetpack-partner is version 9.9.9, and the module files are ' . Bridge::VERSION, $this->said(self::PROBLEM));
    }

    public function testWhatTheSystemSaysOfAProgramThatDoesNotStartIsHandedOn(): void
    {
        $this->replace('echo "version GLIBC_9.9 not found" >&2; exit 1');

        $this->assertStringContainsString('does not start: version GLIBC_9.9 not found', $this->said(self::PROBLEM));
    }

    public function testOneThatDoesNotAnswerIsEnded(): void
    {
        $this->replace('echo $$ > ' . "$this->place/pid" . '; echo \'{"version": "VERSION", "deadline": -9}\'; exec sleep 60');
        touch("$this->place/pid");
        chmod("$this->place/pid", 0666);

        $this->assertStringContainsString('did not answer within 1 seconds and was ended', $this->said(self::ASK));
        $this->assertDirectoryDoesNotExist('/proc/' . trim((string) file_get_contents("$this->place/pid")));
    }

    public function testEachQuestionGetsItsOwnAnswerWhateverASignalOrAnotherModulesErrorHandlerDoes(): void
    {
        $this->replace(self::NUMBERED);
        $said = $this->said(<<<'PHP'
            set_error_handler(static fn () => throw new Exception('somebody else\'s handler'));
            pcntl_async_signals(true);
            pcntl_signal(SIGUSR1, static fn () => null, false);
            $way = WHMCS\Module\Server\Jetpack\Bridge::way();
            for ($i = 1; $i < 4; $i++) {
                $me = getmypid();
                if (($child = pcntl_fork()) === 0) {
                    usleep(100_000);
                    posix_kill($me, SIGUSR1);
                    posix_kill(getmypid(), SIGKILL);
                }
                echo $way->ask("q$i", [])['question'], ' ';
                pcntl_waitpid($child, $status);
            }
            PHP, ['extension=posix']);

        $this->assertSame('q1 q2 q3 ', $said);
    }

    public function testAnAnswerToAnotherQuestionIsNotTaken(): void
    {
        $this->replace(str_replace('\"number\":$n', '\"number\":9', self::NUMBERED));

        $this->assertStringContainsString('What it had asked WordPress.com may have happened', $this->said(self::ASK));
    }

    public function testSecretsAreNeitherInItsArgumentsNorInItsEnvironment(): void
    {
        foreach (['environ', 'cmdline', 'stdin'] as $seen) {
            touch("$this->place/$seen");
            chmod("$this->place/$seen", 0666);
        }
        $this->replace("cat /proc/\$\$/environ > $this->place/environ; cat /proc/\$\$/cmdline > $this->place/cmdline;"
            . ' echo \'{"version": "VERSION", "deadline": 25}\'; read -r line; echo "$line" > ' . "$this->place/stdin; echo '{}'");
        putenv('CANARY=s3cret');
        $this->said(self::ASK);
        putenv('CANARY');

        $this->assertStringContainsString('s3cret', (string) file_get_contents("$this->place/stdin"));
        $this->assertSame('', file_get_contents("$this->place/environ"));
        $this->assertStringNotContainsString('s3cret', (string) file_get_contents("$this->place/cmdline"));
    }

    public function testItEndsWithThePhpThatAsked(): void
    {
        $php = proc_open($this->nobody([...$this->code(self::PROBLEM . 'echo "\n"; sleep(60);')]), [1 => ['pipe', 'w']], $pipes);
        $this->assertSame('none', trim((string) fgets($pipes[1])));
        $id = proc_get_status($php)['pid'];
        $program = trim((string) file_get_contents("/proc/$id/task/$id/children"));
        $this->assertStringContainsString('bridge', (string) file_get_contents("/proc/$program/cmdline"));
        proc_terminate($php, 9);
        proc_close($php);

        $this->assertTrue($this->ends($program));
    }

    private function ends(string $process): bool
    {
        for ($tries = 0; $tries < 500; $tries++) {
            $stat = @file_get_contents("/proc/$process/stat");
            if ($stat === false || str_contains($stat, ') Z ')) {
                return true;
            }
            usleep(10_000);
        }

        return false;
    }

    /**
     * What PHP says before it starts the program, and the program itself where `open_basedir` keeps PHP from seeing what is on the way.
     *
     * @param array<int, string>|null $before
     *
     * @return array{string, string}
     */
    private function bothSay(?array $before = null): array
    {
        $hidden = "$this->place/checkout:$this->place/whmcs:$this->place/jetpack-bridge/jetpack-partner";

        return [
            $this->said($this->found("$this->place/jetpack-bridge"), [], $before),
            $this->said(self::PROBLEM, ["open_basedir=$hidden"], $before),
        ];
    }

    private function found(string $asked): string
    {
        return 'try { echo WHMCS\Module\Server\Jetpack\ProgramFile::found(' . var_export($asked, true) . '); }'
            . ' catch (WHMCS\Module\Server\Jetpack\Stopped $stopped) { echo $stopped->getMessage(); }';
    }

    /** @param string $script with `VERSION` for that of the module's files */
    private function replace(string $script): void
    {
        $script = str_replace('VERSION', Bridge::VERSION, $script);
        file_put_contents("$this->place/jetpack-bridge/jetpack-partner", "#!/bin/sh\n$script\n");
    }

    /**
     * @param array<int, string> $ini
     * @param array<int, string>|null $before
     */
    private function said(string $code, array $ini = [], ?array $before = null): string
    {
        $options = [];
        foreach ($ini as $line) {
            array_push($options, '-d', $line);
        }
        [, $output] = Process::php([...$options, ...$this->code($code)], $before ?? $this->nobody());

        return $output;
    }

    /** @return array<int, string> */
    private function code(string $code): array
    {
        return ['-r', "define('ROOTDIR', '$this->place/whmcs'); require '$this->place/checkout/tests/contract/bootstrap.php'; $code"];
    }

    /**
     * @param array<int, string> $arguments
     *
     * @return array<int, string>
     */
    private function nobody(array $arguments = []): array
    {
        $drop = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'];

        return $arguments === [] ? $drop : [...$drop, Process::binary(), '-n', ...$arguments];
    }
}
