"""What must hold of every page that a browser has opened, whichever test opened it."""

import json
from urllib.parse import urlsplit

from selenium.common.exceptions import JavascriptException, TimeoutException

from .places import FETCHED

AXE = FETCHED / "axe-core" / "axe.min.js"
LOGS = {"browser": "WARNING", "performance": "ALL"}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# Of axe's four degrees, those that keep somebody from doing something.
GRAVE = {"serious", "critical"}
# A milder one in axe's eyes. Pages that are long are gone through by their headings, so it counts here.
ALSO = {"heading-order"}
# A page that goes on by itself, as while a job runs, may leave before axe is done; the one that follows is looked at.
TRIES = 5
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations'], preload: false}).then(
    found => done(found.violations.map(one => ({
        rule: one.id, impact: one.impact, help: one.help,
        nodes: one.nodes.map(node => ({html: node.html, target: node.target.join(' '), why: node.failureSummary})),
    }))),
    failed => done([{rule: 'axe', impact: 'critical', help: String(failed), nodes: []}]));
"""


class Watch:
    """Reads the browser's logs, which it empties by that, and runs axe."""

    def __init__(self, driver):
        if not AXE.exists():
            raise RuntimeError("axe-core is missing; run: tests/lab/fetch")
        self._driver = driver
        self._axe = AXE.read_text()
        self._seen = None

    def faults(self):
        """All that is wrong since the last time, and with the page as it is now; a line for each."""
        return [*self.complaints(), *self.strangers(), *self.barriers()]

    def complaints(self):
        """What the console holds: exceptions that nobody caught, failed promises, blocked or missing files."""
        return [f"console: {entry['message']}" for entry in self._driver.get_log("browser")]

    def strangers(self):
        """Requests to a place that is not this machine, whether or not they arrived there."""
        asked = set()
        for entry in self._driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.add(message["params"]["request"]["url"])
            elif message["method"] == "Network.webSocketCreated":
                asked.add(message["params"]["url"])
        return [f"leaves this machine: {address}" for address in sorted(asked) if _is_strange(address)]

    def barriers(self):
        """What axe finds: the rule, and each place with its markup. A page that is still the same is not looked at again."""
        page = self._driver.execute_script("return [innerWidth, location.href, document.documentElement.outerHTML]")
        if page == self._seen:
            return []
        found, self._seen = self._run(), page
        return [
            f"axe {one['rule']} ({one['impact']}): {one['help']}{''.join(map(_told, one['nodes']))}"
            for one in found
            if one["impact"] in GRAVE or one["rule"] in ALSO
        ]

    def _run(self):
        for _ in range(TRIES):
            try:
                self._driver.execute_script(self._axe)
                return self._driver.execute_async_script(RUN)
            except JavascriptException:
                # The page is gone. What is wrong with axe itself arrives as an answer.
                continue
            except TimeoutException:
                # Now and then the driver does not notice that. On a page that is still there it is a fault.
                if self._driver.execute_script("return 'axe' in window"):
                    raise
        return []


def _told(node):
    return f"\n    at {node['target']}: {node['html']}\n    {' '.join((node['why'] or '').split())}"


def _is_strange(address):
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss", "ftp") and parts.hostname not in LOOPBACK
