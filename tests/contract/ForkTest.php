<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

/**
 * A process that has already called, and then forks: the child must neither use nor close what its
 * parent holds (php-extension.md §2a).
 */
final class ForkTest extends TestCase
{
    public function testParentAndChildBothGoOn(): void
    {
        $sandbox = proc_open(
            [Process::built('jetpack-sandbox'), '--listen', '127.0.0.1:0'],
            [['file', '/dev/null', 'r'], ['pipe', 'w']],
            $pipes
        );
        preg_match('#http://\S+#', (string) fgets($pipes[1]), $url);
        $code = <<<'PHP'
            $ask = fn () => WHMCS\Module\Server\Jetpack\Bridge::way()->ask('validate', ['settings' =>
                ['partner_id' => 'sandbox-partner', 'partner_secret' => 'sandbox-secret']
            ])['ok'] ? 'ok ' : 'failed ';
            echo $ask();
            $child = pcntl_fork();
            echo $ask();
            if ($child > 0) {
                pcntl_waitpid($child, $status);
                echo $ask(), $status;
            }
            PHP;
        [, $output] = Process::asking(['api_url' => $url[0]], $code);
        proc_terminate($sandbox);
        proc_close($sandbox);

        $this->assertSame('ok ok ok ok 0', $output);
    }
}
