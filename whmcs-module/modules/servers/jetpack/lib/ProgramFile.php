<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Where the program lies. One that PHP's user could change is refused: whoever can make a script write files, by a hole in any
 * other module, could else read every secret that passes.
 */
final class ProgramFile
{
    public const NAME = 'jetpack-partner';

    /** Its settings, beside it. */
    public const INI = 'jetpack-bridge.ini';

    /** More links than that to one file are a circle. */
    private const MOST_LINKS = 8;

    /**
     * @param string $asked what the addon's settings say: a path, that of its folder, or nothing
     *
     * @throws Stopped with what is wrong with it
     */
    public static function found(string $asked): string
    {
        foreach ($asked === '' ? self::places() : [self::named($asked)] as $file) {
            if (!OpenBasedir::holds($file)) {
                $isOutside ??= $file;
            } elseif (is_file($file)) {
                return self::trusted($file);
            }
        }
        throw new Stopped(isset($isOutside)
            ? Sentences::programOutsideOpenBasedir($isOutside)
            : Sentences::programMissing($asked === '' ? self::places() : [self::named($asked)]));
    }

    /**
     * Beside WHMCS's folder, unless the web server shows that too; else where programs of a machine are.
     *
     * @return array<int, string>
     */
    private static function places(): array
    {
        $places = [];
        if (defined('ROOTDIR')) {
            $folder = dirname((string) constant('ROOTDIR'));
            $shown = rtrim((string) ($_SERVER['DOCUMENT_ROOT'] ?? ''), '/');
            if ($shown === '' || !str_starts_with("$folder/", "$shown/")) {
                $places[] = rtrim($folder, '/') . '/jetpack-bridge/' . self::NAME;
            }
        }

        return [...$places, '/usr/local/bin/' . self::NAME];
    }

    /** Of any other name it is none of ours: who may change settings must not choose what is run. */
    private static function named(string $asked): string
    {
        $file = basename($asked) === self::NAME ? $asked : rtrim($asked, '/') . '/' . self::NAME;

        return str_starts_with($file, '/') ? $file : throw new Stopped(Sentences::programNotAbsolute($asked));
    }

    private static function trusted(string $file): string
    {
        $ini = dirname(self::target($file)) . '/' . self::INI;
        foreach (array_unique([...self::steps($file), ...(file_exists($ini) ? self::steps($ini) : [])]) as $step) {
            if (OpenBasedir::holds($step) && self::isOurs($step)) {
                throw new Stopped(Sentences::programWritable($file, $step));
            }
        }
        if (!is_executable($file)) {
            throw new Stopped(Sentences::programNotExecutable($file));
        }

        return $file;
    }

    private static function target(string $file): string
    {
        return realpath($file) ?: $file;
    }

    /**
     * Every folder and link on the way to a file, and the file.
     *
     * @return array<int, string>
     */
    private static function steps(string $path, int $links = 0): array
    {
        $steps = ['/'];
        $at = '';
        foreach (explode('/', trim($path, '/')) as $name) {
            $at .= "/$name";
            $steps[] = $at;
            if ($links < self::MOST_LINKS && OpenBasedir::holds($at) && is_link($at)) {
                $target = (string) readlink($at);
                array_push($steps, ...self::steps(str_starts_with($target, '/') ? $target : dirname($at) . "/$target", $links + 1));
            }
        }

        return $steps;
    }

    /** Whether PHP's user can change it. What root owns in a folder such as /tmp nobody else can move. */
    private static function isOurs(string $step): bool
    {
        $stat = lstat($step);
        if ($stat === false) {
            return false;
        }
        $user = self::user();
        if ($stat['uid'] === $user && $user !== 0) {
            return true;
        }
        if (is_link($step)) {
            return $user === 0 && $stat['uid'] !== 0;
        }
        // Root can write everything; what counts then is who else can.
        $isOpen = $user === 0 ? ($stat['mode'] & 022) !== 0 : is_writable($step);
        $isSticky = is_dir($step) && ($stat['mode'] & 01000) !== 0;

        return ($user === 0 && $stat['uid'] !== 0) || ($isOpen && !$isSticky);
    }

    private static function user(): int
    {
        if (function_exists('posix_geteuid')) {
            return posix_geteuid();
        }
        // Where that function is not there: whose a file is that is made now.
        $file = tmpfile();

        return $file === false ? 0 : (int) (fstat($file)['uid'] ?? 0);
    }
}
