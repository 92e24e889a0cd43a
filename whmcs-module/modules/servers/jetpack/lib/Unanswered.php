<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Ends a call whose question got no answer: it is not known what came of it.
 */
final class Unanswered extends Stopped
{
}
