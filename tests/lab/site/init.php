<?php

// The documented way in for scripts outside the pages: require init.php from the root (WHMCS docs, Creating Pages).

require_once __DIR__ . '/includes/lab/boot.php';
