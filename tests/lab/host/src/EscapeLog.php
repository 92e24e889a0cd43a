<?php

declare(strict_types=1);

namespace Lab;

use Throwable;

/**
 * Writes down what a module must never let out: exceptions, PHP errors, output.
 *
 * A file, not a table: it has to work when the database is what failed. Tests assert that it is empty.
 */
final class EscapeLog
{
    private const FATAL = E_ERROR | E_PARSE | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR;

    public static function watch(): void
    {
        set_error_handler(self::note(...));
        set_exception_handler(self::fail(...));
        register_shutdown_function(self::failOnFatal(...));
    }

    public static function write(string $what): void
    {
        $page = PHP_SAPI === 'cli' ? implode(' ', $_SERVER['argv']) : $_SERVER['REQUEST_METHOD'] . ' ' . $_SERVER['REQUEST_URI'];
        $line = date('c') . ' [' . $page . '] ' . preg_replace('/\s+/', ' ', $what) . "\n";
        // Silenced: a warning here would come back here.
        if (@file_put_contents(Settings::get('lab_dir') . '/log/escapes.log', $line, FILE_APPEND | LOCK_EX) === false) {
            error_log($line);
        }
    }

    /** Warnings, notices, deprecations: of the modules, the host and compiled templates, not of the libraries. */
    private static function note(int $level, string $message, string $file, int $line): bool
    {
        $isSilenced = (error_reporting() & $level) === 0;
        $isOurs = str_starts_with($file, ROOTDIR) || str_starts_with($file, Settings::get('templates_compiledir'));
        if (!$isSilenced && $isOurs) {
            self::write(self::nameOf($level) . ": $message in $file:$line");
        }

        // The rest goes where PHP writes by itself: php.log.
        return $isOurs && !($level & self::FATAL);
    }

    private static function nameOf(int $level): string
    {
        return match (true) {
            (bool) ($level & (E_WARNING | E_USER_WARNING | E_COMPILE_WARNING | E_CORE_WARNING)) => 'PHP warning',
            (bool) ($level & (E_DEPRECATED | E_USER_DEPRECATED)) => 'PHP deprecation',
            (bool) ($level & (E_NOTICE | E_USER_NOTICE)) => 'PHP notice',
            default => 'PHP fatal error',
        };
    }

    private static function fail(Throwable $escaped): void
    {
        self::write('escaped ' . $escaped::class . ': ' . $escaped->getMessage()
            . ' in ' . $escaped->getFile() . ':' . $escaped->getLine());
        self::answerOops($escaped->getMessage());
    }

    private static function failOnFatal(): void
    {
        $error = error_get_last();
        if ($error !== null && ($error['type'] & self::FATAL) !== 0) {
            self::write("PHP fatal error: {$error['message']} in {$error['file']}:{$error['line']}");
            self::answerOops($error['message']);
        }
    }

    /** WHMCS shows "Oops! Something went wrong" and the request ends (contract, section 1.4). */
    private static function answerOops(string $message): void
    {
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        if (PHP_SAPI === 'cli') {
            fwrite(STDERR, "Oops! $message\n");
            exit(255);
        }
        http_response_code(500);
        echo '<!DOCTYPE html><html lang="en"><head><title>Oops!</title></head><body><h1>Oops!</h1>'
            . '<p>Something went wrong and we couldn\'t process your request.</p><pre>'
            . htmlspecialchars($message) . '</pre></body></html>';
    }
}
