"""The lab as a host's shop has it, on the near side of the link, with as many services on the books as are asked for."""

import contextlib
import sys
import time

import fpm
from world import ROOT

sys.path.insert(0, str(ROOT / "tests" / "e2e"))

from host import program
from host.database import Database
from host.lab import LAB, Lab, ini_lines
from host.places import free_port
from host.sandbox import Sandbox
from host.shop import Shop

# The first service again under numbers of its own, in WHMCS and on the books, each with a site of its own; none is due.
SERVICES = """
    INSERT INTO tblhosting (id, {names})
    SELECT seq, {names} FROM tblhosting CROSS JOIN seq_{first}_to_{last} WHERE id = 1
"""
# What their owners read, and the other fields, as an order makes them.
FIELDS = """
    INSERT INTO tblcustomfieldsvalues (relid, {names})
    SELECT seq, {names} FROM tblcustomfieldsvalues CROSS JOIN seq_{first}_to_{last} WHERE relid = 1
"""
BOOKS = """
    INSERT INTO mod_jetpack_services (service_id, site, site_key, next_look_at, {names})
    SELECT seq, concat('https://shop', seq, '.example.test'), sha2(concat('shop', seq), 256), NULL, {names}
    FROM mod_jetpack_services CROSS JOIN seq_{first}_to_{last} WHERE service_id = 1
"""


class ShopBench:
    """Sells Jetpack plans; one of them is on the books."""

    def __init__(self, world, by_program=False):
        self.world = world
        program.IS_USED = by_program
        self.lab = Lab(world.directory / "lab", free_port())
        self.database = Database(self.lab)

    def __enter__(self):
        with contextlib.closing(_Near()) as near:
            self.lab.up(ini_lines(near.sandbox.url))
            self.lab.reset()
            shop = Shop(self.lab, autosetup="")
            assert shop.admin.create(shop.order("https://shop.example.test")).ok
            self.database.close()
            self.lab.down()
        self.lab.command = self.world.command(LAB)
        self.lab.up(ini_lines(self.world.api) + f"jetpack_bridge.ca_file={self.world.ca}\n", LAB_WORKERS="1")
        # The key's token is the other sandbox's.
        self.database.rows("UPDATE mod_jetpack_keys SET token = NULL")
        self.database.rows("UPDATE tblconfiguration SET value = 'on' WHERE setting = 'ModuleDebugMode'")
        return self

    def __exit__(self, *_):
        self.database.close()
        self.lab.down()

    def fill(self, rows):
        """Brings the books to so many rows."""
        have = self.database.value("SELECT count(*) FROM mod_jetpack_services")
        if have < rows:
            first = 1_000_000 + have
            last = first + rows - have - 1
            self._copy(SERVICES, "tblhosting", {"id"}, first, last)
            self._copy(FIELDS, "tblcustomfieldsvalues", {"id", "relid"}, first, last)
            own = {"id", "service_id", "site", "site_key", "next_look_at"}
            self._copy(BOOKS, "mod_jetpack_services", own, first, last)
            self._rest()

    def _rest(self):
        """Waits until the database has written what it was filled with: it would go on beside what is measured."""
        self.lab.sql("SET GLOBAL innodb_max_dirty_pages_pct = 0, GLOBAL innodb_max_dirty_pages_pct_lwm = 0")
        dirty = "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'Innodb_buffer_pool_pages_dirty'"
        until = time.monotonic() + 60
        while int(self.database.value(dirty)) > 100 and time.monotonic() < until:
            time.sleep(0.2)
        self.lab.sql("SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT, GLOBAL innodb_max_dirty_pages_pct_lwm = DEFAULT")

    def _copy(self, statement, table, own, first, last):
        names = ", ".join(f"`{name}`" for name in self.database.columns(table) if name not in own)
        self.database.rows(statement.format(names=names, first=first, last=last))
        self.database.rows(f"ANALYZE TABLE {table}")

    def ask(self, script):
        """Runs a script of `clients` in a request of the lab's php-fpm; gives the milliseconds that it prints."""
        socket = self.lab.socket.parent / "fpm.sock"
        where = {"LAB_SITE": str(self.lab.directory / "site"), "BENCH_API": self.world.api, "BENCH_CA": str(self.world.ca)}
        try:
            return fpm.ask(socket, script, **where)
        except SystemExit as failed:
            raise SystemExit(f"{failed}{self.lab.log('php.log')}") from None


class _Near:
    """A sandbox that setting up needs, where pages are reached."""

    def __init__(self):
        self.sandbox = Sandbox()

    def close(self):
        self.sandbox.stop()
