"""The one version that all parts must have: they check each other's when they run, and refuse a mixture."""

import re

from .command import Failed
from .places import CHECKOUT, MODULES

# Where it is written, and how.
WRITTEN = {
    CHECKOUT / "Cargo.toml": r'^\[workspace\.package\]\nversion = "([^"]+)"$',
    MODULES / "servers/jetpack/lib/Bridge.php": r"^    public const VERSION = '([^']+)';$",
    MODULES / "addons/jetpack/lib/Settings.php": r"^    public const VERSION = '([^']+)';$",
}


def written():
    """Each file that says it, from the checkout on, and what it says."""
    found = {}
    for path, pattern in WRITTEN.items():
        match = re.search(pattern, path.read_text(), re.M)
        if match is None:
            raise Failed(f"{path} does not say its version where it did")
        found[str(path.relative_to(CHECKOUT))] = match[1]
    return found


def agreed(found):
    """The version, if all say the same."""
    versions = set(found.values())
    if len(versions) != 1:
        listed = ", ".join(f"{version} in {path}" for path, version in found.items())
        raise Failed(f"the parts are of different versions: {listed}. Set them to one.")
    return versions.pop()
