"""What all runs share: the lab, the sandbox, a partner key with products of its own for each run at a time, and bystanders."""

import os
import threading

from host import program
from host.admin import must
from host.lab import Lab, ini_lines
from host.places import CHECKOUT, free_port
from host.sandbox import Sandbox
from host.shop import Shop

from .books import Books, Snapshot
from .bystanders import make_bystanders
from .database_faults import WHOLE
from .node import DEADLINE, Node, install
from .plan import MODES
from .slots import Slots

class World:
    #: Kinds that strike all calls of a batch at once, and how many crons run at the same time.
    whole, crons = WHOLE, 2
    #: Whether the lab's pages show what the runs write.
    has_pages = True

    def __init__(self, slots):
        self._nodes, self._lock, self.books = {}, threading.Lock(), None
        self.sandbox = self.tls = self.lab = None
        try:
            self._start(slots)
        except BaseException:
            self.stop()
            raise

    def _start(self, slots):
        self.sandbox = Sandbox()
        self.lab = Lab(CHECKOUT / "target" / ("lab faults program" if program.IS_USED else "lab faults"), free_port())
        # The worst case for secrets: traces of exceptions hold the arguments of functions.
        self.lab.up(ini_lines(self.sandbox.url, DEADLINE) + "zend.exception_ignore_args=Off\n")
        self.lab.reset()
        (self.lab.directory / "log" / "nodes.log").unlink(missing_ok=True)
        install(self.lab)
        self.tls = Sandbox(0, "--tls-ca", str(self.lab.directory / "ca.pem"))
        self.elsewhere = {
            "refused": f"http://127.0.0.1:{free_port()}",
            "DNS": "https://api.invalid",
            "TLS: unknown authority": self.tls.url,
            "TLS: no TLS": self.sandbox.url.replace("http:", "https:"),
        }
        self.shop = Shop(self.lab, autosetup="")
        self.addon = self.shop.sell_addon()
        must(self.shop.admin.edit_product(self.shop.products["personal"], TICK_BOX))
        must(self.shop.admin.edit_product(self.shop.products["premium"], TICK_BOX))
        self.books = Books(self.lab)
        self.slots = Slots(self, slots)
        make_bystanders(self)
        self.snapshot = Snapshot(self.books)
        self._sites = self.sandbox.sites()
        #: Statements and requests of an operation that nothing disturbs.
        self.counts = {}

    def node(self, modes, charset, elsewhere=None):
        """A web node of this kind; those of another kind end, so that there are never many."""
        with self._lock:
            for other in [name for name in self._nodes if name[:2] != (modes, charset)]:
                self._nodes.pop(other).stop()
            name = (modes, charset, elsewhere)
            if name not in self._nodes:
                ini = {"deadline": DEADLINE} | ({"api_url": self.elsewhere[elsewhere]} if elsewhere else {})
                self._nodes[name] = Node(self.lab, MODES[modes], charset, **ini)
            return self._nodes[name]

    def plain_node(self):
        return self.node("non-strict", "utf8mb4")

    def differences(self):
        """What is another than before the first run: rows, and sites at WordPress.com."""
        sites = self.sandbox.sites()
        return self.snapshot.differences() + [name for name, site in self._sites.items() if sites.get(name) != site]

    def forget_logs(self):
        for name in ("escapes.log", "php.log", "nodes.log"):
            path = self.lab.directory / "log" / name
            if path.exists():
                os.truncate(path, 0)

    def stop(self):
        for node in self._nodes.values():
            node.stop()
        if self.books is not None:
            self.books.close()
        if self.lab is not None:
            self.lab.down()
        for sandbox in (self.sandbox, self.tls):
            if sandbox is not None:
                sandbox.stop()


TICK_BOX = {
    "customfields[new][fieldname]": "Backup Access",
    "customfields[new][fieldtype]": "tickbox",
    "packageconfigoption[6]": "hosting",
}
