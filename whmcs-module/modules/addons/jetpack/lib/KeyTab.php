<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * The tab Keys: all partner keys that the shop knows, what uses them, and which of them a product has. No secret but that of a key that
 * was made by the very press which this answers.
 */
final class KeyTab
{
    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     * @param array<string, mixed> $posted what the form held; where it was refused, nothing has to be typed in again
     *
     * @return array<string, mixed> for the template
     */
    public static function data(#[\SensitiveParameter] array $vars, array $text, ?Notice $notice, array $posted): array
    {
        $again = $notice?->success === false && $notice->key === null && ($posted['jetpack_action'] ?? '') === 'keys_make';
        $sold = KeyUse::sold($vars);
        $keys = self::keys($vars, $text, $sold);
        $products = array_filter($sold, static fn (array $one): bool => !$one['isAddon']);
        $fields = ['name', 'notes', ...NewKeyForm::KINDS];

        return [
            'made' => $notice?->key,
            'lost' => NewKey::lost(),
            'keys' => $keys,
            'products' => array_map(static fn (array $one): array => self::product($one, $keys, $vars, $text), array_values($products)),
            'kinds' => array_map(self::kind(...), array_combine(NewKeyForm::KINDS, NewKeyForm::KINDS)),
            'press' => NewKeyForm::newPress(),
            'typed' => array_combine($fields, array_map(static fn (string $one): string => $again ? NewKeyForm::text($posted, $one) : '', $fields)),
        ];
    }

    /**
     * The addon's own first, then those that are kept, then others that products name or plans were provisioned with.
     *
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     * @param array<int, array<string, mixed>> $sold as `KeyUse` has them
     *
     * @return array<int|string, array{id: string, name: string, notes: string, made: string, state: string, isOwn: bool, isKept: bool,
     *     plans: array<int, array{said: string, isFull: bool}>, users: array<int, string>, objection: string|null}> by partner id
     */
    private static function keys(#[\SensitiveParameter] array $vars, array $text, array $sold): array
    {
        $own = Typed::plain($vars['partner_id'] ?? '');
        [$kept, $plans, $needs] = [Keys::ids(), KeyUse::plans(), KeyUse::needs()];
        $made = Database::table(Schema::NEW_KEYS)->whereNotNull('partner_id')->orderBy('asked_at')->get()->keyBy('partner_id');
        $typed = array_column(array_filter($sold, static fn (array $one): bool => $one['isTyped']), 'named');
        $objections = new KeyObjections($vars, $text);
        $keys = [];
        foreach ([$own, ...$kept, ...array_column($sold, 'named'), ...array_map('strval', array_keys($plans + $needs))] as $id) {
            if ($id === '' || isset($keys[$id])) {
                continue;
            }
            $one = $made[$id] ?? null;
            $users = array_column(array_filter($sold, static fn (array $one): bool => $one['key'] === $id), 'name');
            $keys[$id] = [
                'id' => $id,
                'name' => (string) ($one->name ?? ''),
                'notes' => (string) ($one->notes ?? ''),
                'made' => $one === null ? '' : self::made($one, $text),
                'state' => match (true) {
                    in_array($id, $kept, true) => 'kept',
                    $id === $own, in_array($id, $typed, true) => 'typed',
                    default => 'unknown',
                },
                'isOwn' => $id === $own,
                'isKept' => in_array($id, $kept, true),
                'plans' => self::plans($plans[$id] ?? [], $one, $text),
                'users' => $users,
                'objection' => $objections->of($id),
            ];
        }

        return $keys;
    }

    /**
     * When, and its number, without which the report of what is paid for does not hold its plans.
     *
     * @param array<string, string> $text
     */
    private static function made(object $one, array $text): string
    {
        $on = sprintf($text['keys_made_on'], date('Y-m-d', (int) $one->asked_at));

        return (string) $one->number === '' ? $on : $on . ' ' . sprintf($text['keys_number'], $one->number);
    }

    /**
     * How many of each kind, against the limit where that is known.
     *
     * @param array<int|string, int> $plans by slug
     * @param array<string, string> $text
     *
     * @return array<int, array{said: string, isFull: bool}>
     */
    private static function plans(array $plans, ?object $made, array $text): array
    {
        $limits = $made === null ? [] : array_map(static fn (string $kind): int => (int) $made->$kind, array_combine(NewKeyForm::KINDS, NewKeyForm::KINDS));
        $said = [];
        foreach (array_keys($limits + $plans) as $slug) {
            $count = $plans[$slug] ?? 0;
            $limit = $limits[$slug] ?? null;
            $said[] = [
                'said' => $limit === null
                    ? sprintf($text['keys_count'], self::kind((string) $slug), $count)
                    : sprintf($text['keys_count_of'], self::kind((string) $slug), $count, $limit),
                'isFull' => $limit !== null && $count >= $limit,
            ];
        }

        return $said;
    }

    /**
     * @param array<string, mixed> $product
     * @param array<int|string, array<string, mixed>> $keys
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     *
     * @return array{id: int, name: string, chosen: string, choices: array<string, string>, key: string}
     */
    private static function product(array $product, array $keys, #[\SensitiveParameter] array $vars, array $text): array
    {
        $own = Typed::plain($vars['partner_id'] ?? '');
        $choices = [KeyChoice::ADDON => $own === '' ? $text['keys_of_addon'] : "{$text['keys_of_addon']} ($own)"];
        // The addon's own is chosen as such: so it follows the settings.
        foreach (array_filter($keys, static fn (array $one): bool => $one['isKept'] && !$one['isOwn']) as $key) {
            $choices[KeyChoice::KEPT . $key['id']] = trim("{$key['name']} ({$key['id']})");
        }
        $chosen = match (true) {
            $product['isTyped'] => '',
            $product['named'] === '', $product['named'] === $own => KeyChoice::ADDON,
            default => KeyChoice::KEPT . $product['named'],
        };
        if (!isset($choices[$chosen])) {
            $state = $text[$product['isTyped'] ? 'keys_state_typed' : 'keys_state_unknown'];
            $choices = ['' => trim("{$product['named']} ($state)")] + $choices;
            $chosen = '';
        }

        return ['id' => $product['id'], 'name' => $product['name'], 'chosen' => $chosen, 'choices' => $choices, 'key' => $choices[$chosen]];
    }

    private static function kind(string $slug): string
    {
        return Core::products()[$slug]['name'] ?? ($slug === '' ? '?' : $slug);
    }
}
