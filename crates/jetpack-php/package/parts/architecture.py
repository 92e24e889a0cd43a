"""What one processor is called by those who must find its files."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Architecture:
    # As in our archives' names, and as `uname -m` says.
    name: str
    # As Debian says.
    debian: str
    # As PIE says, first among the names that it tries.
    pie: str

    @property
    def triple(self):
        return f"{self.name}-unknown-linux-gnu"


ARCHITECTURES = {one.name: one for one in (Architecture("x86_64", "amd64", "x86_64"), Architecture("aarch64", "arm64", "arm64"))}
