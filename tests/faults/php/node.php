<?php

/**
 * A web node: has WHMCS and the module loaded, and forks for each call that it reads as a line of JSON, so that each is a process
 * of its own that can be killed. Says on lines of JSON which process a call has, what it returned, and how the process ended.
 * Run by the lab's PHP.
 */

declare(strict_types=1);

namespace Faults;

use WHMCS\Database\Capsule;

require (getenv('NODE_SITE') ?: getenv('LAB_SITE')) . '/init.php';
require __DIR__ . '/FaultyPdo.php';
require __DIR__ . '/Statements.php';
require __DIR__ . '/clock.php';
require __DIR__ . '/Performer.php';
\Lab\Module\ServerModule::load('jetpack');
Capsule::connection()->disconnect();

function say(array $what): void
{
    // One write, short enough not to be mixed with another process's.
    fwrite(STDOUT, json_encode($what, JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
}

function child(array $call): never
{
    pcntl_signal(SIGCHLD, SIG_DFL);
    fclose(STDIN);
    $answer = Performer::perform($call);
    while (ob_get_level() > 0 && ob_end_clean()) {
        continue;
    }
    foreach (array_chunk((array) ($call['do'] === 'tokens' || $call['do'] === 'encrypt' ? $answer['result'] : []), 10) as $part) {
        say(['call' => $call['call'], 'part' => $part]);
    }
    if ($call['do'] === 'tokens' || $call['do'] === 'encrypt') {
        $answer['result'] = 'success';
    }
    say(['call' => $call['call']] + $answer);
    exit(0);
}

pcntl_async_signals(true);
pcntl_signal(SIGCHLD, static fn () => null, false);
stream_set_blocking(STDIN, false);
$running = [];
$read = '';
$isOpen = true;
say(['ready' => getmypid()]);
while ($isOpen || $running !== []) {
    while (($pid = pcntl_waitpid(-1, $status, WNOHANG)) > 0) {
        say(['call' => $running[$pid], 'ended' => pcntl_wifsignaled($status) ? -pcntl_wtermsig($status) : pcntl_wexitstatus($status)]);
        unset($running[$pid]);
    }
    $streams = [STDIN];
    $none = null;
    if (!$isOpen) {
        usleep(5000);
    } elseif ((int) @stream_select($streams, $none, $none, 0, 20_000) > 0) {
        $bytes = (string) fread(STDIN, 65536);
        $isOpen = $bytes !== '' || !feof(STDIN);
        $read .= $bytes;
        while (($end = strpos($read, "\n")) !== false) {
            $call = json_decode(substr($read, 0, $end), true);
            $read = substr($read, $end + 1);
            $pid = pcntl_fork();
            if ($pid === 0) {
                child($call);
            }
            $running[$pid] = $call['call'];
            say(['call' => $call['call'], 'pid' => $pid]);
        }
    }
}
