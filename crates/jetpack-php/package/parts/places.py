"""Where things are."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[4]
HERE = Path(__file__).resolve().parents[1]
MODULES = CHECKOUT / "whmcs-module" / "modules"
TARGET = CHECKOUT / "target"
# What the tools are and were built from.
TOOLS = TARGET / "tools"
# What people are given.
OUTPUT = TARGET / "package"
# What that is made from, kept for the next time.
WORK = OUTPUT / "work"
