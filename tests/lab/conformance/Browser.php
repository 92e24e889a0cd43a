<?php

declare(strict_types=1);

namespace Lab\Conformance;

use DOMDocument;
use DOMElement;
use DOMXPath;
use RuntimeException;

/** Loads pages and sends the forms it finds on them, as a person would. */
final class Browser
{
    public int $status = 0;
    public string $body = '';

    public readonly string $cookies;
    public string $address = '';

    public function __construct(private readonly string $root)
    {
        $this->cookies = (string) tempnam(sys_get_temp_dir(), 'lab');
    }

    public function __destruct()
    {
        unlink($this->cookies);
    }

    /** @param ?array<string, mixed> $post */
    public function open(string $address, ?array $post = null): self
    {
        $curl = curl_init(str_starts_with($address, 'http') ? $address : $this->root . '/' . $address);
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => true,
            CURLOPT_COOKIEFILE => $this->cookies,
            CURLOPT_COOKIEJAR => $this->cookies,
            CURLOPT_TIMEOUT => 30,
        ] + ($post === null ? [] : [CURLOPT_POSTFIELDS => http_build_query($post)]));
        $this->body = (string) curl_exec($curl);
        $this->status = (int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $this->address = (string) curl_getinfo($curl, CURLINFO_EFFECTIVE_URL);
        // The cookie jar is written when the handle goes.
        unset($curl);

        return $this;
    }

    /**
     * Presses the button with this text, after filling in.
     *
     * @param array<string, string|null> $values by input name; null unticks
     */
    public function press(string $button, array $values = [], string $within = 'body'): self
    {
        $page = $this->page();
        $found = $page->query("//{$within}//form//button[normalize-space()=\"$button\"]");
        if ($found->length === 0) {
            throw new RuntimeException("There is no button $button on $this->address:\n$this->body");
        }
        $button = $found->item(0);
        $form = $button;
        while ($form->nodeName !== 'form') {
            $form = $form->parentNode;
        }
        $fields = array_filter($values + self::fields($page, $form), static fn (?string $value): bool => $value !== null);
        if ($button->getAttribute('name') !== '') {
            $fields[$button->getAttribute('name')] = $button->getAttribute('value');
        }
        parse_str(implode('&', array_map(
            static fn (string $name, string $value): string => urlencode($name) . '=' . urlencode($value),
            array_map('strval', array_keys($fields)),
            $fields,
        )), $post);

        return $this->open($this->resolved($form->getAttribute('action')), $post);
    }

    /** The text of what an XPath finds first, or '' when it finds nothing. */
    public function text(string $path): string
    {
        return trim((string) $this->page()->query($path)->item(0)?->textContent);
    }

    /** The name of the input with this label. */
    public function named(string $label): string
    {
        $id = $this->page()->query("//label[normalize-space(translate(., '*', ''))='$label']/@for")->item(0)?->nodeValue;

        return (string) $this->page()->query("//*[@id='$id']/@name")->item(0)?->nodeValue;
    }

    private function page(): DOMXPath
    {
        $document = new DOMDocument();
        @$document->loadHTML('<?xml encoding="utf-8"?>' . $this->body);

        return new DOMXPath($document);
    }

    private function resolved(string $action): string
    {
        return preg_replace('#[^/]*(\?.*)?$#', '', $this->address) . html_entity_decode($action);
    }

    /** @return array<string, string> */
    private static function fields(DOMXPath $page, DOMElement $form): array
    {
        $fields = [];
        foreach ($page->query('.//input|.//select|.//textarea', $form) as $field) {
            $isChoice = in_array($field->getAttribute('type'), ['checkbox', 'radio'], true);
            if ($field->nodeName === 'select') {
                $chosen = $page->query('.//option[@selected]', $field)->item(0) ?? $page->query('.//option', $field)->item(0);
                $fields[$field->getAttribute('name')] = (string) $chosen?->getAttribute('value');
            } elseif ($field->nodeName === 'textarea') {
                $fields[$field->getAttribute('name')] = $field->textContent;
            } elseif (!$isChoice || $field->hasAttribute('checked')) {
                $fields[$field->getAttribute('name')] = $field->getAttribute('value');
            }
        }

        return $fields;
    }
}
