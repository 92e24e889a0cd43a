"""The PHPs that an extension is built for: what a build needs of each is a folder that the script `headers` makes."""

import re
from dataclasses import dataclass
from pathlib import Path

from .command import Failed

# `php-config --includes` names these below the first.
INCLUDED = ["", "main", "TSRM", "Zend", "ext", "ext/date/lib"]
NEEDED = {"PHP Version", "PHP API", "Debug Build", "Thread Safety"}


@dataclass(frozen=True)
class Php:
    folder: Path
    # `8.2`
    version: str
    # `20220829`, by which PHP decides whether it loads an extension.
    api: str


def read(folder):
    """The PHP that a folder of headers is of; refuses what our extension cannot be built for."""
    folder = Path(folder).resolve()
    try:
        lines = (folder / "info").read_text().splitlines()
    except OSError as error:
        raise Failed(f"{folder} is no folder of headers ({error}). Make one with crates/jetpack-php/package/headers.") from error
    info = dict(line.split(" => ", 1) for line in lines if " => " in line)
    missing = NEEDED - set(info)
    if missing:
        raise Failed(f"{folder}/info lacks {', '.join(sorted(missing))}, which `php -i` prints")
    if info["Thread Safety"] != "disabled" or info["Debug Build"] != "no":
        raise Failed(f"the PHP of {folder} is thread-safe or a debug build: the extension is for neither")
    if " " in str(folder):
        raise Failed(f"{folder} has a blank in its name, at which the build would cut it. Move it.")
    check_headers(folder, info["PHP API"])
    return Php(folder, ".".join(info["PHP Version"].split(".")[:2]), info["PHP API"])


def check_headers(folder, api):
    """Headers of one PHP with the lines of another would build what no PHP loads."""
    try:
        said = re.search(r"^#define PHP_API_VERSION (\d+)$", (folder / "include/main/php.h").read_text(), re.M)
    except OSError as error:
        raise Failed(f"{folder}/include has no headers of PHP ({error})") from error
    if said is None or said[1] != api:
        raise Failed(f"the headers in {folder} are of PHP API {said and said[1]}, but its info says {api}")


def stand_in(php, folder):
    """Two scripts that answer as this PHP and its php-config would; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    includes = " ".join(f"-I{php.folder / 'include' / below}".rstrip("/") for below in INCLUDED)
    scripts = {"php": f"cat '{php.folder}/info'", "php-config": f"echo '{includes}'"}
    for name, line in scripts.items():
        script = folder / name
        script.write_text(f"#!/bin/sh\n{line}\n")
        script.chmod(0o755)
    return folder / "php", folder / "php-config"
