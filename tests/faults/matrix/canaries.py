"""Looks for what must be nowhere: partner secrets, the password of a hosting account, and tokens."""

import re

import leaks

from .slots import PASSWORD_MARK, SECRET_MARK

# Where WHMCS itself keeps what its staff typed.
HOMES = {"tblproducts.configoption2", "tblmodule_configuration.value"}
PAGES = ["index.php", "addonmodules.php?module=jetpack", "modulequeue.php", "systemactivitylog.php", "systemmodulelog.php", "systememails.php"]


def found(batch):
    """Where any of them is, as sentences."""
    world = batch.world
    marks = [form for mark in (SECRET_MARK, PASSWORD_MARK) for form in leaks.Fingerprint(mark).forms]
    tokens = batch.node.do("tokens").parts
    pattern = re.compile("|".join(re.escape(text) for text in [*marks, *tokens]))
    for table, column, _, text in world.books.dump_later(world.snapshot):
        if pattern.search(text) and f"{table}.{column}" not in HOMES:
            yield f"a secret in {table}.{column}: {text[:200]!r}"
    for folder in leaks.FOLDERS:
        for path in (world.lab.directory / folder).rglob("*"):
            if path.is_file() and pattern.search(path.read_text(errors="replace")):
                yield f"a secret in {path.relative_to(world.lab.directory)}"
    trial = batch.trials[0]
    service = f"clientsservices.php?userid={trial.slot.client}&id={trial.id}" if trial.run.target == "service" else "clients.php"
    for address in [*PAGES, service] if world.has_pages else []:
        if pattern.search(world.shop.admin.open(address).html):
            yield f"a secret on {address}"
