<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * What is done to a service. The value is the journal's word for it.
 */
enum Action: string
{
    case Create = 'create';
    case Terminate = 'terminate';

    /** The state of a service while this is under way (architecture.md §4). */
    public function stateUnderWay(): string
    {
        return match ($this) {
            self::Create => 'requested',
            self::Terminate => 'cancelling',
        };
    }

    /** WHMCS's name for it, as in its logs. */
    public function functionName(): string
    {
        return match ($this) {
            self::Create => 'CreateAccount',
            self::Terminate => 'TerminateAccount',
        };
    }
}
