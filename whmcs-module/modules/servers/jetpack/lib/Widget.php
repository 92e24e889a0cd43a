<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use Throwable;
use WHMCS\Module\AbstractWidget;

/**
 * On the admin area's first page: how many plans stand how, and which need somebody. WHMCS's class declares no types, so
 * neither do these properties.
 */
final class Widget extends AbstractWidget
{
    /** As many as are named. */
    private const NAMED = 15;

    protected $title = 'Jetpack';
    protected $description = 'How the Jetpack plans stand, and which need attention.';
    protected $weight = 150;
    protected $columns = 1;
    protected $cache = true;
    protected $cacheExpiry = 60;
    protected $requiredPermission = 'List Clients';

    /**
     * @return array<string, mixed> plain data, since WHMCS keeps it for a while
     */
    public function getData(): array
    {
        try {
            $problem = Bridge::problem();
            if ($problem !== null) {
                return ['problem' => $problem];
            }
            if (!Schema::isReady()) {
                return ['counts' => [], 'attention' => []];
            }
            $groups = Database::table(Schema::SERVICES)
                ->selectRaw('service_type, state, missing is not null as differs, count(*) as count')
                ->groupBy('service_type', 'state', 'differs')
                ->get()
                ->map(static fn (object $group): array => (array) $group)
                ->all();
            $overview = Core::ask('overview', ['groups' => $groups, 'now' => Database::now()]);

            return ['counts' => $overview['counts'], 'attention' => self::attention($overview)];
        } catch (Stopped $stopped) {
            return ['problem' => $stopped->getMessage()];
        } catch (Throwable $defect) {
            return ['problem' => Log::defect('AdminHomeWidgets', $defect)];
        }
    }

    /**
     * @param mixed $data of `getData`, perhaps of an earlier version
     */
    public function generateOutput($data): string
    {
        $data = is_array($data) ? $data : [];
        $html = '';
        foreach ($data['counts'] ?? [] as $count) {
            $html .= '<li><strong>' . self::e((string) $count['count']) . '</strong> ' . self::e($count['text']) . '</li>';
        }
        $html = $html === '' ? '' : "<ul class=\"jetpack-counts\">$html</ul>";
        $named = '';
        foreach ($data['attention'] ?? [] as $item) {
            $site = self::e($item['site']);
            $named .= '<li>' . ($item['link'] === '' ? $site : '<a href="' . self::e($item['link']) . "\">$site</a>")
                . ': ' . self::e($item['text']) . '</li>';
        }
        $html .= $named === '' ? '' : "<p><strong>Needs attention</strong></p><ul class=\"jetpack-attention\">$named</ul>";
        $html .= isset($data['problem']) ? '<p>' . self::e($data['problem']) . '</p>' : '';

        return '<div class="widget-content-padded" id="jetpack-widget">' . ($html ?: '<p>No plan was provisioned yet.</p>') . '</div>';
    }

    /**
     * @param array<string, mixed> $overview
     *
     * @return array<int, array{site: string, text: string, link: string}> the newest first
     */
    private static function attention(array $overview): array
    {
        $rows = Shown::all(static fn (Builder $rows): Builder => $rows
            ->where(static function (Builder $any) use ($overview): void {
                $any->whereNotNull('ended_at')->orWhereNotNull('missing');
                array_map($any->orWhere(...), $overview['attention']);
                foreach ($overview['waiting'] as $group) {
                    $any->orWhere(static fn (Builder $long): Builder => $long
                        ->where($group)
                        ->where('pending_until', '<', $overview['waiting_until']));
                }
            })
            ->orderByDesc('updated_at')
            ->orderByDesc('id')
            ->limit(self::NAMED));
        $rows = array_filter($rows, static fn (array $pair): bool => $pair[1]['attention']);

        return array_map(static fn (array $pair): array => self::item(...$pair), array_values($rows));
    }

    /**
     * @param array<string, mixed> $shown
     *
     * @return array{site: string, text: string, link: string}
     */
    private static function item(object $row, array $shown): array
    {
        $fields = array_column($shown['fields'], null, 'name');

        return [
            'site' => (string) $row->site ?: "$row->service_type #$row->service_id",
            'text' => Shown::line($fields['Jetpack end'] ?? $fields['Jetpack difference'] ?? $shown['fields'][0]),
            'link' => Home::adminLink($row->service_type, (int) $row->service_id, (int) $row->client_id),
        ];
    }

    private static function e(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
