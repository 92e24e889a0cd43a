"""Galera's state transfer by rsync: its scripts are in Debian's mariadb-server, which would also start a service. So the
package is downloaded and unpacked, and not installed."""

import os
import subprocess
from pathlib import Path

SCRIPTS = ["wsrep_sst_rsync", "wsrep_sst_common"]


def scripts(directory: Path) -> Path:
    """The folder of the scripts, to be put first in PATH."""
    folder = directory / "usr" / "bin"
    if not all((folder / script).exists() for script in SCRIPTS):
        directory.mkdir(parents=True, exist_ok=True)
        download = ["apt-get", "download", "mariadb-server"]
        if subprocess.run(download, cwd=directory, check=False, capture_output=True).returncode:
            # Debian's lists are missing, or older than its packages.
            subprocess.run(["apt-get", "update"], check=True, capture_output=True)
            subprocess.run(download, cwd=directory, check=True, capture_output=True)
        [package] = directory.glob("mariadb-server_*.deb")
        subprocess.run(["dpkg-deb", "-x", package, directory], check=True)
        package.unlink()
        if os.getuid() == 0:
            # A daemon of root's would write as nobody; who is not root needs nothing.
            script = folder / SCRIPTS[0]
            script.write_text(script.read_text().replace("use chroot = no\n", "use chroot = no\nuid = root\ngid = root\n"))
    return folder
