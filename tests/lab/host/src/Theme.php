<?php

declare(strict_types=1);

namespace Lab;

/**
 * One of WHMCS's client themes, as far as what a module shows stands in it: the Bootstrap that its style sheet is built on
 * (contract, section 1.7), its colours, and the elements around the page's content. No file of a theme is here.
 */
final class Theme
{
    /** The style sheet that tests/lab/fetch has brought, and the class of the column beside the sidebar. */
    private const ALL = [
        'six' => ['bootstrap3', 'col-md-9 main-content'],
        'twenty-one' => ['bootstrap4', 'col-lg-8 col-xl-9 primary-content'],
        'nexus' => ['bootstrap4', 'col-lg-8 col-xl-9 primary-content'],
    ];

    private function __construct(public readonly string $name)
    {
    }

    /** The one that the setting `Template` names; null for the lab's own plain pages. */
    public static function chosen(): ?self
    {
        $name = (string) ($GLOBALS['CONFIG']['Template'] ?? '');

        return isset(self::ALL[$name]) ? new self($name) : null;
    }

    public function isBootstrap3(): bool
    {
        return self::ALL[$this->name][0] === 'bootstrap3';
    }

    /** @return list<string> in `assets` */
    public function styles(): array
    {
        return [self::ALL[$this->name][0] . '.min.css', 'themes.css'];
    }

    public function begin(): string
    {
        return '<section id="main-body"><div class="container"><div class="row"><main class="' . self::ALL[$this->name][1] . '">';
    }

    public function end(): string
    {
        return '</main></div></div></section>';
    }

    /**
     * Tabs below the product's data, of which the first is open.
     *
     * @param array<string, array{string, string}> $tabs title and HTML, by the element's id
     */
    public function tabs(array $tabs): string
    {
        $links = $panes = '';
        foreach ($tabs as $id => [$title, $html]) {
            $isOpen = $panes === '';
            $links .= $this->isBootstrap3()
                ? '<li' . ($isOpen ? ' class="active"' : '') . "><a href=\"#$id\" data-toggle=\"tab\">" . e($title) . '</a></li>'
                : '<li class="nav-item"><a href="#' . $id . '" data-toggle="tab" class="nav-link' . ($isOpen ? ' active' : '') . '">'
                    . e($title) . '</a></li>';
            $open = $isOpen ? ($this->isBootstrap3() ? ' in active' : ' show active') : '';
            $panes .= "<div class=\"tab-pane fade$open text-center\" id=\"$id\">$html</div>";
        }

        return "<ul class=\"nav nav-tabs\">$links</ul><div class=\"tab-content bg-white product-details-tab-container\">$panes</div>"
            . self::SCRIPT;
    }

    /** What a theme has a library for. */
    private const SCRIPT = <<<'HTML'
        <script>
        document.querySelectorAll('[data-toggle=tab]').forEach(function (link, at, all) {
            link.addEventListener('click', function (event) {
                event.preventDefault();
                all.forEach(function (one) {
                    [one, one.parentNode, document.querySelector(one.getAttribute('href'))].forEach(function (part) {
                        part.classList.toggle('active', one === link);
                    });
                    document.querySelector(one.getAttribute('href')).classList.toggle('show', one === link);
                    document.querySelector(one.getAttribute('href')).classList.toggle('in', one === link);
                });
            });
        });
        </script>
        HTML;
}
