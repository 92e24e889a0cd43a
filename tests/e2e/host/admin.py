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

    @property
    def page(self):
        return f"clientsservices.php?userid={self.client}&id={self.id}"


@dataclass(frozen=True)
class ServiceAddon:
    """A product addon of a service. What takes a service and presses its buttons takes this as well."""

    id: int
    service: Service

    @property
    def page(self):
        return f"{self.service.page}&aid={self.id}"


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

    def set_addon(self, label, value):
        """One of the addon's settings, by its label."""
        page = self.open("configaddonmods.php")
        return banner(page.press("Save Changes", {label: value}, within=ADDONS_SECTION))

    def set_further_plans(self, slugs):
        return self.set_addon("Further plans", slugs)

    def set_keep_days(self, days):
        page = self.open("configaddonmods.php")
        return banner(page.press("Save Changes", {"Keep records for": days}, within=ADDONS_SECTION))

    def addon_page(self, tab="setup"):
        """One of its tabs; with None, as from the menu."""
        return self.open(ADDON if tab is None else f"{ADDON}&tab={tab}")

    def validate(self):
        return banner(self.addon_page().press("Validate Credentials"), within=".addon-output")

    def create_products(self):
        return banner(self.addon_page("products").press("Create Products"), within=".addon-output")

    # Products

    def create_group(self, name):
        self.open("configproducts.php?action=creategroup").press("Save Changes", {"name": name})

    def products(self):
        """The ids of the products on the addon's page, by plan."""
        rows = self.addon_page("products").soup.select("#jetpack-products tr[data-plan]")
        links = {row["data-plan"]: row.a["href"] for row in rows if row.a}
        return {plan: int(re.search(r"id=(\d+)", link)[1]) for plan, link in links.items()}

    def edit_product(self, product, values):
        """Sends the product's whole form back, changed."""
        page = self.open(f"configproducts.php?action=edit&id={product}")
        return banner(page.press("Save Changes", values))

    def create_product_addon(self, name, module="jetpack", settings=None):
        """What can be added to services; gives its id in tbladdons. Settings go by label or name, as on its page."""
        page = self.open("configaddons.php").press("Create", {"Addon Name": name, "Module": module})
        must(banner(page.press("Save Changes", settings)))
        return _number(r"id=(\d+)", page.address)

    def add_product_addon_field(self, product_addon, name, kind="text"):
        """A custom field of type `addon`."""
        page = self.open(f"configaddons.php?action=manage&id={product_addon}")
        new = {"customfields[new][fieldname]": name, "customfields[new][fieldtype]": kind}
        return banner(page.press("Save Changes", new))

    # Services, their addons, and orders

    def service_page(self, service):
        return self.open(service.page)

    def create(self, service):
        return self.command(service, "Create")

    def terminate(self, service):
        return self.command(service, "Terminate")

    def command(self, service, button):
        """One of the module's buttons, by its label; the module's own, too."""
        return banner(self.service_page(service).press(button, within="#modulecommands"))

    def adopt(self, service):
        return self.command(service, "Adopt plan")

    def look(self, service):
        return self.command(service, "Look now")

    def try_again(self, service):
        return self.command(service, "Try again")

    def new_link(self, service):
        return self.command(service, "New link")

    def edit_service(self, service, values):
        return banner(self.service_page(service).press("Save Changes", values))

    def add_addon(self, service, product_addon, status="Pending"):
        page = self.open(f"{service.page}&aid=add")
        page = page.press("Save Changes", {"Predefined Addon": str(product_addon), "Status": status})
        return ServiceAddon(_number(r"aid=(\d+)", page.address), service)

    def move_service(self, service, client):
        """To another client; gives the service as it is found there."""
        self.service_page(service).press("Move Product/Service", {"newuserid": str(client)}, within="main")
        return Service(service.id, client)

    def delete_service(self, service):
        return self.service_page(service).press("Delete")

    def delete_addon(self, addon):
        return self.service_page(addon).press("Delete")

    def accept_order(self, order):
        return banner(self.open("orders.php").press("Accept Order", within=f"#order-{order}"))

    def end_order(self, order, button):
        """`Cancel Order`, `Set as Fraud`, `Set Back to Pending`, `Delete Order` or `Refund Invoice`."""
        return banner(self.open("orders.php").press(button, within=f"#order-{order}"))

    def mark_paid(self, order):
        return banner(self.open("orders.php").press("Mark Paid", within=f"#order-{order}"))

    # Clients

    def delete_client(self, client):
        return self.open(f"clientssummary.php?userid={client}").press("Delete Client's Account")

    def merge_clients(self, source, into):
        """All of the first goes to the second, and the first is removed."""
        page = self.open(f"clientssummary.php?userid={source}")
        return page.press("Merge Clients Accounts", {"newuserid": str(into)})


def _number(pattern, address):
    found = re.search(pattern, address)
    if found is None:
        raise AssertionError(f"nothing was made, the page is {address}")
    return int(found[1])


def must(shown):
    """What a test has to be able to do before it begins."""
    if not shown.ok:
        raise AssertionError(shown.text)


def banner(page, within="main"):
    """The first message box of a page; one that could not be shown is an error that shows the page."""
    for kind in ("error", "success", "info"):
        text = page.text(f"{within} .{kind}box")
        if text is not None:
            return Banner(kind, text)
    return Banner("none", f"{page.status} {page.text('body')}")
