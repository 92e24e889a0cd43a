"""The lab's database, as a test that also writes sees it."""

import hashlib
import threading

from host.database import Database
from host.time import moments


class Books(Database):
    """As WHMCS's user, in no strict mode: what is not given is blank or zero."""

    def __init__(self, lab):
        super().__init__(lab)
        self.moments = []
        self._one = threading.RLock()

    def rows(self, statement, *values):
        """One thread at a time: they share the connection."""
        with self._one:
            return super().rows(statement, *values)

    def insert(self, table, row):
        """Gives its id."""
        names = ", ".join(f"`{name}`" for name in row)
        marks = ", ".join(["%s"] * len(row))
        return self._inserted(f"INSERT INTO `{table}` ({names}) VALUES ({marks})", row.values())

    def insert_all(self, table, rows):
        """In one statement; gives their ids."""
        if not rows:
            return []
        names = ", ".join(f"`{name}`" for name in rows[0])
        marks = ", ".join(["(" + ", ".join(["%s"] * len(rows[0])) + ")"] * len(rows))
        first = self._inserted(f"INSERT INTO `{table}` ({names}) VALUES {marks}", (value for row in rows for value in row.values()))
        # More than one where several nodes give numbers.
        step = self.value("SELECT @@auto_increment_increment")
        return [first + step * number for number in range(len(rows))]

    def _inserted(self, statement, values):
        with self._one:
            self.rows("SET SESSION sql_mode = ''")
            self.rows(statement, *values)
            return self.value("SELECT last_insert_id()")

    def age(self, seconds, above, which="true"):
        """Makes the ledger's rows above this id older, or such of them, and lets the cron do again what it does once an hour."""
        self.moments = self.moments or [row for row in moments(self) if row[0] == "mod_jetpack_services"]
        changes = ", ".join(
            f"`{column}` = if(`{column}` > 0, `{column}` - {seconds}, `{column}`)"
            if kind == "bigint"
            else f"`{column}` = `{column}` - interval {seconds} second"
            for _, column, kind in self.moments
        )
        self.rows(f"UPDATE mod_jetpack_services SET {changes} WHERE id > %s AND ({which})", above)
        self.rows(f"UPDATE mod_jetpack_schema SET swept_at = swept_at - {seconds}, tidied_at = tidied_at - {seconds}")

    def dump_later(self, snapshot):
        """Every value of the rows that came after the snapshot, as `dump` gives it."""
        for table, key in snapshot.keys.items():
            later = f" WHERE id > {snapshot.above[table]}" if table in snapshot.above else ""
            for row in self.rows(f"SELECT * FROM `{table}`{later}"):
                for name, value in row.items():
                    if isinstance(value, str) and value:
                        yield table, name, row, value


class Keys:
    """The column that names a table's rows; where there is none, the table is one piece."""

    def __init__(self, books):
        self.names = {table: None for table in books.tables()}
        for row in books.rows(
            "SELECT table_name AS name, column_name AS part FROM information_schema.key_column_usage"
            " WHERE table_schema = database() AND constraint_name = 'PRIMARY'"
        ):
            self.names[row["name"]] = row["part"]


# Written at every run of the cron, for nobody in particular.
NOBODYS = {"mod_jetpack_schema"}


class Snapshot:
    """Every row that there is, to be found again as it was, and all that comes later to be removed."""

    def __init__(self, books):
        self.books, self.keys = books, Keys(books).names
        self.rows = {table: self._read(table) for table in self.keys if table not in NOBODYS}
        self.above = {
            table: books.value(f"SELECT ifnull(max(`{key}`), 0) FROM `{table}`")
            for table, key in self.keys.items()
            if key == "id" and table not in NOBODYS
        }

    def differences(self):
        """What was changed or is gone, as `table row`."""
        found = []
        for table, before in self.rows.items():
            now = self._read(table)
            found += [f"{table} {key}" for key, row in before.items() if now.get(key) != row]
        return found

    def remove_later(self):
        for table, key in self.keys.items():
            if table in self.above:
                self.books.rows(f"DELETE FROM `{table}` WHERE id > %s", self.above[table])
            elif key is not None and table not in NOBODYS:
                later = set(self._read(table)) - set(self.rows[table])
                for one in later:
                    self.books.rows(f"DELETE FROM `{table}` WHERE `{key}` = %s", one)

    def _read(self, table):
        key = self.keys[table]
        most = f" WHERE id <= {self.above[table]}" if table in getattr(self, "above", {}) else ""
        rows = self.books.rows(f"SELECT * FROM `{table}`{most}")
        if key is None:
            rows = sorted(map(repr, rows))
            return {"all": _digest(rows)}
        return {row[key]: _digest(row) for row in rows}


def _digest(row):
    return hashlib.sha256(repr(row).encode()).digest()
