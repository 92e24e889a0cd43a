"""The lab's processes (tests/lab/README.md)."""

import os
import signal
import subprocess
from pathlib import Path

from . import program
from .places import EXTENSION, LAB, wait_until


class Lab:
    def __init__(self, directory, port):
        self.directory = Path(directory)
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.command = [LAB]

    def up(self, ini, **settings):
        """Starts, or takes up a changed ini; lines of it, as in php.ini."""
        self.directory.mkdir(parents=True, exist_ok=True)
        if program.IS_USED:
            ini = program.moved(ini, self.directory)
        self._run("up", LAB_PORT=str(self.port), LAB_PHP_INI=ini, **settings)

    def mend(self):
        """Starts what died, with the same settings."""
        self._run("up")

    def down(self):
        self._run("down")

    def reset(self):
        self._run("switch", "defaults")
        self._run("reset")

    def switch(self, name, value):
        self._run("switch", name, value)

    def theme(self, name):
        """One of WHMCS's client themes (tests/lab/README.md); a reset brings the plain pages back."""
        self.sql(f"UPDATE whmcs.tblconfiguration SET value = '{name}' WHERE setting = 'Template'")

    def switches(self):
        """The names of all switches."""
        return [line.split()[0] for line in self._run("switch").splitlines() if line and line[0].isalpha()]

    def sql(self, statement):
        """As the database's root."""
        return self._run("sql", statement)

    def php(self, *arguments, check=True):
        """Command-line PHP; gives the finished process."""
        return subprocess.run(
            [*self.command, "php", *arguments], env=self.environment(), capture_output=True, text=True, check=check
        )

    def identity(self):
        """The holder of leases that a process of command-line PHP is, which has ended by now."""
        code = "require getenv('LAB_SITE') . '/init.php'; echo WHMCS\\Module\\Server\\Jetpack\\Bridge::way()->processIdentity();"
        return self.php("-r", code).stdout.strip()

    def cron(self, daily=False):
        """A run of the cron, of which modules see the hooks."""
        return self._run("cron", *(["daily"] if daily else []))

    def log(self, name):
        path = self.directory / "log" / name
        return path.read_text(errors="replace") if path.exists() else ""

    @property
    def socket(self):
        """A lab whose path is too long for a socket keeps it elsewhere."""
        elsewhere = self.directory / "settings" / "sockets"
        folder = Path(elsewhere.read_text().strip()) if elsewhere.exists() else self.directory / "run"
        return folder / "mariadb.sock"

    def fpm(self):
        """The php-fpm master of this lab."""
        return int((self.directory / "run" / "fpm.pid").read_text())

    def workers(self):
        """The php-fpm workers of this lab."""
        master = self.fpm()
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        return [int(child) for child in children]

    def kill_workers(self):
        """As the kernel does when memory runs out."""
        old = self.workers()
        for worker in old:
            os.kill(worker, signal.SIGKILL)
        wait_until(lambda: self._replaced(old), "php-fpm starting new workers")

    def _replaced(self, old):
        now = self.workers()
        return len(now) >= len(old) and not set(now) & set(old)

    def kill_database(self):
        pid = int((self.directory / "run" / "mariadbd.pid").read_text())
        os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not _runs(pid), "the end of mariadbd")

    def _run(self, *arguments, **settings):
        done = subprocess.run(
            [*self.command, *arguments], env=self.environment() | settings, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"lab {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout

    def environment(self):
        """For who runs the lab's script: nothing of a lab that the caller may use himself; `up` remembers the rest."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("LAB_")}
        return clean | {"LAB_DIR": str(self.directory)}


def ini_lines(api, deadline=25):
    """What php.ini needs for our extension to ask this API; `deadline` in seconds for one module call."""
    return f'extension="{EXTENSION}"\njetpack_bridge.api_url={api}\njetpack_bridge.deadline={deadline}\n'


def _runs(pid):
    """A zombie has ended, though nobody may have noticed."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
