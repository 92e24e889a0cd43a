"""A page that is wrong fails whichever test opens it (host/watch.py)."""

import pytest

from host.chromium import Chromium
from host.places import SCREENSHOTS

PAGE = "data:text/html,<!DOCTYPE html><html lang=en><title>A page</title><main><h1>A page</h1>{}</main></html>"
FAULTS = {
    "axe image-alt (critical)": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "axe color-contrast (serious)": "<p style='color:rgb(160,160,160);background:white'>Pale</p>",
    "axe heading-order": "<h4>Too deep</h4>",
    "console: ": "<script>setTimeout(missing, 0)</script>",
    "leaves this machine: https://fonts.example.com/one.css": "<link rel=stylesheet href='https://fonts.example.com/one.css'>",
}


@pytest.fixture(scope="module")
def browser():
    browser = Chromium(SCREENSHOTS / "watch")
    yield browser
    browser.quit()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_page_and_place(browser, fault):
    with pytest.raises(AssertionError) as failed:
        browser.open(PAGE.format(FAULTS[fault]))
    assert fault in str(failed.value) and "data:text/html" in str(failed.value)
    if fault.startswith("axe"):
        assert "\n    at " in str(failed.value) and "Fix any" in str(failed.value)


def test_a_page_without_fault_passes_even_after_one_with(browser):
    browser.open(PAGE.format("<h2>All is well</h2><p>It can be read.</p>"))
    assert browser.complaints() == []


def test_what_goes_wrong_later_is_found_where_a_screenshot_is_taken(browser):
    browser.open(PAGE.format("<button onclick='this.textContent=String()'>Break</button>"))
    browser.check("button")
    with pytest.raises(AssertionError, match=r"axe button-name \(critical\)"):
        browser.take_screenshot("broken", width=390)
