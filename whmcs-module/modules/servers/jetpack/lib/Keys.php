<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The partner keys that a call may act with: the order's, and those that have provisioned something. The latter outlive the
 * settings of product and addon, which WHMCS deletes; they are encrypted by WHMCS.
 */
final class Keys
{
    /** @var array<string, string> tokens that were shared by this process: many calls of one run come with the same */
    private static array $shared = [];

    /** @var array<string, array{string|null, string}> what was read for this call already, by partner id */
    private array $read = [];

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $params
     * @param array<string, string|null> $settings the addon's
     */
    public function __construct(
        private readonly array $order,
        #[\SensitiveParameter] private readonly array $params,
        #[\SensitiveParameter] private readonly array $settings
    ) {
    }

    /** Takes what was read for another call: many of one run come with the same key. */
    public function learn(self $other): void
    {
        $this->read += $other->read;
    }

    /**
     * @return array<int, array{from: string, partner_id: string, secret: string, token: string}>
     */
    public function all(string $partnerId): array
    {
        $keys = [];
        [$stored, $token] = $partnerId === '' ? [null, ''] : $this->read[$partnerId] ??= self::stored($partnerId);
        if ($stored !== null) {
            $keys[] = ['from' => 'stored', 'partner_id' => $partnerId, 'secret' => $stored, 'token' => $token];
        }
        $own = $this->own();
        if ($own !== null) {
            $keys[] = ['from' => 'order', 'partner_id' => $own[0], 'secret' => $own[1], 'token' => ''];
        }

        return $keys;
    }

