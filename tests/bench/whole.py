"""A whole CreateAccount in php-fpm, with ledger and logs, beside what cannot be saved of it."""

import statistics
import time

NAMES = ["one warm curl call", "the least that is crash-safe", "CreateAccount"]


def measure(shop, rounds, sizes):
    """For each number of rows on the books, the medians of milliseconds by name."""
    # PHP keeps no file compiled that is younger than two seconds (opcache.file_update_protection).
    time.sleep(3)
    for rows in sizes:
        shop.fill(rows)
        for _ in range(3):
            shop.ask("whole.php")
        samples = [shop.ask("whole.php") for _ in range(rounds)]
        yield rows, dict(zip(NAMES, map(statistics.median, zip(*samples, strict=True)), strict=True))
