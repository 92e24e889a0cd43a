"""A person at a real browser: Debian's Chromium, without a window."""

import re
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

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
    "--window-size=1200,1000",
]


class Chromium:
    def __init__(self, screenshots):
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-")
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--user-data-dir={self._profile.name}"]:
            options.add_argument(flag)
        self._driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self._screenshots = screenshots
        self._taken = 0
        screenshots.mkdir(parents=True, exist_ok=True)

    def quit(self):
        self._driver.quit()
        self._profile.cleanup()

    def open(self, address):
        self._driver.get(address)

    def log_in_as_staff(self, lab):
        self.open(f"{lab.url}/admin/login.php")
        self.fill("Username", "admin")
        self.fill("Password", "admin")
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
        """Clicks the button or link with this text and waits for the page that follows."""
        for found in self._one(within).find_elements(By.CSS_SELECTOR, "button, a"):
            if found.is_displayed() and found.text.strip() == text:
                before = self._driver.find_element(By.TAG_NAME, "html")
                found.click()
                self._wait(lambda driver: driver.find_element(By.TAG_NAME, "html") != before)
                self._wait(lambda driver: driver.execute_script("return document.readyState") == "complete")
                return
        raise LookupError(f"no button or link {text!r} on {self.address}: {self.text('body')}")

    def take_screenshot(self, name, width=1200):
        """The whole page, however long. At no width may it have to be scrolled sideways."""
        self._resize(width, 700)
        # The frame of a window without a screen takes some of its height.
        self._resize(width, max(700, self._driver.execute_script("return document.body.scrollHeight") + 150))
        self._taken += 1
        self._driver.save_screenshot(str(self._screenshots / f"{self._taken:02}-{name}.png"))
        overflow = self._driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        self._resize(1200, 700)
        assert overflow <= 0, f"{self.address} is {overflow} px wider than {width}"

    def _resize(self, width, height):
        """As of a screen of this width: a window of a browser has a least one, which is wider than a telephone."""
        size = {"width": width, "height": int(height), "deviceScaleFactor": 1, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def complaints(self):
        """What the browser's console holds: script errors, blocked or missing files."""
        return [entry["message"] for entry in self._driver.get_log("browser")]

    def _labelled(self, label):
        for found in self._driver.find_elements(By.TAG_NAME, "label"):
            if re.sub(r"[\s*]+$", "", found.text).strip() == label:
                named = found.get_attribute("for")
                return self._one(f'[id="{named}"]') if named else found.find_element(By.TAG_NAME, "input")
        raise LookupError(f"no label {label!r} on {self.address}")

    def _one(self, selector):
        return self._driver.find_element(By.CSS_SELECTOR, selector)

    def _all(self, selector):
        return self._driver.find_elements(By.CSS_SELECTOR, selector)

    def _wait(self, condition):
        WebDriverWait(self._driver, 20, poll_frequency=0.05).until(condition)
