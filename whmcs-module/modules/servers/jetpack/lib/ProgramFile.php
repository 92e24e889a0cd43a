<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Where the program lies. One that another user than root could change is refused: whoever can make a script write files, by a hole in any
 * other module, could else read every secret that passes. The rule is that of the program itself, which looks once more
 * (`crates/jetpack-cli/src/guard/mod.rs`).
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
        $named = realpath(dirname($file)) ?: dirname($file);
        $own = [$ini, realpath($ini) ?: $ini, $folder, $target, $named, "$named/" . basename($file)];
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
    private static function steps(string $path): array
    {
        $steps = ['/'];
        $at = '';
        $left = explode('/', $path);
        $links = 0;
        while ($left !== []) {
            $name = array_shift($left);
            if ($name === '' || $name === '.') {
                continue;
            }
            if ($name === '..') {
                $at = rtrim(dirname($at), '/');
                continue;
            }
            $step = "$at/$name";
            $steps[] = $step;
            if (!OpenBasedir::holds($step) || !is_link($step)) {
                $at = $step;
                continue;
            }
            if (++$links > self::MOST_LINKS || !function_exists('readlink')) {
                throw new Stopped(Sentences::programBehindLinks($step));
            }
            $target = (string) readlink($step);
            $at = str_starts_with($target, '/') ? '' : $at;
            array_unshift($left, ...explode('/', $target));
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
        [$user, $isOwn] = [self::user(), in_array($step, $own, true)];
        if ($stat['uid'] !== 0 && ($isOwn || $user === 0 || $stat['uid'] === $user)) {
            return true;
        }
        if (is_link($step) || (!$isOwn && is_dir($step) && ($stat['mode'] & 01000) !== 0)) {
            return false;
        }
        $isForAll = ($stat['mode'] & 02) !== 0;

        return match ($user) {
            // Root can write everything; what counts then is who else can.
            0 => $isForAll || (($stat['mode'] & 020) !== 0 && $stat['gid'] !== 0),
            null => $isForAll,
            default => is_writable($step),
        };
    }

    /** Null where it cannot be known: PHP refuses only what everybody can write then, and the program looks itself. */
    private static function user(): ?int
    {
        if (function_exists('posix_geteuid')) {
            return posix_geteuid();
        }
        // Whose a file is that is made now.
        $file = function_exists('tmpfile') ? tmpfile() : false;

        return $file === false ? null : (fstat($file)['uid'] ?? null);
    }
}
