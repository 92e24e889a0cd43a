"""A client in the shop and in the client area."""

from dataclasses import dataclass

from .admin import Service
from .browser import Browser

IDS = {"alice": 1, "bob": 2, "carol": 3}


@dataclass(frozen=True)
class Order:
    id: int
    service: Service


class Shopper:
    def __init__(self, lab, name="alice"):
        self.id = IDS[name]
        self.browser = Browser(lab.url)
        page = self.browser.open("clientarea.php")
        page.press("Login", {"username": f"{name}@example.test", "password": name})

    def order(self, product, site, user="admin"):
        """From the order link to the confirmation."""
        page = self.browser.open(f"cart.php?a=add&pid={product}")
        page = page.press("Continue", {"Site URL": site, "Local User": user})
        if "a=view" not in page.address:
            raise AssertionError(f"the order form was refused: {page.text()}")
        page = self.browser.open("cart.php?a=checkout").press("Complete Order", {"paymentmethod": "mailin"})
        placed = page.soup.select_one("#order")
        if placed is None:
            raise AssertionError(f"the order was not placed: {page.status} {page.text('body')}")
        return Order(int(placed["data-orderid"]), Service(int(placed["data-serviceids"]), self.id))

    def product_page(self, service):
        return self.browser.open(f"clientarea.php?action=productdetails&id={service.id}")

    def details(self, service):
        """What the client reads about his plan."""
        page = self.product_page(service)
        return field(page, "Your Jetpack plan") or field(page, "jetpack_provisioning_details")


def field(page, label):
    for row in page.soup.select("#additionalinfo tr"):
        if row.select_one(".fieldlabel").get_text(strip=True) == label:
            return row.select_one(".fieldarea").get_text(strip=True)
    return None
