"""The archives that PIE looks for among a release's files, by a name for each kind of PHP."""

from .archive import zip_of
from .bundle import clear, put


def name_of(version, php, architecture):
    """The release, and so its tag, must be called VERSION, without a `v`: PIE takes it as it stands."""
    return f"php_jetpack_bridge-{version}_php{php.version}-{architecture.pie}-linux-glibc-nts.zip".lower()


def pack(extension, archive, work, moment):
    """PIE wants the file in the archive's root, called as the extension."""
    clear(work)
    put(extension, work / "jetpack_bridge.so", 0o644)
    zip_of(work, archive, moment)
