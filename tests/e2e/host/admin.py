"""Staff at work in the admin area."""

import re
from dataclasses import dataclass

from .browser import Browser

ADDON = "addonmodules.php?module=jetpack"
ADDONS_SECTION = "#addon-jetpack"


@dataclass(frozen=True)
class Service:
    id: int
    client: int


@dataclass(frozen=True)
class Banner:
    """A message box: `success`, `error` or `info`, and what it says."""

    kind: str
    text: str

    @property
    def ok(self):
        return self.kind == "success"


class Admin:
    def __init__(self, lab, name="admin", password=None):
        self.lab = lab
        self.browser = Browser(f"{lab.url}/admin/")
        page = self.browser.open("login.php")
        page.press("Login", {"username": name, "password": password or name})

    def open(self, address):
        return self.browser.open(address)

    # The addon module

    def activate(self):
        return banner(self.open("configaddonmods.php").press("Activate", within=ADDONS_SECTION))

    def deactivate(self):
        return banner(self.open("configaddonmods.php").press("Deactivate", within=ADDONS_SECTION))

    def configure(self, partner_id, partner_secret, roles=(1,)):
        access = {f"access[jetpack][{role}]": "1" for role in roles}
        values = {"Partner ID": partner_id, "Partner Secret": partner_secret} | access
        return banner(self.open("configaddonmods.php").press("Save Changes", values, within=ADDONS_SECTION))

    def addon_page(self):
        return self.open(ADDON)

    def validate(self):
        return banner(self.addon_page().press("Validate Credentials"), within=".addon-output")

    def create_products(self):
        return banner(self.addon_page().press("Create Products"), within=".addon-output")

    # Products

    def create_group(self, name):
        self.open("configproducts.php?action=creategroup").press("Save Changes", {"name": name})

    def products(self):
        """The ids of the products on the addon's page, by plan."""
        rows = self.addon_page().soup.select(".addon-output table tr")
        links = {row.td.get_text(): row.a["href"] for row in rows if row.td and row.a}
        return {plan: int(re.search(r"id=(\d+)", link)[1]) for plan, link in links.items()}

    def edit_product(self, product, values):
        """Sends the product's whole form back, changed."""
        page = self.open(f"configproducts.php?action=edit&id={product}")
        return banner(page.press("Save Changes", values))

    # Services and orders

    def service_page(self, service):
        return self.open(f"clientsservices.php?userid={service.client}&id={service.id}")

    def create(self, service):
        return self.command(service, "Create")

    def terminate(self, service):
        return self.command(service, "Terminate")

    def command(self, service, button):
        return banner(self.service_page(service).press(button, within="#modulecommands"))

    def adopt(self, service):
        return self.command(service, "Adopt plan")

    def look(self, service):
        return self.command(service, "Look now")

    def delete_service(self, service):
        self.service_page(service).press("Delete")

    def move_service(self, service, client):
        self.service_page(service).press("Move to Another Client", {"newuserid": str(client)})

    def addon_command(self, service, addon, button):
        return banner(self.service_page(service).press(button, within=f"#addon-{addon}"))

    def delete_addon(self, service, addon):
        self.service_page(service).press("Delete Addon", within=f"#addon-{addon}")

    def delete_client(self, client):
        self.open("clients.php").press("Delete Client", within=f"#client-{client}")

    def merge_clients(self, source, target):
        self.open("clients.php").press("Merge Into This Client", {"fromuserid": str(source)}, within=f"#client-{target}")

    def edit_service(self, service, values):
        return banner(self.service_page(service).press("Save Changes", values))

    def accept_order(self, order):
        return banner(self.open("orders.php").press("Accept Order", within=f"#order-{order}"))

    def mark_paid(self, order):
        return banner(self.open("orders.php").press("Mark Paid", within=f"#order-{order}"))


def banner(page, within="main"):
    """The first message box of a page; one that could not be shown is an error that shows the page."""
    for kind in ("error", "success", "info"):
        text = page.text(f"{within} .{kind}box")
        if text is not None:
            return Banner(kind, text)
    return Banner("none", f"{page.status} {page.text('body')}")
