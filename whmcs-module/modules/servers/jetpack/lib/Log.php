<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use JetpackBridge\Order;
use JetpackBridge\Outcome;
use PDOException;
use Throwable;

/**
 * What is written to WHMCS's activity log and module log. A failure to log never becomes the
 * result of the call.
 */
final class Log
{
    public static function outcome(string $function, Order $order, Outcome $outcome, string $result): void
    {
        self::quietly(static function () use ($function, $order, $outcome, $result): void {
            $activity = $outcome->activity();
            if ($result === 'success' && $activity !== null) {
                logActivity($activity, $order->clientId());
            }
            if ($outcome->request() !== '') {
                self::exchange($function, $outcome->request(), $outcome->response(), $result, $outcome->secrets());
            }
        });
    }

    /**
     * @param array<int, string> $secrets
     */
    public static function exchange(
        string $function,
        string $request,
        string $response,
        string $result,
        #[\SensitiveParameter] array $secrets
    ): void {
        logModuleCall('jetpack', $function, $request, $response, $result, $secrets);
    }

    /**
     * Records a fault of this module and gives the sentence for it.
     *
     * Neither the message nor the trace of an exception is kept: a database exception's message
     * holds the statement with its values, and a trace may hold arguments.
     */
    public static function defect(string $function, Throwable $defect): string
    {
        self::quietly(static function () use ($function, $defect): void {
            $where = sprintf('%s in %s:%d', $defect::class, basename($defect->getFile()), $defect->getLine());
            $cause = $defect instanceof PDOException ? $defect : $defect->getPrevious();
            $code = $cause instanceof PDOException ? ' ' . implode(' ', self::databaseError($cause)) : '';
            logModuleCall('jetpack', $function, '', $where . $code, Sentences::defect(), []);
        });

        return Sentences::defect();
    }

    /**
     * SQLSTATE and the server's error number.
     *
     * @return array<int, string>
     */
    private static function databaseError(PDOException $error): array
    {
        $info = $error->errorInfo ?? [(string) $error->getCode()];

        return array_map('strval', array_slice($info, 0, 2));
    }

    private static function quietly(callable $write): void
    {
        try {
            $write();
        } catch (Throwable) {
            // There is nowhere left to say it.
        }
    }
}
