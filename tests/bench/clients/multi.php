<?php

/**
 * The best PHP can do for many sites: curl_multi, a fixed number at a time, handles reused.
 * usage: multi.php CALLS CONCURRENCY. Prints seconds of wall time, seconds of CPU, peak KiB.
 */

declare(strict_types=1);

require __DIR__ . '/api.php';

[, $calls, $concurrency] = array_map('intval', $argv);
$token = Api::token(Api::handle());
$usage = static fn (array $u) => $u['ru_utime.tv_sec'] + $u['ru_stime.tv_sec']
    + ($u['ru_utime.tv_usec'] + $u['ru_stime.tv_usec']) / 1e6;

$cpu = $usage(getrusage());
$begun = hrtime(true);
$multi = curl_multi_init();
curl_multi_setopt($multi, CURLMOPT_MAXCONNECTS, $concurrency);
$left = $calls;
$start = static function (CurlHandle $curl) use ($multi, $token, &$left): void {
    $left--;
    Api::prepareProvision($curl, $token);
    curl_multi_add_handle($multi, $curl);
};
for ($i = 0; $i < $concurrency && $left > 0; $i++) {
    $start(Api::handle());
}
$done = 0;
do {
    curl_multi_exec($multi, $running);
    while ($info = curl_multi_info_read($multi)) {
        $curl = $info['handle'];
        if (json_decode(curl_multi_getcontent($curl))?->success !== true) {
            fwrite(STDERR, "not provisioned\n");
            exit(1);
        }
        $done++;
        curl_multi_remove_handle($multi, $curl);
        if ($left > 0) {
            $start($curl);
            $running++;
        }
    }
    if ($running > 0) {
        curl_multi_select($multi, 1.0);
    }
} while ($running > 0);
printf("%.4f %.4f %d\n", (hrtime(true) - $begun) / 1e9, $usage(getrusage()) - $cpu, getrusage()['ru_maxrss']);
exit($done === $calls ? 0 : 1);
