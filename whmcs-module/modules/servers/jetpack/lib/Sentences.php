<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The sentences for staff about what happens on PHP's side; all others are Rust's.
 */
final class Sentences
{
    /** Begins every error returned to WHMCS. The extension has the same; a test compares them. */
    public const PREFIX = 'JETPACK MODULE: ';

    /** Without the mark that it bears in WHMCS's logs: where it stands now everybody knows whose it is. */
    public static function plain(string $sentence): string
    {
        return (string) preg_replace('/^' . self::PREFIX . '/', '', $sentence);
    }

    /** @param string $program why the program does not stand in for it */
    public static function extensionMissing(string $program): string
    {
        return self::PREFIX . sprintf(
            'The PHP extension jetpack_bridge is not loaded in PHP %s (%s, %s). Put the line '
            . '"extension=jetpack_bridge" into %s and restart that PHP. The web server and the cron '
            . 'job may use different PHPs; each needs the line. Where no extension can be loaded the program jetpack-partner does: %s '
            . 'Nothing was sent.',
            PHP_VERSION,
            PHP_SAPI,
            PHP_ZTS ? 'thread-safe' : 'not thread-safe',
            php_ini_loaded_file() ?: 'its php.ini',
            $program
        );
    }

    /** @param array<int, string> $places */
    public static function programMissing(array $places): string
    {
        return self::PREFIX . 'it is not at ' . implode(' nor at ', $places) . '.';
    }

    public static function programNotAbsolute(string $asked): string
    {
        return self::PREFIX . "the addon's setting Program, \"$asked\", must be a whole path, such as /usr/local/bin/jetpack-partner.";
    }

    public static function programOutsideOpenBasedir(string $file): string
    {
        return self::PREFIX . "open_basedir of this PHP does not let it look at $file. Add " . dirname($file) . '/ to open_basedir.';
    }

    public static function programWritable(string $file, string $step): string
    {
        return self::PREFIX . "$file is not used, because another user than root could change $step, and whoever makes a script write files could read "
            . "every secret. As root: chown root:root $step; chmod go-w $step.";
    }

    public static function programBehindLinks(string $link): string
    {
        return self::PREFIX . "$link is a link that cannot be followed, or one of too many. Put the program itself there.";
    }

    public static function programNotExecutable(string $file): string
    {
        return self::PREFIX . "$file may not be run. As root: chmod 755 $file; if that is so already, its file system is mounted noexec, and it "
            . 'has to lie elsewhere.';
    }

    /** @param array<int, string> $functions */
    public static function functionsDisabled(array $functions): string
    {
        return self::PREFIX . 'it needs what disable_functions in php.ini takes away: ' . implode(', ', $functions) . '.';
    }

    public static function programNotStarted(string $file, string $reason): string
    {
        return self::PREFIX . "$file does not start" . ($reason === '' ? '. Run "' . "$file --version" . '" to see why.' : ": $reason.");
    }

    public static function programVersionDiffers(string $file, string $version): string
    {
        return self::PREFIX . sprintf(
            '%s is version %s, and the module files are %s. Install both from the same package.',
            $file,
            $version,
            Bridge::VERSION
        );
    }

    public static function programSilent(string $reason, int $seconds): string
    {
        return self::PREFIX . ($reason === ''
            ? "The program jetpack-partner ended, or did not answer within $seconds seconds and was ended."
            : "The program jetpack-partner ended: $reason.")
            . ' What it had asked WordPress.com may have happened. Try again: the module looks at the site\'s status first.';
    }

    public static function versionsDiffer(string $loaded): string
    {
        return self::PREFIX . sprintf(
            'The module files are version %s but the loaded PHP extension jetpack_bridge is version %s (PHP %s, %s). '
            . 'Install both from the same package, then restart PHP. Nothing was sent.',
            Bridge::VERSION,
            $loaded,
            PHP_VERSION,
            PHP_SAPI
        );
    }

    /** @param string $licence its last characters */
    public static function licensed(string $licence): string
    {
        return self::PREFIX . "This service has the licence $licence of Jetpack's licensing module, which this module cannot revoke, and no plan "
            . 'of this module. Nothing was sent. Revoke the licence in Automattic\'s partner portal, say so on the addon\'s tab '
            . 'Moving in, then terminate again.';
    }

