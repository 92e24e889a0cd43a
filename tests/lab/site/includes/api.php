<?php

/**
 * The API over HTTP (developer docs, Authenticating With API Credentials): POST `action` and the command's parameters,
 * with `username` and `password` of an admin as `identifier`/`secret` or `username`/`password`. The
 * answer is JSON.
 */

declare(strict_types=1);

use Lab\Api;
use Lab\People;

require_once dirname(__DIR__) . '/init.php';

header('Content-Type: application/json');

$name = (string) ($_POST['identifier'] ?? $_POST['username'] ?? '');
$secret = (string) ($_POST['secret'] ?? $_POST['password'] ?? '');
$admin = People::admin($name, $secret);
if ($admin === null) {
    http_response_code(403);
    echo json_encode(Api::error('Authentication Failed'));
    exit;
}

$_SESSION['adminid'] = (int) $admin->id;
echo json_encode(Api::call((string) ($_POST['action'] ?? ''), $_POST));
