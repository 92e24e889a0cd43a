<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Where the program lies. One that another user than root could change is refused: whoever can make a script write files, by a hole in any
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
        $places = $asked === '' ? self::places() : [self::named($asked)];
        foreach ($places as $file) {
            if (!OpenBasedir::holds($file)) {
                $isOutside ??= $file;
            } elseif (is_file($file)) {
                return self::trusted($file);
            }
        }
        throw new Stopped(isset($isOutside)
            ? Sentences::programOutsideOpenBasedir($isOutside)
            : Sentences::programMissing($places));
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
            $root = (string) ($_SERVER['DOCUMENT_ROOT'] ?? '');
            $shown = rtrim((OpenBasedir::holds($root) ? realpath($root) : false) ?: $root, '/');
            if ($root === '' || !str_starts_with("$folder/", "$shown/")) {
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
        $target = realpath($file) ?: $file;
        $folder = dirname($target);
        $ini = "$folder/" . self::INI;
        $own = [$ini, $folder, $target, $file, dirname($file)];
        foreach (array_unique([...self::steps($file), ...self::steps(file_exists($ini) ? $ini : $folder)]) as $step) {
            if (OpenBasedir::holds($step) && self::isOpen($step, $own)) {
                throw new Stopped(Sentences::programWritable($file, $step));
            }
        }
        if (!is_executable($file)) {
            throw new Stopped(Sentences::programNotExecutable($file));
        }

        return $file;
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
            if (OpenBasedir::holds($at) && is_link($at)) {
                if ($links >= self::MOST_LINKS || !function_exists('readlink')) {
                    throw new Stopped(Sentences::programBehindLinks($at));
                }
                $target = (string) readlink($at);
                array_push($steps, ...self::steps(str_starts_with($target, '/') ? $target : dirname($at) . "/$target", $links + 1));
            }
        }

        return $steps;
    }

    /**
     * Whether it could be changed by PHP's user, or, of what is the program's own, by another than root. What root owns in a folder
     * such as /tmp nobody else can move; but new files can be made there, so the program's own folder may not be one.
     *
     * @param array<int, string> $own its file, its settings and their folders
     */
    private static function isOpen(string $step, array $own): bool
    {
        $stat = lstat($step);
        if ($stat === false) {
            return false;
        }
        $user = self::user();
        if ($stat['uid'] !== 0 && ($stat['uid'] === $user || in_array($step, $own, true))) {
            return true;
        }
        // Root can write everything; what counts then is who else can.
        $isWritable = is_writable($step) && ($user !== 0 || ($stat['mode'] & 02) !== 0);
        $isSticky = is_dir($step) && ($stat['mode'] & 01000) !== 0 && !in_array($step, $own, true);

        return !is_link($step) && $isWritable && !$isSticky;
    }

    /** Root, where it cannot be known: only what everybody can write is refused then by PHP, and the program looks itself. */
    private static function user(): int
    {
        if (function_exists('posix_geteuid')) {
            return posix_geteuid();
        }
        // Whose a file is that is made now.
        $file = function_exists('tmpfile') ? tmpfile() : false;

        return $file === false ? 0 : (int) (fstat($file)['uid'] ?? 0);
    }
}
