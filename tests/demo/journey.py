"""The main job, step by step; each step gives the fact that was seen, or fails."""

from host.admin import Admin
from host.browser import Browser
from host.sandbox import CLIENT_ID, CLIENT_SECRET
from host.shopper import Shopper

SITE = "https://shop.example.test"
WAITING = "https://unresolved.example.test"
ADDRESS = "URL to Activate Jetpack: "


class Failed(Exception):
    """What was seen is not what the step promises."""


def see(condition, seen):
    if not condition:
        raise Failed(seen)
    return seen


class Journey:
    def __init__(self, lab, sandbox):
        self.lab, self.sandbox = lab, sandbox
        self.admin = Admin(lab)

    def steps(self):
        yield "Admin activates the addon module Jetpack", self.activate
        yield "Admin saves partner id and secret", self.configure
        yield "Admin presses Validate Credentials", self.validate
        yield "Admin creates a product group", self.create_group
        yield "Admin presses Create Products", self.create_products
        yield "Admin prices and unhides Jetpack Personal", self.sell
        yield f"Alice orders it for {SITE} and checks out", self.order
        yield "Alice reads what to do next", self.read
        yield "Alice opens the address and approves", self.approve
        yield "Admin presses Create again, which only looks", self.refresh
        yield f"Bob orders for {WAITING}, a name that does not resolve yet", self.order_waiting
        yield "Admin terminates Alice's service", self.terminate
        yield "Nothing went wrong unseen", self.no_escapes

    def activate(self):
        return self._told(self.admin.activate())

    def configure(self):
        return self._told(self.admin.configure(CLIENT_ID, CLIENT_SECRET))

    def validate(self):
        return self._told(self.admin.validate())

    def create_group(self):
        self.admin.create_group("Jetpack")
        is_offered = self.admin.addon_page("products").has_button("Create Products")
        return see(is_offered, "the addon's page now offers to create products")

    def create_products(self):
        told = self._told(self.admin.create_products())
        self.products = self.admin.products()
        return see(len(self.products) == 4, told)

    def sell(self):
        price = {"pricing[monthly]": "5.00", "paytype": "recurring"}
        how = {"autosetup": "order", "Hidden": None}
        return self._told(self.admin.edit_product(self.products["personal"], price | how))

    def order(self):
        self.alice = Shopper(self.lab, "alice")
        self.first = self.alice.order(self.products["personal"], SITE).service
        return self._status(self.alice, self.first, "Active") + f"; the API has {self._plans(SITE, 'personal pending')}"

    def read(self):
        details = self.alice.details(self.first)
        return see(details.startswith(ADDRESS), details)

    def approve(self):
        address = self.alice.details(self.first).removeprefix(ADDRESS)
        page = Browser(self.sandbox.url).open(address).press("Approve")
        told = see("is active" in page.text("h1"), page.text("h1"))
        return f"{told}; the API has {self._plans(SITE, 'personal active')}"

    def refresh(self):
        self._told(self.admin.create(self.first))
        details = self.alice.details(self.first)
        see(self.sandbox.provisions(SITE) == 1, "it was provisioned twice")
        return see("Jetpack is active" in details, f'Alice now reads "{details}"')

    def order_waiting(self):
        bob = Shopper(self.lab, "bob")
        service = bob.order(self.products["personal"], WAITING).service
        details = bob.details(service)
        return see("Jetpack is waiting" in details, f'Bob reads "{details}"')

    def terminate(self):
        self._told(self.admin.terminate(self.first))
        status = self._status(self.alice, self.first, "Terminated")
        return f"{status}; the API has {self._plans(SITE, 'personal cancelled')}"

    def no_escapes(self):
        escaped = self.lab.log("escapes.log")
        return see(escaped == "", escaped or "no exception, warning or stray output from the modules")

    def _told(self, banner):
        return see(banner.ok, banner.text)

    def _status(self, shopper, service, expected):
        status = shopper.product_page(service).text("#status")
        return see(status == expected, f"service #{service.id} is {status}")

    def _plans(self, site, expected):
        plans = ", ".join(" ".join(plan) for plan in self.sandbox.plans(site))
        return see(plans == expected, plans)
