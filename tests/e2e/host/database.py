"""A look into the lab's database, with the rights of WHMCS's own user."""

import hashlib

import pymysql


class Database:
    def __init__(self, lab):
        self._lab = lab
        self._connection = None

    def rows(self, statement, *values):
        if self._connection is None:
            self._connection = pymysql.connect(
                unix_socket=str(self._lab.socket),
                user="whmcs",
                password="whmcs",
                database="whmcs",
                charset="utf8mb4",
                autocommit=True,
                cursorclass=pymysql.cursors.DictCursor,
            )
        with self._connection.cursor() as cursor:
            # Without values a % in the statement is a %.
            cursor.execute(statement, values or None)
            return list(cursor.fetchall())

    def value(self, statement, *values):
        """The first column of the first row, or None."""
        rows = self.rows(statement, *values)
        return next(iter(rows[0].values())) if rows else None

    def column(self, statement, *values):
        return [next(iter(row.values())) for row in self.rows(statement, *values)]

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # What the tests ask about most

    def ledger(self, service):
        """Our row of a service, or None."""
        rows = self.rows("SELECT * FROM mod_jetpack_services WHERE service_id = %s", service.id)
        return rows[0] if rows else None

    def status(self, service):
        return self.value("SELECT domainstatus FROM tblhosting WHERE id = %s", service.id)

    def addon_status(self, addon):
        return self.value("SELECT status FROM tblhostingaddons WHERE id = %s", addon.id)

    def details(self, service):
        return self._field("product", "jetpack_provisioning_details", service.id)

    def addon_details(self, addon):
        return self._field("addon", "jetpack_provisioning_details", addon.id)

    def _field(self, kind, name, id):
        """Of a service or of an addon, whose ids may be the same number; a friendly name may follow the name."""
        return self.value(
            "SELECT v.value FROM tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid"
            " WHERE f.type = %s AND SUBSTRING_INDEX(f.fieldname, '|', 1) = %s AND v.relid = %s",
            kind,
            name,
            id,
        )

    def activity(self):
        return self.column("SELECT description FROM tblactivitylog ORDER BY id")

    def has_table(self, name):
        return bool(self.rows("SHOW TABLES LIKE %s", name))

    def tables(self):
        return self.column("SHOW TABLES")

    def columns(self, table):
        return [row["Field"] for row in self.rows(f"SHOW COLUMNS FROM `{table}`")]

    def checksum(self, table, condition, *values):
        """Of all columns of the rows that satisfy the condition."""
        rows = self.rows(f"SELECT * FROM `{table}` WHERE {condition}", *values)
        return hashlib.sha256(repr(rows).encode()).hexdigest()

    def dump(self):
        """Every value of every table, as (table, column, row's id, text)."""
        for table in self.tables():
            for row in self.rows(f"SELECT * FROM `{table}`"):
                for name, value in row.items():
                    if value not in (None, ""):
                        yield table, name, row, str(value)
