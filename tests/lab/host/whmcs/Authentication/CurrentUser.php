<?php

declare(strict_types=1);

namespace WHMCS\Authentication;

use WHMCS\User\Admin;
use WHMCS\User\Client;

/** Who is logged in (developer docs, Authentication, 8.0+). The lab has no users apart from clients, nor masquerading. */
final class CurrentUser
{
    public function admin(): ?Admin
    {
        return isset($_SESSION['adminid']) ? Admin::find($_SESSION['adminid']) : null;
    }

    public function client(): ?Client
    {
        return isset($_SESSION['uid']) ? Client::find($_SESSION['uid']) : null;
    }

    public function user(): ?Client
    {
        return $this->client();
    }

    public function isAuthenticatedAdmin(): bool
    {
        return $this->admin() !== null;
    }

    public function isAuthenticatedUser(): bool
    {
        return $this->client() !== null;
    }

    public function isMasqueradingAdmin(): bool
    {
        return false;
    }
}
