<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use PDOException;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * The plans that a product can be set to: the documented ones, those that the addon's setting adds, and whatever a product
 * here has now, in its own spelling. A value that a drop-down lacks would be lost when the product is saved.
 */
final class Plans
{
    /**
     * WHMCS asks for a module's options in listings, too, so nothing is thrown.
     *
     * @return array<string, string> names by slug; empty where the extension is not loaded
     */
    public static function choices(): array
    {
        if (Bridge::problem() !== null) {
            return [];
        }
        $inUse = [...self::quietly(self::ofProducts(...)), ...self::quietly(self::ofProductAddons(...))];
        $settings = self::quietly(AddonSettings::all(...));

        return array_column(Core::ask('describe', ['settings' => $settings, 'plans_in_use' => $inUse])['plans'], 'name', 'slug');
    }

    /** @return array<int, string> */
    private static function ofProducts(): array
    {
        return Capsule::table('tblproducts')->where('servertype', 'jetpack')->distinct()->pluck('configoption3')->all();
    }

    /** @return array<int, string> */
    private static function ofProductAddons(): array
    {
        return Capsule::table('tblmodule_configuration')
            ->join('tbladdons', 'tbladdons.id', '=', 'tblmodule_configuration.entity_id')
            ->where('tbladdons.module', 'jetpack')
            ->where('tblmodule_configuration.entity_type', 'addon')
            ->where('tblmodule_configuration.setting_name', 'configoption3')
            ->distinct()
            ->pluck('tblmodule_configuration.value')
            ->all();
    }

    /**
     * @param Closure(): array<int|string, mixed> $read
     *
     * @return array<int|string, mixed>
     */
    private static function quietly(Closure $read): array
    {
        try {
            return $read();
        } catch (Throwable $defect) {
            if ($defect instanceof PDOException && Transaction::isLost()) {
                // WHMCS asks within one of ours, too, as when it makes a product: that is run again.
                throw $defect;
            }
            Log::defect('ConfigOptions', $defect);

            return [];
        }
    }
}
