"""`jetpack-partner doctor` compares this machine's clock with that of every node, not only of the one that WHMCS uses."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
from e2e.host.places import BUILT, CHECKOUT

# The least of WHMCS that the question needs: its way in, and where it keeps its database.
INIT = r"""<?php
require 'Illuminate/Database/autoload.php';
class_alias(Illuminate\Database\Capsule\Manager::class, 'WHMCS\Database\Capsule');
$capsule = new WHMCS\Database\Capsule();
$capsule->addConnection(['driver' => 'mysql', 'unix_socket' => '%s', 'database' => 'whmcs', 'username' => 'root', 'password' => '']);
$capsule->setAsGlobal();
spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . '/modules/servers/jetpack/lib/' . basename(strtr($class, '\\', '/')) . '.php';
    str_starts_with($class, 'WHMCS\Module') && require $file;
});
"""


@pytest.fixture
def whmcs(cluster):
    # Root asks it as the owner of its configuration, who must be able to enter: pytest's own folders are closed to him.
    with tempfile.TemporaryDirectory(prefix="jetpack-galera-") as folder:
        root = pathlib.Path(folder)
        root.chmod(0o755)
        (root / "init.php").write_text(INIT % cluster.nodes[0].socket)
        (root / "configuration.php").write_text("<?php\n")
        shutil.copytree(CHECKOUT / "whmcs-module" / "modules", root / "modules")
        if os.geteuid() == 0:
            shutil.chown(root / "configuration.php", "nobody")
        yield root


def test_every_node_is_asked_for_its_clock(cluster, sandbox, whmcs):
    command = [BUILT / "jetpack-partner", "doctor", "--json", "--whmcs", whmcs, "--php", "/usr/bin/php"]
    environment = {"PATH": "/usr/bin:/bin", "JETPACK_PARTNER_API_URL": sandbox.url}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    checks = {check["name"]: (check["state"], check["text"]) for check in json.loads(done.stdout)["checks"]}

    names = ["database", *(f"database node 127.0.0.1:{node.clients}" for node in cluster.nodes)]
    assert {name for name in checks if name.startswith("database")} == set(names), checks.get("WHMCS's database")
    for name in names:
        assert checks[name][0] == "good" and "apart from this machine" in checks[name][1], checks
