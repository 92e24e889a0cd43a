"""Which PHPs a package is for: those whose folders are given, this machine's, and Debian 13's."""

import os
import shutil

from . import php
from .command import Failed, output_of, run, say
from .places import CHECKOUT, HERE, OUTPUT, WORK

DEBIAN_13 = "20240924"


def wanted(given):
    """One PHP for each API number, given folders first, in the order of the numbers."""
    found = {}
    for one in map(php.read, given):
        found.setdefault(one.api, one)
    if shutil.which("php-config"):
        found.setdefault((own := own_php()).api, own)
    if DEBIAN_13 not in found:
        found[DEBIAN_13] = debian_13()
    return [found[api] for api in sorted(found)]


def own_php():
    folder = WORK / "headers" / output_of(["php-config", "--phpapi"])
    run([HERE / "headers", folder])
    return php.read(folder)


def debian_13():
    """PHP 8.4 as Debian 13 has it, in the system that tests/debian13 makes; kept once it is there."""
    folder = WORK / "headers" / DEBIAN_13
    if not folder.exists():
        if os.geteuid() != 0:
            raise Failed(
                "the headers of Debian 13's PHP 8.4 are had as root alone. Run `make package` as root once, or name a folder "
                "of PHP 8.4's headers in PHP_HEADERS."
            )
        say("Debian 13's PHP 8.4")
        inside = f"tests/lab/install build && crates/jetpack-php/package/headers {folder.relative_to(CHECKOUT)}"
        OUTPUT.mkdir(parents=True, exist_ok=True)
        run([CHECKOUT / "tests/debian13/run", "sh", "-c", inside])
    return php.read(folder)
