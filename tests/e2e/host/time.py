"""Days that pass in a moment.

No clock is set: everything that is written down gets older instead. That comes to the same, because a moment is only ever
compared with the present one (`unix_timestamp()` of the database for our moments), never with a fixed date, and those that
outlive a process are kept in the database and in the sandbox, whose own clock is set. Deadlines of calls are measured by
CLOCK_BOOTTIME (architecture.md §4, rule 3), which a faked clock would have to leave alone; here nothing touches it.

What it is not: a date that is shown, in a log of text or in a mail that was sent, stays as it was.
"""

MOMENTS = """
    SELECT table_name AS name, column_name AS moment, data_type AS kind FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = database() AND table_type = 'BASE TABLE' AND (data_type IN ('date', 'datetime', 'timestamp')
        OR table_name LIKE 'mod\\_jetpack\\_%' AND data_type = 'bigint' AND column_type NOT LIKE '%unsigned%')
"""


def moments(database):
    """(table, column, type) of each. In our tables a `bigint` is a moment in seconds; what only counts is `unsigned`."""
    return [(row["name"], row["moment"], row["kind"]) for row in database.rows(MOMENTS)]


def days_pass(days, lab, database, sandbox=None):
    """Makes all that is kept older; with the sandbox, its clock goes on as far."""
    changes = {}
    for table, column, kind in moments(database):
        # No moment, zero and 0000-00-00 stay what they are.
        older = (
            f"if(`{column}` > 0, `{column}` - {days} * 86400, `{column}`)"
            if kind == "bigint"
            else f"if(`{column}` > '1000-01-01', `{column}` - interval {days} day, `{column}`)"
        )
        changes.setdefault(table, []).append(f"`{column}` = {older}")
    updates = [f"UPDATE `{table}` SET {', '.join(columns)}" for table, columns in changes.items()]
    lab.sql("USE whmcs; SET sql_mode = ''; START TRANSACTION; " + "; ".join(updates) + "; COMMIT")
    if sandbox is not None:
        sandbox.advance(days)
