<?php

declare(strict_types=1);

require_once __DIR__ . '/Browser.php';
require_once __DIR__ . '/LabTestCase.php';
