"""Looks for a secret in every place where it could have been left."""

import base64

# Pages on which WHMCS itself shows what it stores are left out: configaddonmods.php and a product's own page.
ADMIN_PAGES = [
    "index.php",
    "clients.php",
    "orders.php",
    "configproducts.php",
    "addonmodules.php?module=jetpack&tab=setup",
    "addonmodules.php?module=jetpack&tab=overview",
    "addonmodules.php?module=jetpack&tab=products",
    "addonmodules.php?module=jetpack&tab=keys",
    "addonmodules.php?module=jetpack&tab=billed",
    "addonmodules.php?module=jetpack&tab=moving",
    "addonmodules.php?module=jetpack&tab=services&row=1",
    "addonmodules.php?module=jetpack&tab=services&export=csv",
    "addonmodules.php?module=jetpack&tab=services&job=1",
    "modulequeue.php",
    "systemactivitylog.php",
    "systemmodulelog.php",
    "systememails.php",
]
FOLDERS = ["log", "sessions", "tmp", "templates_c"]


class Fingerprint:
    """Letters and digits within a secret: they survive every encoding but base64, and cuts and masks as well."""

    def __init__(self, text):
        self.forms = {text, *_base64_forms(text)}

    def is_in(self, text):
        return any(form in text for form in self.forms)


def _base64_forms(text):
    """What a base64 of anything around the text holds, whichever byte it begins at."""
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + text.encode()).decode()
        # The first and the last group also hold the neighbours' bits.
        yield whole[4 if offset else 0 :].rstrip("=")[:-2]


def in_database(database, fingerprint):
    """The columns that hold it, as `table.column`; settings by their name."""
    found = set()
    for table, column, row, text in database.dump():
        if fingerprint.is_in(text):
            found.add(f"{table}.{row['setting']}" if table == "tbladdonmodules" else f"{table}.{column}")
    return found


def in_files(lab, fingerprint):
    files = (path for folder in FOLDERS for path in (lab.directory / folder).rglob("*") if path.is_file())
    found = (path for path in files if fingerprint.is_in(path.read_text(errors="replace")))
    return {str(path.relative_to(lab.directory)) for path in found}


def in_pages(shop, service, fingerprint):
    """The pages that show it, among those where it could be."""
    pages = {address: shop.admin.open(address) for address in ADMIN_PAGES}
    pages["service"] = shop.admin.service_page(service)
    pages["product"] = shop.shopper().product_page(service)
    for address in ("clientarea.php", "cart.php"):
        pages[address] = shop.shopper().browser.open(address)
    return {address for address, page in pages.items() if fingerprint.is_in(page.html)}
