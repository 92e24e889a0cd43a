<?php

declare(strict_types=1);

namespace WHMCS\Module\Server;

use Illuminate\Support\Collection;

/** What CustomActions answers with (developer docs, Custom Actions, 8.5+). */
final class CustomActionCollection extends Collection
{
}
