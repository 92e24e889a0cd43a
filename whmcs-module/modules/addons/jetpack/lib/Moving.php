<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Seen;

/**
 * The tab Moving in: services of older Jetpack modules, and what would be done with each. Nothing is asked while it is built.
 */
final class Moving
{
    /** What a form of the tab goes on with by itself, as long as something comes of it. */
    private const GOES_ON = ['moving_ask' => MovingReport::OPEN, 'moving_again' => MovingReport::OPEN, 'moving_adopt' => MovingReport::OURS];

    /**
     * Looks what there is; that is remembered for the pages that do not look.
     *
     * @return array{services: int, licences: int, products: int}
     */
    public static function look(): array
    {
        $found = ['services' => Unrecorded::all()->count(), 'licences' => Licences::count(), 'products' => OlderProducts::blank()];
        if ($found !== (Seen::last(Seen::MOVING)[0] ?? null)) {
            Seen::note(Seen::MOVING, $found);
        }

        return $found;
    }

    /** Whether there is something to move in, or something was. */
    public static function isOffered(): bool
    {
        return array_sum(Seen::last(Seen::MOVING)[0] ?? []) > 0 || MovingReport::moved()->exists() || RevokedLicences::exist();
    }

    /**
     * @param array<string, mixed> $given the parameters of the page's address
     * @param string $pressed the button that was pressed with success
     *
     * @return array<string, mixed> for the template
     */
    public static function data(array $given, string $link, string $pressed): array
    {
        $counts = MovingReport::counts();
        $word = is_string($given['word'] ?? null) && isset($counts[$given['word']]) ? $given['word'] : '';
        $all = array_sum(array_diff_key($counts, [MovingReport::MOVED => 0]));
        // To find that there is none takes as long as to count them.
        $rows = $word === '' && $all === 0 ? [] : MovingReport::page($word, max(0, (int) ($given['after'] ?? 0)));
        $shown = array_slice($rows, 0, MovingReport::ON_A_PAGE);
        $here = $word === '' ? $link : "$link&word=$word";
        $left = $counts[MovingReport::OPEN] ?? 0;

        return [
            'counts' => $counts,
            'word' => $word,
            'here' => $here,
            'rows' => array_map(self::row(...), $shown),
            'next' => count($rows) > count($shown) ? "$here&after=" . end($shown)->id : '',
            'all' => $all,
            'asked' => $all - $left,
            'movable' => $left === 0 ? $counts[MovingReport::OURS] ?? 0 : 0,
            'goesOn' => isset(self::GOES_ON[$pressed]) && ($counts[self::GOES_ON[$pressed]] ?? 0) > 0 ? str_replace('again', 'ask', $pressed) : '',
            'products' => OlderProducts::all(),
            'licences' => Licences::all(),
            'licenceCount' => Licences::count(),
            'revoked' => RevokedLicences::all(),
            'strays' => Damage::strays(),
            'files' => OlderFiles::all(),
            'alike' => OlderFiles::alike(),
        ];
    }

    /**
     * @return array{id: int, link: string, client: string, clientLink: string, product: string, site: string, plan: string, word: string, sentence: string, isDamaged: bool}
     */
    private static function row(object $row): array
    {
        return [
            'id' => (int) $row->id,
            'link' => "clientsservices.php?userid=$row->userid&id=$row->id",
            // What clients typed WHMCS stores with entities (whmcs-contract.md §1.3).
            'client' => Typed::decoded((string) $row->client),
            'clientLink' => "clientssummary.php?userid=$row->userid",
            'product' => (string) $row->product,
            'site' => (string) $row->site,
            'plan' => (string) $row->plan,
            'word' => $row->asked_at === null ? MovingReport::OPEN : (string) $row->word,
            'sentence' => Language::plain((string) $row->sentence),
            'isDamaged' => (bool) $row->damaged,
        ];
    }
}
