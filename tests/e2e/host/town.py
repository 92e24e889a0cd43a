"""A small host with some months behind it: clients, plans in every state that people come across, and a history."""

from . import billed
from .legacy import Legacy
from .shop import Shop
from .time import days_pass

# (site, client, plan) as they were bought, thirty days apart; the last of them are this month's.
MONTHS = [
    [("https://bakery.example.com", "alice", "personal")],
    [("https://archer-law.example.com", "alice", "premium"), ("https://marina.example.net", "bob", "personal")],
    [
        ("https://bikes.example.org", "bob", "premium"),
        ("https://garden.example.com", "carol", "professional"),
        ("https://choir.example.org", "alice", "personal"),
    ],
    [("https://pottery.example.net", "carol", "personal"), ("https://yoga.example.com", "bob", "premium")],
    [
        ("https://florist.example.com", "carol", "personal"),
        ("https://museum.example.org", "alice", "professional"),
        ("https://surgery.example.com", "bob", "premium"),
    ],
]
COSTS = {"personal": "3.50", "premium": "6.20", "professional": "17.00"}
ENDED = {2: "https://marina.example.net", 3: "https://choir.example.org"}
WAITS = "https://tearoom.example.com"
LAPSES_SOON = "https://vineyard.example.net"
REFUSED = "https://studio.example.org"
DELETED = "https://bikes.example.org"
# Bought with the host's key, and sold by nobody here.
ELSEWHERE = {"https://brewery.example.org": "premium", "https://cinema.example.net": "personal"}
# Of the first Jetpack module, with their clients' numbers: all but the last have their plan.
OLDER = {"https://dentist.example.com": 1, "https://ferry.example.org": 2, "https://hotel.example.net": 3}
# What WordPress.com says of a site without the plugin.
WITHOUT_JETPACK = '{"error": "method_not_found", "message": "remoteRegister"}'


class Town:
    """Built through the pages. `services` has the services by their sites."""

    def __init__(self, lab, sandbox, database):
        self.lab, self.sandbox, self.database, self.services = lab, sandbox, database, {}
        self.shop = shop = Shop(lab)
        lab.sql("UPDATE whmcs.tblconfiguration SET value = 'Harbour Hosting' WHERE setting = 'CompanyName'")
        for plan, price in [("premium", "9.00"), ("professional", "25.00")]:
            shop.sell(plan, "order", price)
        shop.admin.validate()
        shop.admin.addon_page("products").press("Save Costs", {f"cost[1][{plan}]": cost for plan, cost in COSTS.items()})
        for month, bought in enumerate(MONTHS):
            if month:
                days_pass(30, lab, database, sandbox)
            self._buy(bought)
            for site, _, _ in bought:
                sandbox.connect(site)
                shop.admin.look(self.services[site])
            if month in ENDED:
                shop.admin.terminate(self.services[ENDED[month]])
        self._buy([(LAPSES_SOON, "bob", "personal")])
        days_pass(11, lab, database, sandbox)
        self._buy([(WAITS, "alice", "personal")])
        sandbox.fault("provision", "body", status=400, body=WITHOUT_JETPACK)
        self._buy([(REFUSED, "carol", "premium")])
        shop.admin.delete_service(self.services[DELETED])
        lab.cron()

    def _buy(self, orders):
        for site, client, plan in orders:
            self.services[site] = self.shop.order(site, client, plan)

    def id(self, site):
        return self.services[site].id

    def report_of_what_is_billed(self):
        """It lists what nobody sells here, beside what is sold."""
        billed.give_token(self.shop.admin)
        self._buy_elsewhere(ELSEWHERE)
        billed.read(self.shop.admin)

    def services_of_an_older_module(self):
        """They were asked about, and wait to be moved in."""
        legacy = Legacy(self.lab, self.database)
        product = legacy.product()
        self._buy_elsewhere(dict.fromkeys(list(OLDER)[:-1], "personal"))
        for site, client in OLDER.items():
            details = f"URL to Activate Jetpack: {list(OLDER)[-1]}/"
            legacy.service(product, site, client=client, details=details)
        # Which finds them, and offers the tab.
        self.shop.admin.addon_page("setup")
        self.shop.admin.addon_page("moving").press("Ask WordPress.com", within=".addon-output")

    def _buy_elsewhere(self, plans):
        for site, plan in plans.items():
            self.sandbox.provision_elsewhere(site, plan)
            self.sandbox.connect(site)
