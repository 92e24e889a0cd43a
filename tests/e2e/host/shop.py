"""A shop that sells Jetpack plans: what a host has after following the README."""

from .admin import Admin, must
from .sandbox import CLIENT_ID, CLIENT_SECRET
from .shopper import Shopper


class Shop:
    """Set up through the pages; sells Personal for 5.00 a month and sets it up at checkout."""

    def __init__(self, lab, autosetup="order", partner=(CLIENT_ID, CLIENT_SECRET)):
        self.lab = lab
        self.admin = Admin(lab)
        must(self.admin.activate())
        must(self.admin.configure(*partner))
        self.admin.create_group("Jetpack")
        must(self.admin.create_products())
        self.products = self.admin.products()
        self._shoppers = {}
        self.sell("personal", autosetup)

    def sell(self, plan, autosetup, price="5.00"):
        on_sale = {"autosetup": autosetup, "paytype": "recurring", "pricing[monthly]": price}
        must(self.admin.edit_product(self.products[plan], on_sale | {"Hidden": None}))

    def shopper(self, name="alice"):
        if name not in self._shoppers:
            self._shoppers[name] = Shopper(self.lab, name)
        return self._shoppers[name]

    def order(self, site, client="alice", plan="personal"):
        return self.shopper(client).order(self.products[plan], site).service

    def sell_addon(self, plan="personal"):
        """A product addon of the module's, made by hand; gives its id in tbladdons. Its fields come when it is saved."""
        return self.admin.create_product_addon("Jetpack beside", settings={"packageconfigoption[3]": plan})

    def add_addon(self, service, addon, site):
        """To a client's service."""
        added = self.admin.add_addon(service, addon)
        must(self.admin.edit_service(added, {"Site URL": site, "Local User": "admin"}))
        return added