    /**
     * @param string $licence its last characters
     * @param string $service what it is called; empty where it has none
     * @param bool $isRevoked whether that was said, or taken back
     */
    public static function licenceSaid(string $licence, string $service, string $staff, bool $isRevoked): string
    {
        return self::PREFIX . sprintf(
            '%s said that the licence %s of Jetpack\'s licensing module%s %s.',
            $staff,
            $licence,
            $service === '' ? '' : ", issued for $service,",
            $isRevoked ? 'is revoked in the partner portal' : 'is not revoked after all'
        );
    }

    public static function tablesMissing(): string
    {
        return self::PREFIX . 'The tables mod_jetpack_services and mod_jetpack_journal do not exist, or they and those beside '
            . 'them are of an older version, and the database user may not create or alter tables. Grant it CREATE, ALTER and '
            . 'INDEX, activate the addon module Jetpack again, then repeat this. Nothing was sent.';
    }

    public static function notRecorded(): string
    {
        return self::PREFIX . 'The database could not be written, so nothing was sent. Try again; the module log '
            . 'says what the database answered.';
    }

    /** WHMCS did not create the service, and did not say why. */
    public static function createRefused(): string
    {
        return self::PREFIX . 'WHMCS refused to create the service. Press Create: its answer says why.';
    }

    public static function notSettled(): string
    {
        return self::PREFIX . 'WordPress.com was asked, but the database could not store the answer. Press the '
            . 'same button again: the module looks at the site\'s status first and does only what is missing.';
    }

    public static function overtaken(): string
    {
        return self::PREFIX . 'This call took so long that another one has taken the service over. Look at the '
            . 'service again in a moment.';
    }

    /** The tables are being brought to this version, which takes more than one call. */
    public static function tablesHalfWay(int $left): string
    {
        return self::PREFIX . sprintf(
            'The module\'s tables are being brought to this version; %d rows are left. Open Addons > Jetpack, which goes on '
            . 'with it, or simply repeat this. Nothing was sent.',
            $left
        );
    }

    public static function tablesNewer(): string
    {
        return self::PREFIX . 'The module\'s tables are of a newer version than the module files of this server (' . Bridge::VERSION
            . '). Install the newer files here too. Nothing was sent.';
    }

    public static function transactionOpen(): string
    {
        return self::PREFIX . 'Another module has a database transaction open, and no second connection could be made. What '
            . 'is bought now could be forgotten, so nothing was sent. Try again; if it happens again, look which hook calls '
            . 'this inside of a transaction.';
    }

    /** @param array<int, string> $services */
    public static function collision(string $site, array $services): string
    {
        return self::PREFIX . sprintf(
            'The site %s has plans of several services, whose addresses are spellings of one: %s. Look which of them is '
            . 'meant. Terminate on any of them may end what the others have.',
            $site,
            implode(', ', $services)
        );
    }

    public static function unreadableSite(string $service, string $site): string
    {
        return self::PREFIX . "The address of $service, $site, is refused by this version, so its record cannot be read. If its "
            . 'plan has to end, cancel it with the command line: jetpack-partner cancel.';
    }

    /** What a hook found out, of which WHMCS tells nobody. */
    public static function passwordChanged(int $hosting, string $service, string $failure): string
    {
        return self::PREFIX . sprintf(
            'The password of the hosting account, service #%d, was changed, and the backups of %s need the new one: %s',
            $hosting,
            $service,
            str_starts_with($failure, self::PREFIX) ? substr($failure, strlen(self::PREFIX)) : $failure
        );
    }

    public static function keyMade(string $partnerId): string
    {
        return self::PREFIX . "The partner key with the id $partnerId was made at WordPress.com.";
    }

    public static function keyForgotten(string $partnerId): string
    {
        return self::PREFIX . "The partner key with the id $partnerId was forgotten here. At WordPress.com it goes on to exist.";
    }

    /** @param string $partnerId empty for the addon's own */
    public static function keyChosen(int $product, string $partnerId): string
    {
        $key = $partnerId === '' ? 'the addon\'s own partner key' : "the partner key with the id $partnerId";

        return self::PREFIX . "The product #$product provisions new plans with $key from now on.";
    }

    public static function mailFailed(string $template, string $reason): string
    {
        return self::PREFIX . "The mail $template could not be sent" . ($reason === '' ? '. ' : ": $reason. ")
            . 'The client still finds the next step on the product\'s page.';
    }

    public static function defect(): string
    {
        return self::PREFIX . 'The module failed unexpectedly. The module log says where; please report it.';
    }
}
