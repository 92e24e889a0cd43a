"""One run on its way: its service in WHMCS, the calls that were made for it, and what is known about it in the end."""

from dataclasses import dataclass, field

from .plan import Run
from .slots import Slot


@dataclass
class Trial:
    run: Run
    slot: Slot
    #: In WHMCS: of the service or of the product addon.
    id: int = 0
    #: The calls that were struck, as their answers; `killed` where there was none.
    answers: list = field(default_factory=list)
    #: Whether the fault has come to pass, as far as can be told.
    has_struck: bool = True

    @property
    def function(self):
        return self.run.operation.function

    @property
    def details_field(self):
        """The custom field that its owner reads."""
        owner = self.slot.addon if self.run.target == "addon" else self.slot.products[self.run.operation.plans[1]]
        return owner[1]["jetpack_provisioning_details"]

    def call(self, function=None):
        return {"do": self.run.target, "function": function or self.function, "id_in_whmcs": self.id}


def insert(world, trials):
    """Gives each run's client a hosting account on the run's site, and beside or on it what the run is about."""
    books = world.books
    common = {
        "orderid": 0, "paymentmethod": "mailin", "billingcycle": "Monthly", "regdate": "2026-01-01", "created_at": "2026-01-01",
        "updated_at": "2026-01-01",
    }

    def service(trial, product, status, **more):
        date = "0000-00-00" if trial.run.has_zero_dates else "2027-01-01"
        return common | {
            "userid": trial.slot.client, "packageid": product, "domainstatus": status, "domain": trial.run.site.split("//")[1],
            "nextduedate": date, "nextinvoicedate": date, "username": "", "password": "",
        } | more

    password = world.slots.password
    hosting = [service(t, world.slots.hosting, "Active", username="account", password=password) for t in trials]
    accounts = books.insert_all("tblhosting", hosting)
    services = [t for t in trials if t.run.target == "service"]
    rows = [service(t, t.slot.products[t.run.operation.plans[0]][0], "Pending") for t in services]
    _number(services, books.insert_all("tblhosting", rows))
    addons = [t for t in trials if t.run.target == "addon"]
    rows = [
        {
            "orderid": 0, "hostingid": accounts[trials.index(t)], "addonid": t.slot.addon[0], "userid": t.slot.client, "name": "Jetpack",
            "billingcycle": "Monthly", "status": "Pending", "paymentmethod": "mailin",
        }
        for t in addons
    ]
    _number(addons, books.insert_all("tblhostingaddons", rows))
    books.insert_all("tblcustomfieldsvalues", [value for trial in trials for value in _values(trial)])


def _values(trial):
    values = {"Site URL": trial.run.site, "Local User": "admin", "Backup Access": "on" if trial.run.hands_over else ""}
    owners = [trial.slot.addon] if trial.run.target == "addon" else trial.slot.products.values()
    for _, fields in owners:
        for name, value in values.items():
            if name in fields:
                yield {"fieldid": fields[name], "relid": trial.id, "value": value}


def _number(trials, ids):
    for trial, number in zip(trials, ids, strict=True):
        trial.id = number
