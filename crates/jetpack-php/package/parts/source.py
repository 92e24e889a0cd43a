"""What the package is made of: a commit, whose moment all files in it carry."""

from dataclasses import dataclass

from .command import Failed, output_of, say
from .places import CHECKOUT


@dataclass(frozen=True)
class Source:
    commit: str
    # In seconds since 1970.
    moment: int


def warn_of_changes():
    if git("status", "--porcelain"):
        say("This checkout has changes that no commit holds, so nobody can make this package again. Do not give it away.")


def source():
    commit = git("rev-parse", "HEAD")
    return Source(commit, int(git("log", "-1", "--format=%ct", commit)))


def git(*arguments):
    try:
        return output_of(["git", *arguments], cwd=CHECKOUT)
    except Failed as failed:
        raise Failed(f"a package is made from a git checkout ({failed})") from failed
