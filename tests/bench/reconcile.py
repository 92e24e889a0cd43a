"""What the cron takes: with nothing due among many rows, and to look at many plans."""

import csv
import statistics
import subprocess

from world import HERE, RELEASE

KEY = {"JETPACK_PARTNER_ID": "sandbox-partner", "JETPACK_PARTNER_SECRET": "sandbox-secret"}


def site(number):
    """One whose plan becomes active at once."""
    return f"https://connected{number}.example.test"


def run(shop):
    """Seconds, and MiB at most."""
    done = shop.lab.php(str(HERE / "clients" / "reconcile.php"))
    return [float(line) for line in done.stdout.split()]


def nothing_due(shop, rows, rounds=9):
    """Seconds of a run, as it mostly is and with the hourly comparison of all rows."""
    shop.fill(rows)
    shop.database.rows("UPDATE mod_jetpack_services SET next_look_at = NULL")
    for swept, name in [("unix_timestamp()", "nothing due"), ("0", "nothing due, with the hourly comparison")]:
        samples = []
        for _ in range(rounds):
            shop.database.rows(f"UPDATE mod_jetpack_schema SET swept_at = {swept}, tidied_at = unix_timestamp()")
            samples.append(run(shop))
        yield name, statistics.median(one for one, _ in samples), max(peak for _, peak in samples)


def provision(shop, rows):
    """As many plans as there are rows on the books, active."""
    shop.fill(rows)
    places = shop.world.directory / "sites.csv"
    with places.open("w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["siteurl", "local_user", "plan"])
        lines.writerows([site(number), "admin", "personal"] for number in range(rows))
    program = [RELEASE / "jetpack-partner", "bulk", "provision", places, "--concurrency", "64"]
    environment = shop.world.environment() | KEY | {
        "JETPACK_PARTNER_API_URL": shop.world.api, "JETPACK_PARTNER_CA_FILE": str(shop.world.ca)
    }
    subprocess.run(shop.world.command(*program), env=environment, check=True, capture_output=True)
    shop.database.rows("SET @number = -1")
    shop.database.rows(
        "UPDATE mod_jetpack_services SET site = concat('https://connected', @number := @number + 1, '.example.test'),"
        " site_key = sha2(concat('connected', @number, '.example.test'), 256) ORDER BY id LIMIT %s",
        rows,
    )


def looks(shop, rows, state):
    """Looks at so many plans, that are active: how many were looked at, the seconds, and MiB at most."""
    shop.database.rows("UPDATE mod_jetpack_services SET next_look_at = NULL")
    shop.database.rows(
        "UPDATE mod_jetpack_services SET next_look_at = 1, state = %s, pending_until = unix_timestamp() + 86400 * 9 ORDER BY id LIMIT %s",
        state,
        rows,
    )
    shop.database.rows("UPDATE mod_jetpack_schema SET swept_at = unix_timestamp(), tidied_at = unix_timestamp()")
    measured = run(shop)
    left = shop.database.value("SELECT count(*) FROM mod_jetpack_services WHERE next_look_at = 1")
    return rows - left, *measured
