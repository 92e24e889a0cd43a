<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use PDOException;
use Throwable;

/**
 * What is written to WHMCS's activity log and module log. A failure to log never becomes the
 * result of the call.
 */
final class Log
{
    /** For the request of which it is not known whether there was one. */
    public const UNKNOWN = '(It is not known what was sent.)';

    public static function activity(string $entry, int $client): void
    {
        self::quietly(static fn () => logActivity($entry, $client));
    }

    /**
     * What was asked and answered, and what came of it.
     *
     * @param string $about the service, or what else it is about
     * @param array<string, mixed> $log
     */
    public static function exchange(string $function, string $about, #[\SensitiveParameter] array $log, string $result): void
    {
        self::quietly(static fn () => self::record($function, $about, $log, $result));
    }

    /**
     * The same, where it is to be known that it failed.
     *
     * @param array<string, mixed> $log
     *
     * @throws Throwable whatever WHMCS throws
     */
    public static function record(string $function, string $about, #[\SensitiveParameter] array $log, string $result): void
    {
        $request = ($log['request'] ?? '') === '' ? '(Nothing was sent.)' : $log['request'];
        logModuleCall('jetpack', $function, "$about\n$request", $log['response'] ?? '', $result, $log['secrets'] ?? []);
    }

    /**
     * Records a fault of this module and gives the sentence for it.
     *
     * Neither the message nor the trace of an exception is kept: a database exception's message
     * holds the statement with its values, and a trace may hold arguments.
     */
    public static function defect(string $function, Throwable $defect, string $about = ''): string
    {
        self::quietly(static function () use ($function, $defect, $about): void {
            $where = sprintf('%s in %s:%d', $defect::class, basename($defect->getFile()), $defect->getLine());
            $cause = $defect instanceof PDOException ? $defect : $defect->getPrevious();
            $code = $cause instanceof PDOException ? ' ' . implode(' ', self::databaseError($cause)) : '';
            logModuleCall('jetpack', $function, $about, $where . $code, Sentences::defect(), []);
        });

        return Sentences::defect();
    }

    /**
     * Does what may go wrong without keeping what follows.
     *
     * @template T
     *
     * @param \Closure(): T $do
     *
     * @return T|null
     */
    public static function guarded(string $function, \Closure $do): mixed
    {
        try {
            return $do();
        } catch (Unanswered $unanswered) {
            self::exchange($function, '', ['request' => self::UNKNOWN], $unanswered->getMessage());

            return null;
        } catch (Stopped) {
            return null;
        } catch (Throwable $defect) {
            self::defect($function, $defect);

            return null;
        }
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

    public static function quietly(callable $write): void
    {
        try {
            $write();
        } catch (Throwable) {
            // There is nowhere left to say it.
        }
    }
}
