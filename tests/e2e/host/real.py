"""`tests/whmcs/run`, which asks a real WHMCS, here with the lab in its place."""

import json
import subprocess
from pathlib import Path

from .admin import Admin, Service, must
from .browser import Browser
from .places import CHECKOUT

RUNNER = CHECKOUT / "tests" / "whmcs" / "run"
PROMPT = "to leave it out. "
# The lab's, which makes them count as somebody's.
CLIENTS = 3


class Real:
    def __init__(self, lab, folder):
        self.lab = lab
        self.root = lab.directory / "site"
        # The command-line PHP of that WHMCS.
        php = Path(folder) / "php"
        php.write_text(f"#!/bin/sh\nexport LAB_DIR='{lab.directory}'\nexec '{lab.command[0]}' php \"$@\"\n")
        php.chmod(0o755)
        self.environment = lab.environment() | {"WHMCS_ROOT": str(self.root), "PHP": str(php), "JSON": "1"}

    def begin(self, how="ask", known=CLIENTS):
        consent = {"I_KNOW": str(known)} if known is not None else {}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        # A group of its own, as a terminal makes one, so that Ctrl-C reaches all of it.
        return subprocess.Popen([RUNNER, how], env=self.environment | consent, start_new_session=True, **pipes)

    def run(self, how="ask", known=CLIENTS):
        return Ran(self.begin(how, known))

    def pages(self, people):
        """`people` does each step by the words that were said."""
        process = self.begin("pages")
        for step in people.steps:
            heard = ""
            while not heard.endswith(PROMPT):
                read = process.stderr.read(1)
                if read == "":
                    raise AssertionError(f"it ended at {step}: {heard}")
                heard += read
            people.do(step)
            process.stdin.write("\n")
            process.stdin.flush()
        return Ran(process)


class Ran:
    def __init__(self, process):
        self.out, self.err = process.communicate(timeout=120)
        self.code = process.returncode

    def __repr__(self):
        return f"exit {self.code}\n{self.out}\n{self.err}"

    @property
    def report(self):
        return json.loads(self.out)

    def values(self):
        """What was found of each point that could be asked."""
        return {name: one["value"] for name, one in self.report["found"].items() if one["value"] is not None}

    def failed(self):
        return [check for check in self.report["checks"] if not check["ok"]]

    def checked(self):
        return {check["name"] for check in self.report["checks"]}


class People:
    """Staff and the client of a run, who press what is said: a method for each step, in the order in which they are asked for."""

    steps = [
        "save_product_addon",
        "save_product",
        "open_service",
        "open_as_client",
        "sign_on",
        "move_service",
        "delete_service",
        "merge_clients",
        "open_addon",
        "send_without_token",
        "list_addons",
        "cancel_service",
    ]

    def __init__(self, lab, database):
        self.lab = lab
        self.admin = Admin(lab)
        self.database = database
        self.browser = Browser(lab.url)
        self.page = None

    def do(self, step):
        getattr(self, step)(json.loads(self.database.value("SELECT details FROM mod_contracttest WHERE what = 'scene'")))

    def save_product_addon(self, scene):
        self.admin.open(f"configaddons.php?action=manage&id={scene['addon']}").press("Save Changes")

    def save_product(self, scene):
        must(self.admin.edit_product(scene["product"], {}))

    def open_service(self, scene):
        self.admin.service_page(Service(scene["active"], scene["client"]))

    def open_as_client(self, scene):
        login = {"username": f"contract-test-{scene['number']}@example.com", "password": scene["password"]}
        self.browser.open("clientarea.php").press("Login", login)
        self.browser.open(f"clientarea.php?action=productdetails&id={scene['pending']}")

    def sign_on(self, scene):
        self.browser.open(f"clientarea.php?action=productdetails&id={scene['pending']}&dosinglesignon=1")

    def move_service(self, scene):
        self.admin.move_service(Service(scene["active"], scene["client"]), scene["other client"])

    def delete_service(self, scene):
        self.admin.delete_service(Service(scene["deleted"], scene["client"]))

    def merge_clients(self, scene):
        self.admin.merge_clients(scene["other client"], into=scene["client"])

    def open_addon(self, scene):
        within = "#addon-contracttest"
        self.admin.open("configaddonmods.php").press("Activate", within=within)
        self.admin.open("configaddonmods.php").press("Save Changes", {"access[contracttest][1]": "1"}, within=within)
        self.page = self.admin.open("addonmodules.php?module=contracttest")

    def send_without_token(self, scene):
        self.page.press("Send without a token")

    def list_addons(self, scene):
        self.admin.open("configaddonmods.php")

    def cancel_service(self, scene):
        page = self.browser.open(f"clientarea.php?action=cancel&id={scene['cancelled']}")
        page.press("Request Cancellation", {"type": "Immediate"})
        self.lab.cron(daily=True)
