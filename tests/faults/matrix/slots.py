"""For each run at a time: a client, a partner key, and two products and a product addon that are sold with that key.

A fault of the sandbox strikes one key only, so the runs of a batch do not strike each other, and each secret names its run.
"""

from dataclasses import dataclass

# Letters and digits of every partner secret and of every hosting account's password: what must be found nowhere.
SECRET_MARK, PASSWORD_MARK = "Kx93wQ7zVb5", "Bk82wN5tHd7"
PASSWORD = f"p&a<s\"s'%20+{PASSWORD_MARK}"


@dataclass(frozen=True)
class Slot:
    key: str
    secret: str
    client: int
    #: By plan: the product, and its custom fields by their names.
    products: dict
    #: The same of the product addon.
    addon: tuple


class Slots:
    def __init__(self, world, count):
        self.books, self.sandbox = world.books, world.sandbox
        self.password = world.plain_node().do("encrypt", texts=[PASSWORD]).parts[0]
        self.hosting = self.books.insert("tblproducts", {"type": "hostingaccount", "gid": 1, "name": "Hosting", "servertype": ""})
        self._plans = {plan: self._product(world.shop.products[plan]) for plan in ("personal", "premium")}
        self._addon = self._addon_definition(world.addon)
        self.all = [self._make(number) for number in range(count)]

    def _product(self, product):
        [row] = self.books.rows("SELECT * FROM tblproducts WHERE id = %s", product)
        return row, self._fields("product", product)

    def _addon_definition(self, addon):
        [row] = self.books.rows("SELECT * FROM tbladdons WHERE id = %s", addon)
        settings = self.books.rows("SELECT * FROM tblmodule_configuration WHERE entity_type = 'addon' AND entity_id = %s", addon)
        return row, self._fields("addon", addon), settings

    def _fields(self, kind, of):
        return self.books.rows("SELECT * FROM tblcustomfields WHERE type = %s AND relid = %s", kind, of)

    def _make(self, number):
        key, secret = f"partner-{number}", f"a&b%20c\"'{number}<{SECRET_MARK}>\\{number}"
        self.sandbox.add_key(key, secret)
        [alice] = self.books.rows("SELECT * FROM tblclients WHERE id = 1")
        client = self.books.insert("tblclients", _new(alice, email=f"client{number}@example.test", uuid=f"client-{number}"))
        options = {"configoption1": key, "configoption2": secret, "configoption4": "cancel"}
        products = {}
        for plan, (row, fields) in self._plans.items():
            product = self.books.insert("tblproducts", _new(row, **options))
            products[plan] = product, self._copy_fields(fields, product)
        row, fields, settings = self._addon
        addon = self.books.insert("tbladdons", _new(row))
        stored = {one["setting_name"]: one for one in settings}
        like = next(iter(stored.values()))
        for name, value in options.items():
            stored[name] = {**stored.get(name, like), "setting_name": name, "value": value}
        for one in stored.values():
            self.books.insert("tblmodule_configuration", _new(one, entity_id=addon))
        return Slot(key, secret, client, products, (addon, self._copy_fields(fields, addon)))

    def _copy_fields(self, fields, to):
        return {field["fieldname"].split("|")[0]: self.books.insert("tblcustomfields", _new(field, relid=to)) for field in fields}


def _new(row, **changed):
    return {name: value for name, value in row.items() if name != "id"} | changed
