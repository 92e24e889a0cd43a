<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Service\Addon;
use WHMCS\Service\Service;

/**
 * What a module call is about, as far as PHP has to know before, or without, an answer from Rust: whose field to write, and
 * how to name it in a log. What may be done to it is decided by the question `order`.
 */
final class Target
{
    /**
     * @param array<string, mixed> $params
     *
     * @return array{'service'|'addon', int} the kind, and the id in tblhosting or tblhostingaddons; 0 where there is none
     */
    public static function of(#[\SensitiveParameter] array $params): array
    {
        $model = $params['model'] ?? null;
        if ($model instanceof Addon) {
            return ['addon', (int) $model->id];
        }
        $addon = self::number($params['addonId'] ?? null);

        return $addon > 0 ? ['addon', $addon] : ['service', self::number($params['serviceid'] ?? null)];
    }

    /**
     * What WHMCS's model says: whether the plan is a service's or a product addon's, whose (whmcs-contract.md §11), and how
     * many were sold. The model itself does not cross over to Rust.
     *
     * @return array{model_kind?: string, model_id?: int, model_qty?: int}
     */
    public static function model(mixed $model): array
    {
        $kind = match (true) {
            $model instanceof Addon => 'addon',
            $model instanceof Service => 'service',
            default => null,
        };

        return $kind === null
            ? []
            : ['model_kind' => $kind, 'model_id' => (int) $model->id, 'model_qty' => (int) ($model->qty ?? 0)];
    }

    /**
     * @param array<string, mixed> $params
     */
    public static function label(#[\SensitiveParameter] array $params): string
    {
        [$kind, $id] = isset($params['orphan']) ? ['orphan', self::number($params['orphan'])] : self::of($params);

        return "$kind #$id";
    }

    private static function number(mixed $value): int
    {
        return is_scalar($value) ? (int) $value : 0;
    }
}
