"""The tab What I pay for, as staff use it; and reports that WordPress.com may send."""

import json

from .admin import banner

TAB = "addonmodules.php?module=jetpack&tab=billed"
USER_TOKEN = "sandbox-user-token"
SOLD = "https://connected.sold.example.test"
ELSEWHERE = "https://connected.elsewhere.example.test"

# The report is asked for as a whole first, then for each of ten plans: free, personal, premium, and on.


def give_token(admin, token=USER_TOKEN, keys="10"):
    page = admin.open("configaddonmods.php")
    values = {"User Token": token, "Partner Number": "1", "Key Numbers": keys}
    assert banner(page.press("Save Changes", values, within="#addon-jetpack")).ok


def tab(admin, query=""):
    page = admin.open(TAB + query)
    assert page.status == 200, page.text("body")
    return page


def press(page, label, values=None, within=".addon-output"):
    page = page.press(label, values or {}, within=within)
    return banner(page, within=".addon-output"), page


def read(admin):
    page = tab(admin)
    shown, page = press(page, "Read the report" if page.soup.select_one("#jetpack-billed-age") is None else "Read it anew")
    while page.soup.select_one("#billed-read") is not None:
        assert shown.ok, shown
        shown, page = press(page, "Go on reading")
    assert shown.ok and "read and compared" in shown.text, shown
    return page


def words(page):
    """How many there are of each."""
    links = page.soup.select("#jetpack-billed-words a")
    return {link["href"].rpartition("word=")[2]: int(link.text.rpartition("(")[2].strip(" )\n")) for link in links}


def rows(page):
    return {row.td.get_text(" ").split()[0]: row for row in page.soup.select("#jetpack-billed tr[data-word]")}


def labels(row):
    """The buttons of a row."""
    return {button.text.strip() for button in row.select("button")}


def of(page, site):
    """The selector of the first row of a site."""
    return f"#{rows(page)[site]['id']}"


def age(lab):
    """As if all that was done had been done days ago: what is new the report need not have yet."""
    lab.sql("UPDATE whmcs.mod_jetpack_journal SET created_at = created_at - INTERVAL 5 DAY")


def begun_before(lab, seconds):
    """As if the reading had begun so long ago."""
    lab.sql(
        "UPDATE whmcs.mod_jetpack_seen SET what = regexp_replace(what, '\"begun\":[0-9]+',"
        f" concat('\"begun\":', unix_timestamp() - {seconds})) WHERE name = 'billed'"
    )


def activation(number, site, **more):
    day = "2026-01-01 00:00:00"
    return {"id": number, "site_url": site, "created_on": day, "activated_on": day, "cancelled_on": None} | more


def report(sandbox, *pages):
    """The next pages of the report, each as a list of activations, or as a whole body."""
    for page in pages:
        body = page if isinstance(page, dict) else {"total": len(page), "activations": page}
        sandbox.fault("activations", "body", status=200, body=json.dumps(body))
