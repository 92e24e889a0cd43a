"""
What the first Jetpack module, its addon, and the licensing module leave in WHMCS's database (whmcs-contract.md §12): products of the
same module name, options 1 and 2, four custom fields, and their tables.
"""

from .admin import Service


class Legacy:
    """An installation of the first module, below ours; services go by what this gives."""

    def __init__(self, lab, database, partner=("sandbox-partner", "sandbox-secret")):
        self._lab, self._database, self._partner = lab, database, partner
        if not database.value("SELECT count(*) FROM tblproductgroups"):
            lab.sql(f"USE whmcs; INSERT INTO tblproductgroups (name, slug, headline, tagline, orderfrmtpl, disabledgateways, hidden, `order`) VALUES ('Old', 'old', '', '', '', '', 0, 1)")

    def product(self, name="Jetpack - Personal Plan", options=None, module="jetpack", fields=("Site URL", "Local User", "Plan", "jetpack_provisioning_details")):
        """With options 1 and 2 alone: the first module had no third."""
        one, two = self._partner if options is None else options
        lab_id = self._insert(
            "tblproducts",
            type="other", gid=1, name=name, hidden=1, paytype="recurring", autosetup="", servertype=module,
            configoption1=one, configoption2=two,
        )
        for place, field in enumerate(fields):
            kind = "dropdown" if field == "Plan" else "text"
            options_of = "Free,Personal,Premium,Professional" if field == "Plan" else ""
            self._insert(
                "tblcustomfields",
                type="product", relid=lab_id, fieldname=field, fieldtype=kind, fieldoptions=options_of, adminonly="on",
                required="on", showorder="off", sortorder=place,
            )
        return lab_id

    def service(self, product, site="", plan="Personal", details="", client=1, status="Active", user="admin", order=None, domain=""):
        if order is None:
            order = self._insert("tblorders", ordernum="1", userid=client, date="2019-01-01", amount="5.00", status="Active")
        service = self._insert(
            "tblhosting",
            userid=client, orderid=order, packageid=product, regdate="2019-01-01", domain=domain, billingcycle="Monthly",
            amount="5.00", domainstatus=status,
        )
        for field, value in {"Site URL": site, "Local User": user, "Plan": plan, "jetpack_provisioning_details": details}.items():
            self.set_field(service, field, value)
        return Service(service, client)

    def set_field(self, service, field, value):
        """Its own row of the field, if its product has the field."""
        self._database.rows(
            "INSERT INTO tblcustomfieldsvalues (fieldid, relid, value) SELECT f.id, h.id, %s FROM tblcustomfields f"
            " JOIN tblhosting h ON h.packageid = f.relid WHERE f.type = 'product' AND f.fieldname = %s AND h.id = %s AND %s <> ''",
            value, field, service if isinstance(service, int) else service.id, value,
        )

    def provisioned_by_the_first_module(self, order, url):
        """Its own statement (whmcs-contract.md §12): the first field of that name, no condition on the service, an order's number."""
        self._database.rows(
            "UPDATE tblcustomfieldsvalues SET relid = %s, value = %s WHERE fieldid ="
            " (SELECT min(id) FROM tblcustomfields WHERE fieldname = 'jetpack_provisioning_details')",
            order, f"URL to Activate Jetpack: {url}",
        )

    def products_of_the_addon(self, plans):
        """The table of its addon: product and the type of its plan."""
        self._lab.sql(
            "USE whmcs; CREATE TABLE IF NOT EXISTS jetpack_products (product_id int not null, plan_type varchar(255) not null,"
            " created_at datetime null, updated_at datetime null)"
        )
        for product, plan in plans.items():
            self._database.rows("INSERT INTO jetpack_products VALUES (%s, %s, NOW(), NOW())", product, plan)

    def licence(self, order, product, key, revoked=None):
        self._lab.sql(
            "USE whmcs; CREATE TABLE IF NOT EXISTS jetpack_product_licenses (order_id int not null, product_id int not null,"
            " license_key varchar(255) not null, issued_at datetime null, revoked_at datetime null)"
        )
        self._database.rows("INSERT INTO jetpack_product_licenses VALUES (%s, %s, %s, NOW(), %s)", order, product, key, revoked)

    def order_of(self, service):
        return self._database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)

    def _insert(self, table, **values):
        """What a column needs that is not named is blank, as in WHMCS's own loose mode."""
        for column in self._database.rows(f"SHOW COLUMNS FROM {table}"):
            if column["Null"] == "NO" and column["Default"] is None and "auto_increment" not in column["Extra"]:
                values.setdefault(column["Field"], 0 if "int" in column["Type"] or "decimal" in column["Type"] else "")
        names = ", ".join(f"`{name}`" for name in values)
        places = ", ".join(["%s"] * len(values))
        self._database.rows(f"INSERT INTO {table} ({names}) VALUES ({places})", *values.values())
        return self._database.value("SELECT max(id) AS id FROM " + table)
