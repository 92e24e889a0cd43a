<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

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
            $overview = Attention::overview();

            return ['counts' => $overview['counts'], 'attention' => Attention::named($overview, self::NAMED)];
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

    private static function e(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
