<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The way that is gone where it can be: connections to WordPress.com stay open from one call to the next.
 */
final class Extension implements Way
{
    public static function isLoaded(): bool
    {
        return extension_loaded('jetpack_bridge');
    }

    public function name(): string
    {
        return 'extension';
    }

    public function begin(): ?string
    {
        return $this->problem();
    }

    public function problem(): ?string
    {
        $loaded = (string) phpversion('jetpack_bridge');

        return $loaded === Bridge::VERSION ? null : Sentences::versionsDiffer($loaded);
    }

    public function ask(string $question, #[\SensitiveParameter] array $given): array
    {
        return \JetpackBridge\ask($question, $given);
    }

    public function processIdentity(): string
    {
        return \JetpackBridge\process_identity();
    }

    public function processIsGone(string $identity): bool
    {
        return \JetpackBridge\process_is_gone($identity);
    }
}
