<?php

/**
 * The two requests of a provision, with PHP's curl, for the clients we compare with.
 */

declare(strict_types=1);

final class Api
{
    private static int $site = 0;

    public static function address(): string
    {
        return getenv('BENCH_API');
    }

    public static function handle(): CurlHandle
    {
        $curl = curl_init();
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_CAINFO => getenv('BENCH_CA'),
            CURLOPT_POST => true,
            CURLOPT_PROXY => '',
        ]);

        return $curl;
    }

    public static function token(CurlHandle $curl): string
    {
        curl_setopt_array($curl, [
            CURLOPT_URL => self::address() . '/oauth2/token',
            CURLOPT_HTTPHEADER => [],
            CURLOPT_POSTFIELDS => http_build_query([
                'grant_type' => 'client_credentials',
                'scope' => 'jetpack-partner',
                'client_id' => 'sandbox-partner',
                'client_secret' => 'sandbox-secret',
            ]),
        ]);

        return json_decode(curl_exec($curl))->access_token;
    }

    public static function prepareProvision(CurlHandle $curl, string $token): void
    {
        curl_setopt_array($curl, [
            CURLOPT_URL => self::address() . '/rest/v1.3/jpphp/provision',
            CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $token],
            CURLOPT_POSTFIELDS => http_build_query([
                'siteurl' => self::site(),
                'local_user' => 'admin',
                'plan' => 'personal',
            ]),
        ]);
    }

    public static function provision(CurlHandle $curl, string $token): void
    {
        self::prepareProvision($curl, $token);
        $answer = json_decode(curl_exec($curl));
        if (($answer->success ?? false) !== true) {
            throw new RuntimeException('not provisioned: ' . json_encode($answer));
        }
    }

    /** A site that nobody else provisions. */
    public static function site(): string
    {
        return sprintf('https://connected-%d-%d-%d.example.test', getmypid(), hrtime(true), self::$site++);
    }
}
