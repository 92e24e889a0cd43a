<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Closure;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Which services without a record name the site of a plan that is billed, and sell that plan as far as it is told: one of them may
 * take it over.
 */
final class BilledNames
{
    private const AT_ONCE = 500;

    /** Characters that the column has for their numbers, and what one may need. */
    private const LONGEST = 200;
    private const NUMBER = 11;

    /**
     * The next services.
     *
     * @return array{int|null, Closure(): mixed} where it came to, null at the end; and what has to be written
     */
    public static function bite(int $after): array
    {
        $sites = Unrecorded::sites($after, self::AT_ONCE);
        if ($sites === []) {
            return [null, static fn () => null];
        }
        $keys = Core::ask('describe', ['sites' => array_values(array_unique($sites))])['site_keys'];
        $billed = Database::table(Schema::BILLED)
            ->whereIn('site_key', array_values(array_filter($keys)))
            ->whereIn('word', BilledWeights::NOBODYS)
            ->get(['id', 'site_key', 'plan'])
            ->groupBy('site_key');
        $named = [];
        foreach ($sites as $service => $site) {
            foreach ($billed[$keys[$site] ?? ''] ?? [] as $one) {
                // Where the report does not tell the plan, whoever names the site may have it.
                if ((string) $one->plan === '' || MovingQuestion::isStillOf($service, $one)) {
                    $named[] = [(int) $one->id, $service];
                }
            }
        }

        return [(int) array_key_last($sites), static function () use ($named): void {
            foreach ($named as [$id, $service]) {
                Database::table(Schema::BILLED)
                    ->where('id', $id)
                    ->whereRaw('char_length(services) <= ?', [self::LONGEST - self::NUMBER])
                    ->update(['services' => Database::connection()->raw("concat(services, if(services = '', '', ','), '$service')")]);
            }
        }];
    }
}
