"""The way without the extension: the program beside WHMCS's folder, with its settings."""

import os
import shutil

from .places import BUILT

# `extension`, or `program`: then all tests do without the extension. What php.ini would say stands in the program's own file.
IS_USED = os.environ.get("JETPACK_WAY", "extension") == "program"

PREFIX = "jetpack_bridge."


def named(setting):
    """What a setting is called where it is set."""
    return setting if IS_USED else PREFIX + setting


def moved(ini, beside):
    """What is left of lines of php.ini, once the program has taken what is the module's: `beside` is the folder that has WHMCS's own.
    Without the line that would load the extension there is no program either."""
    lines = ini.splitlines()
    if any(line.startswith("extension=") for line in lines):
        install(beside, dict(line.removeprefix(PREFIX).split("=", 1) for line in lines if line.startswith(PREFIX)))
    else:
        shutil.rmtree(beside / "jetpack-bridge", ignore_errors=True)
    return "\n".join(line for line in lines if not line.startswith(("extension=", PREFIX))) + "\n"


def install(beside, settings):
    """Renamed into place, since it may be running."""
    folder = beside / "jetpack-bridge"
    folder.mkdir(mode=0o755, exist_ok=True)
    new = folder / "new"
    shutil.copy(BUILT / "jetpack-partner", new)
    new.chmod(0o755)
    new.rename(folder / "jetpack-partner")
    new.write_text("".join(f"{name} = {value}\n" for name, value in settings.items()))
    new.rename(folder / "jetpack-bridge.ini")


def settings(beside):
    """What it is set to."""
    lines = (beside / "jetpack-bridge" / "jetpack-bridge.ini").read_text().splitlines()
    return dict(line.split(" = ", 1) for line in lines)
