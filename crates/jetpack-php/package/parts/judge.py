"""Looks at what was built, before anybody else does."""

import re
from pathlib import Path

from .command import Failed, output_of
from .pins import GLIBC
from .places import CHECKOUT

# What a file may want of the machine: the parts of glibc, which old ones have as files of their own.
LIBRARIES = re.compile(r"(lib(c|m|dl|pthread|rt|util)\.so\.\d+|ld-linux[\w-]*\.so\.\d+)")
MACHINES = {"x86_64": "Advanced Micro Devices X86-64", "aarch64": "AArch64"}


def judge(path, architecture, php=None):
    """Gives up on a file that would not run where it is said to, or that tells where it was built."""
    told = output_of(["readelf", "--wide", "--file-header", "--dynamic", "--version-info", path], env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    faults = [*elf_faults(told, architecture), *path_faults(path.read_bytes(), builder_paths())]
    if php is not None and f"API{php.api},NTS\0".encode() not in path.read_bytes():
        faults.append(f"it is not for PHP API {php.api}, not thread-safe")
    if faults:
        raise Failed(f"{path.name} for {architecture.name}: {'; '.join(faults)}")


def elf_faults(told, architecture):
    """What readelf tells of a file that it should not."""
    if MACHINES[architecture.name] not in told:
        yield "it is for another processor"
    newest = max(glibc_versions(told), default=None)
    if newest is None:
        yield "it names no version of glibc"
    elif newest > GLIBC:
        yield f"it needs glibc {'.'.join(map(str, newest))}"
    for library in re.findall(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]", told):
        if not LIBRARIES.fullmatch(library):
            yield f"it needs {library}"
    if re.search(r"\((RPATH|RUNPATH)\)", told):
        yield "it says where to look for libraries"


def glibc_versions(told):
    return [tuple(map(int, version.split("."))) for version in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)\b", told)]


def builder_paths():
    return [str(CHECKOUT), f"{Path.home()}/"]


# Where Remi and cPanel have their PHPs: a home of root's is in it by its name alone.
NO_HOMES = (b"/opt/remi/php*/root/usr", b"/opt/cpanel/ea-php*/root/usr")


def path_faults(content, paths):
    for pattern in NO_HOMES:
        content = content.replace(pattern, b"")
    for path in paths:
        if path.encode() in content:
            yield f"it holds the path {path}"
