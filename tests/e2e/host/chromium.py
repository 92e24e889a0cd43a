"""A person at a real browser: Debian's Chromium, without a window.

Every page that is opened, and every one that a screenshot is taken of, is watched (watch.py): what axe calls serious or
critical, a word in the console, or a request that leaves this machine fails the test.
"""

import base64
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from .watch import LOGS, Watch

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # No name leads anywhere: what asks another machine is told on by the log, and never arrives.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--window-size=1200,1000",
]
HEIGHT = 900
# One question instead of one for each element. The star of a field that must be filled in is no part of its label.
WITH_TEXT = """
return Array.from(arguments[0].querySelectorAll(arguments[1])).filter(
    one => one.innerText.replace(/\\s+/g, ' ').replace(/[\\s*]+$/, '').trim() === arguments[2]);
"""


class Chromium:
    def __init__(self, screenshots, width=1200):
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--user-data-dir={self._profile.name}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", LOGS)
        self._driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self._watch = Watch(self._driver)
        self._screenshots = screenshots
        self._taken = 0
        self._width = width
        self._resize(width, HEIGHT)
        screenshots.mkdir(parents=True, exist_ok=True)

    def hand_over(self, width):
        """To somebody else, who has another screen: one window, and nobody is logged in."""
        while len(self._driver.window_handles) > 1:
            self.close_window()
        self._driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self._width = width
        self._resize(width, HEIGHT)

    def quit(self):
        self._driver.quit()
        self._profile.cleanup()

    def open(self, address):
        self._driver.get(address)
        self._arrived()

    def log_in_as_staff(self, lab):
        self._log_in(f"{lab.url}/admin/", "Username", "admin", "admin")

    def log_in_as_alice(self, lab):
        self._log_in(f"{lab.url}/clientarea.php", "Email Address", "alice@example.test", "alice")

    def _log_in(self, address, label, name, password):
        self.open(address)
        self.fill(label, name)
        self.fill("Password", password)
        self.press("Login")

    @property
    def address(self):
        return self._driver.current_url

    def text(self, selector="main"):
        """What is visible there, in one line."""
        return " ".join(self._one(selector).text.split())

    def sees(self, selector):
        return any(found.is_displayed() for found in self._all(selector))

    def fill(self, label, text):
        field = self._labelled(label)
        field.clear()
        field.send_keys(text)

    def fill_named(self, name, text):
        field = self._one(f'[name="{name}"]')
        field.clear()
        field.send_keys(text)

    def choose(self, label, option):
        Select(self._labelled(label)).select_by_visible_text(option)

    def tick(self, label, ticked):
        """A checkbox or radio button, by its label."""
        box = self._labelled(label)
        if box.is_selected() != ticked:
            box.click()

    def check(self, selector):
        """A checkbox that has no label to be seen."""
        self._one(selector).click()

    def attributes(self, selector, *names):
        return [self._one(selector).get_attribute(name) for name in names]

    def wait_for(self, selector):
        self._wait(lambda driver: self._all(selector))

    def wait_until_text(self, selector, text):
        """While the page may be another one meanwhile."""
        self._wait(lambda driver: any(text in found for found in driver.execute_script(
            "return Array.from(document.querySelectorAll(arguments[0])).map(one => one.textContent)", selector)))

    def press(self, text, within="body"):
        """Clicks the button or link with this text and waits for the page that follows, in a window of its own if it opens one."""
        for found in self._driver.execute_script(WITH_TEXT, self._one(within), "button, a", text):
            if found.is_displayed():
                self._follow(found)
                return
        raise LookupError(f"no button or link {text!r} on {self.address}: {self.text('body')}")

    def close_window(self):
        """Back to the first one."""
        self._driver.switch_to.window(self._driver.window_handles[-1])
        self._driver.close()
        self._driver.switch_to.window(self._driver.window_handles[0])

    def _follow(self, link):
        page, windows = self._driver.find_element(By.TAG_NAME, "html"), self._driver.window_handles
        opens = link.get_attribute("target") == "_blank"
        link.click()
        if opens:
            self._wait(lambda driver: len(driver.window_handles) > len(windows))
            self._driver.switch_to.window(next(one for one in self._driver.window_handles if one not in windows))
            self._resize(self._width, HEIGHT)
            self._wait(lambda driver: driver.current_url != "about:blank")
        else:
            self._wait(lambda driver: driver.find_element(By.TAG_NAME, "html") != page)
        self._wait(lambda driver: driver.execute_script("return document.readyState") == "complete")
        self._arrived()

    def _arrived(self):
        faults = self._watch.faults()
        assert not faults, f"{self.address}, {self._width} px wide:\n" + "\n".join(faults)

    def take_screenshot(self, name, width=None):
        """The whole page, however long. At no width may it have to be scrolled sideways."""
        before, self._width = self._width, width or self._width
        try:
            self._resize(self._width, 700)
            # The frame of a window without a screen takes some of its height.
            self._resize(self._width, max(700, self._driver.execute_script("return document.body.scrollHeight") + 150))
            self._taken += 1
            self._driver.save_screenshot(str(self._screenshots / f"{self._taken:02}-{name}.png"))
            overflow = self._driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            assert overflow <= 0, f"{self.address} is {overflow} px wider than {self._width}"
            self._arrived()
        finally:
            self._width = before
            self._resize(before, HEIGHT)

    def take_picture(self, file, selector, width=1200):
        """Of one part of the page, for people: no more than there is to see."""
        self._resize(width, HEIGHT)
        box = self._driver.execute_script(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return {x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height}", selector)
        taken = self._driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": box | {"scale": 1}})
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(taken["data"]))
        self._resize(self._width, HEIGHT)

    def _resize(self, width, height):
        """As of a screen of this width: a window of a browser has a least one, which is wider than a telephone."""
        size = {"width": width, "height": int(height), "deviceScaleFactor": 1, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def complaints(self):
        """What the console has got since the page was there: script errors, blocked or missing files."""
        return self._watch.complaints()

    def _labelled(self, label):
        for found in self._driver.execute_script(WITH_TEXT, self._one("body"), "label", label):
            named = found.get_attribute("for")
            return self._one(f'[id="{named}"]') if named else found.find_element(By.TAG_NAME, "input")
        raise LookupError(f"no label {label!r} on {self.address}")

    def _one(self, selector):
        return self._driver.find_element(By.CSS_SELECTOR, selector)

    def _all(self, selector):
        return self._driver.find_elements(By.CSS_SELECTOR, selector)

    def _wait(self, condition):
        WebDriverWait(self._driver, 20, poll_frequency=0.05).until(condition)
