"""What a host can set, press, read or run, and how a guide names it."""

import functools
import json
import re
import subprocess
from pathlib import Path

# Kinds of names, and how a page shows one.
SHOWN = {
    "settings": "**{}**",
    "options": "`{}`",
    "buttons": "**{}**",
    "tabs": "**{}**",
    "merge fields": "`{{${}}}`",
    "fields": "`{}`",
    "ini values": "`{}`",
    "targets": "`make {}",
}


@functools.cache
def named(home):
    """The names of each kind, as the code has them."""
    printed = subprocess.run(["php", "-n", Path(__file__).with_name("names.php")], check=True, stdout=subprocess.PIPE, text=True).stdout
    found = json.loads(printed)
    servers, addons = (home / "whmcs-module" / "modules" / kind / "jetpack" / "lib" for kind in ("servers", "addons"))
    found["merge fields"] += sorted(set(re.findall(r"'(jetpack_reminder_\w+)' =>", (servers / "Reminder.php").read_text())))
    found["fields"] = re.findall(r"'fieldname' => '([^'|]+)", (addons / "CustomFields.php").read_text())
    ini = re.findall(r'c"(jetpack_bridge\.\w+)"', (home / "crates/jetpack-php/src/settings.rs").read_text())
    found["ini values"] = [*ini, *(name.partition(".")[2] for name in ini)]
    found["targets"] = re.findall(r"^([\w-]+):.*## ", (home / "Makefile").read_text(), re.M)
    return found


def missing(kind, names, text):
    return [name for name in names if SHOWN[kind].format(name) not in text]


def faults(home, pages):
    found = dict(named(home))
    text = "\n".join(pages.values())
    # What is left behind must be known where the module is removed.
    removing = pages[home / "docs" / "removing.md"]
    for table in found.pop("tables"):
        if not re.search(rf"\b{table}\b", removing):
            yield f"docs/removing.md: the table {table} is not named"
    for kind, names in found.items():
        if not names:
            yield f"{kind}: none was found in the code"
        for name in missing(kind, names, text):
            yield f"{kind}: no guide has {SHOWN[kind].format(name)}"


def count(home, _):
    return sum(map(len, named(home).values()))


def self_test():
    assert missing("settings", ["Known", "Unknown"], "The setting **Known** is.") == ["Unknown"]
    assert missing("merge fields", ["a", "b"], "`{$a}`") == ["b"]