    /**
     * Calls whose access token was refused: with the one that another process has got since, or with none.
     *
     * @param array<int, array<string, mixed>> $calls what `act` was asked with
     * @param float $until when to wait no longer, in seconds of the epoch
     *
     * @return array<int, array<string, mixed>>
     */
    public static function renewed(#[\SensitiveParameter] array $calls, float $until): array
    {
        $renewed = [];
        foreach ($calls as $index => $call) {
            foreach ($call['keys'] as $place => $key) {
                if ($key['from'] === 'stored') {
                    $await = static fn (): ?string => TokenTurn::await($key['partner_id'], $key['token'], $until);
                    $renewed[$key['partner_id']] ??= Log::guarded('token', $await) ?? '';
                    $calls[$index]['keys'][$place]['token'] = $renewed[$key['partner_id']];
                }
            }
        }

        return $calls;
    }

    /**
     * Keeps the order's key, unless one with its id is kept already: then it is locked until the claim is committed, so that whoever
     * removes it sees the claim.
     */
    public function store(): void
    {
        $id = $this->order['partner_id'];
        $stored = $id === '' ? [null, ''] : self::stored($id, true);
        $own = $this->own();
        if ($own === null) {
            return;
        }
        if ($stored[0] === null) {
            self::keep($id, $own[1]);
        } else {
            $this->read[$id] = $stored;
        }
    }

    /**
     * Keeps the order's key where WordPress.com has taken it and the row's is not kept, or cannot be read any more.
     *
     * @param string $partnerId the row's
     */
    public function heal(string $partnerId): void
    {
        $isLost = array_key_exists($partnerId, $this->read) && $this->read[$partnerId][0] === null;
        $own = $isLost && $partnerId === $this->order['partner_id'] ? $this->own() : null;
        if ($own !== null) {
            self::keep($partnerId, $own[1]);
        }
    }

    /** The stored secret was refused, the order's was not. */
    public function replace(): void
    {
        $own = self::canKeep() ? $this->own() : null;
        if ($own !== null) {
            Database::table(Schema::KEYS)
                ->where('partner_id', $this->order['partner_id'])
                ->update(['secret' => encrypt($own[1]), 'updated_at' => gmdate('Y-m-d H:i:s')]);
        }
    }

    /**
     * The tokens that came with answers to `act`.
     *
     * @param array<int, array<string, mixed>> $acted
     *
     * @return array<int|string, string> by partner id
     */
    public static function got(#[\SensitiveParameter] array $acted): array
    {
        $new = array_filter($acted, static fn (array $one): bool => $one['token'] !== null);

        return array_combine(array_map(static fn (array $one): string => (string) $one['row']['partner_id'], $new), array_column($new, 'token'));
    }

    /**
     * Tokens that other processes can begin with; that of a key which is not kept is not, either.
     *
     * @param array<string, string> $tokens by partner id
     */
    public static function share(#[\SensitiveParameter] array $tokens): void
    {
        foreach (self::canKeep() ? array_diff_assoc($tokens, self::$shared) : [] as $partnerId => $token) {
            Database::table(Schema::KEYS)->where('partner_id', (string) $partnerId)->update(['token' => encrypt($token), 'token_lease' => 0]);
        }
    }

    /**
     * Once that is committed: it need not be written again.
     *
     * @param array<string, string> $tokens by partner id
     */
    public static function shared(#[\SensitiveParameter] array $tokens): void
    {
        self::$shared = $tokens + self::$shared;
    }

    /** Unless one with its id is kept already; one that cannot be read any more gives way. */
    public static function keep(string $partnerId, #[\SensitiveParameter] string $secret): void
    {
        if (!self::canKeep()) {
            return;
        }
        $now = gmdate('Y-m-d H:i:s');
        $key = ['secret' => encrypt($secret), 'updated_at' => $now];
        $isNew = Database::table(Schema::KEYS)->insertOrIgnore(['partner_id' => $partnerId, 'created_at' => $now] + $key) === 1;
        if (!$isNew && self::stored($partnerId)[0] === null) {
            Database::table(Schema::KEYS)->where('partner_id', $partnerId)->update(['token' => null] + $key);
        }
    }

    /**
     * Keeps one that was just made, also over one of the same id.
     *
     * @return bool whether it can be read again: a database may cut what it is given
     */
    public static function keepNew(string $partnerId, #[\SensitiveParameter] string $secret): bool
    {
        if (!self::canKeep()) {
            return false;
        }
        $now = gmdate('Y-m-d H:i:s');
        // Secrets are stored as people would type them into WHMCS, which is how they are read.
        $typed = htmlspecialchars($secret, ENT_QUOTES);
        Database::table(Schema::KEYS)->updateOrInsert(
            ['partner_id' => $partnerId],
            ['secret' => encrypt($typed), 'token' => null, 'created_at' => $now, 'updated_at' => $now]
        );

        return self::stored($partnerId)[0] === $typed;
    }

    /** @return array<int, string> the partner ids of those that are kept and can be read */
    public static function ids(): array
    {
        return self::canKeep() ? Database::table(Schema::KEYS)
            ->orderBy('created_at')
            ->orderBy('partner_id')
            ->get(['partner_id', 'secret'])
            ->filter(static fn (object $key): bool => self::secret($key) !== null)
            ->map(static fn (object $key): string => (string) $key->partner_id)
            ->values()
            ->all() : [];
    }

    /** WHMCS's own encryption is not in its documentation (whmcs-contract.md §3); without it nothing is kept in the clear. */
    public static function canKeep(): bool
    {
        return function_exists('encrypt') && function_exists('decrypt');
    }

    /**
     * @return array{string|null, string} secret and token
     */
    public static function stored(string $partnerId, bool $isLocked = false): array
    {
        $rows = Database::table(Schema::KEYS)->where('partner_id', $partnerId);
        $row = self::canKeep() ? ($isLocked ? $rows->sharedLock() : $rows)->first(['secret', 'token']) : null;
        $secret = $row === null ? null : self::secret($row);

        return $secret === null ? [null, ''] : [$secret, (string) $row->token === '' ? '' : (string) decrypt($row->token)];
    }

    /** None where WHMCS cannot decrypt it any more, as after its hash for that was lost. */
    private static function secret(#[\SensitiveParameter] object $key): ?string
    {
        $secret = (string) decrypt($key->secret);

        return trim($secret) === '' ? null : $secret;
    }

    /**
     * Id and secret as they were typed.
     *
     * @return array{string, string}|null
     */
    private function own(): ?array
    {
        return match ($this->order['key']) {
            'product' => [(string) $this->params['configoption1'], (string) $this->params['configoption2']],
            'addon' => $this->addons(),
            // A product may name the addon's own key among those that are kept.
            'kept' => trim(html_entity_decode($this->addons()[0], ENT_QUOTES | ENT_HTML5, 'UTF-8')) === $this->order['partner_id'] ? $this->addons() : null,
            default => null,
        };
    }

    /** @return array{string, string} */
    private function addons(): array
    {
        return [(string) ($this->settings['partner_id'] ?? ''), (string) ($this->settings['partner_secret'] ?? '')];
    }
}
