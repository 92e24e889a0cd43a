"""One node of the cluster: its process, and what can happen to it."""

import os
import shutil
import signal
import subprocess

import pymysql
from e2e.host.places import free_port, wait_until

GALERA = "/usr/lib/galera/libgalera_smm.so"

# A node that is frozen is given up after about this many seconds; Galera's own are far longer than a test may take.
SUSPECT, INACTIVE = 2, 4


class Node:
    def __init__(self, directory, name, path):
        self.directory, self.name, self.path = directory / name, name, path
        self.port, self.transfers, self.snapshots, self.clients = free_port(), free_port(), free_port(), free_port()
        self.socket = self.directory / "s"
        self.process = None

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def make(self):
        self.directory.mkdir(parents=True)
        run = ["mariadb-install-db", "--no-defaults", f"--datadir={self.directory / 'data'}", "--skip-test-db"]
        subprocess.run([*run, "--auth-root-authentication-method=normal"], check=True, capture_output=True)

    def start(self, members, is_first=False):
        data = self.directory / "data"
        data.mkdir(parents=True, exist_ok=True)
        provider = ";".join([
            f"base_port={self.port}", f"ist.recv_addr=127.0.0.1:{self.transfers}", "gcache.size=32M",
            f"evs.suspect_timeout=PT{SUSPECT}S", f"evs.inactive_timeout=PT{INACTIVE}S", "evs.keepalive_period=PT0.5S",
            f"evs.install_timeout=PT{INACTIVE}S", "pc.recovery=false",
        ])
        options = [
            "--no-defaults", f"--datadir={data}", f"--socket={self.socket}", f"--tmpdir={self.directory}",
            f"--log-error={self.directory / 'log.err'}", "--bind-address=127.0.0.1", f"--port={self.clients}",
            f"--wsrep-node-incoming-address=127.0.0.1:{self.clients}", "--skip-log-bin", "--sql-mode=NO_ENGINE_SUBSTITUTION", "--character-set-server=utf8mb4",
            "--innodb-buffer-pool-size=48M", "--innodb-log-file-size=16M", "--innodb-flush-log-at-trx-commit=1",
            "--innodb-autoinc-lock-mode=2", "--binlog-format=ROW", "--default-storage-engine=InnoDB",
            "--wsrep-on=ON", f"--wsrep-provider={GALERA}", f"--wsrep-provider-options={provider}",
            f"--wsrep-cluster-address=gcomm://{','.join(members)}", "--wsrep-cluster-name=jetpack",
            f"--wsrep-node-address={self.address}", f"--wsrep-node-name={self.name}", "--wsrep-sst-method=rsync",
            f"--wsrep-sst-receive-address=127.0.0.1:{self.snapshots}", "--wsrep-slave-threads=2",
        ]
        first = ["--wsrep-new-cluster"] if is_first else []
        user = ["--user=root"] if os.getuid() == 0 else []
        environment = os.environ | {"PATH": f"{self.path}:{os.environ['PATH']}:/usr/sbin:/sbin"}
        # It must not outlive us, however we end.
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", shutil.which("mariadbd", path="/usr/sbin:/usr/bin"), *options, *first, *user],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=open(self.directory / "stderr", "w"),
        )
        wait_until(self.is_ready, f"{self.name} joining the cluster; see {self.directory / 'log.err'}", 90)

    def is_ready(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.name} ended: {(self.directory / 'log.err').read_text()[-3000:]}")
        try:
            return self.value("SHOW STATUS LIKE 'wsrep_ready'", column=1) == "ON"
        except pymysql.Error:
            return False

    def agrees_with(self, size):
        """Whether it is one of so many that have the majority."""
        status = dict(self.rows("SHOW STATUS LIKE 'wsrep_cluster_%'"))
        return status["wsrep_cluster_status"] == "Primary" and int(status["wsrep_cluster_size"]) == size

    def rows(self, statement, user="root", database=None):
        connection = pymysql.connect(unix_socket=str(self.socket), user=user, database=database, autocommit=True)
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall()

    def value(self, statement, column=0, database=None):
        rows = self.rows(statement, database=database)
        return rows[0][column] if rows else None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def freeze(self):
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.process.send_signal(signal.SIGCONT)
