"""Debian packages: one with everything, and for each PHP one that loads the extension as Debian's own packages do.

The first keeps the whole package in /usr/lib/jetpack-for-whmcs, where `jetpack-partner install` finds it beside itself,
and shows its modules in /usr/share, where people look for them.
"""

import gzip
import hashlib
import shutil
import subprocess
from email.utils import formatdate
from string import Template

from .archive import files_of
from .bundle import clear, put
from .command import run
from .pins import GLIBC
from .places import CHECKOUT, HERE, OUTPUT, WORK

HOME = "usr/lib/jetpack-for-whmcs"
SHARED = "usr/share/jetpack-for-whmcs"


def pack(folder, extensions, architecture, release):
    """The packages for one processor, of what lies in the folder of its archive."""
    common = {"version": f"{release.version}-1", "upstream": release.version, "architecture": architecture.debian}
    common |= {"glibc": ".".join(map(str, GLIBC)), "date": formatdate(release.moment)}
    names = ", ".join(f"php{php.version}-jetpack-bridge" for php in extensions)
    program(folder, release.manual, common | {"package": "jetpack-for-whmcs", "extensions": names}, release.moment)
    for php, file in extensions.items():
        values = common | {"package": f"php{php.version}-jetpack-bridge", "php": php.version, "api": php.api}
        extension(file, values, release.moment)


def program(folder, manual, values, moment):
    root = WORK / "deb" / values["package"]
    clear(root)
    shutil.copytree(folder, root / HOME, dirs_exist_ok=True)
    (root / SHARED).mkdir(parents=True)
    (root / SHARED / "modules").symlink_to("../../lib/jetpack-for-whmcs/modules")
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/jetpack-partner").symlink_to("../lib/jetpack-for-whmcs/jetpack-partner")
    documentation = root / "usr/share/doc" / values["package"]
    documentation.mkdir(parents=True)
    for name in ["README.md", "CHANGELOG.md", "LICENCES.html", "docs"]:
        (root / HOME / name).rename(documentation / name)
    # The copyright file says them.
    for name in ["LICENSE-MIT", "LICENSE-APACHE"]:
        (root / HOME / name).unlink()
    keep_sums(root / HOME)
    write(root / "DEBIAN/prerm", filled("program.prerm", values), 0o755)
    write(root / "usr/share/man/man1/jetpack-partner.1.gz", packed(manual["man"]))
    write(root / "usr/share/bash-completion/completions/jetpack-partner", manual["bash"].encode())
    finish(root, "program", values, moment)


def extension(file, values, moment):
    root = WORK / "deb" / values["package"]
    clear(root)
    put(file, root / "usr/lib/php" / values["api"] / "jetpack_bridge.so", 0o644)
    ini = f"etc/php/{values['php']}/mods-available/jetpack_bridge.ini"
    put(HERE / "deb/extension.ini", root / ini, 0o644)
    write(root / "DEBIAN/conffiles", f"/{ini}\n".encode())
    for script in ["postinst", "prerm", "postrm"]:
        write(root / "DEBIAN" / script, filled(f"extension.{script}", values), 0o755)
    write(root / "DEBIAN/triggers", filled("extension.triggers", values))
    finish(root, "extension", values, moment)


def finish(root, kind, values, moment):
    """What every package has, and the package itself."""
    documentation = root / "usr/share/doc" / values["package"]
    expat = "\n".join(f" {line}" if line else " ." for line in (CHECKOUT / "LICENSE-MIT").read_text().splitlines()[4:])
    write(documentation / "copyright", filled("copyright", values | {"expat": expat}))
    write(documentation / "changelog.gz", packed((CHECKOUT / "CHANGELOG.md").read_text()))
    write(documentation / "changelog.Debian.gz", packed(filled("changelog", values).decode()))
    shipped = [path for path in files_of(root) if "DEBIAN" not in path.parts and not path.is_symlink()]
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in shipped]
    write(root / "DEBIAN/md5sums", "".join(sums).encode())
    size = sum(-(-path.stat().st_size // 1024) for path in shipped)
    write(root / "DEBIAN/control", filled(f"{kind}.control", values | {"size": size}))
    for path in [root, *root.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    # dpkg-deb gives files that are newer than SOURCE_DATE_EPOCH that time; all of these are.
    environment = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(moment)}
    archive = OUTPUT / f"{values['package']}_{values['version']}_{values['architecture']}.deb"
    options = ["--root-owner-group", "-Zxz", "--threads-max=1"]
    run(["dpkg-deb", *options, "--build", root, archive], env=environment, stdout=subprocess.DEVNULL)


def keep_sums(home):
    """Of the package's sums those of the files that are still there."""
    sums = home / "SHA256SUMS"
    lines = [line for line in sums.read_text().splitlines(keepends=True) if (home / line.split(None, 1)[1].strip()).exists()]
    sums.write_text("".join(lines))


def filled(name, values):
    return Template((HERE / "deb" / name).read_text()).substitute(values).encode()


def packed(text):
    return gzip.compress(text.encode(), 9, mtime=0)


def write(path, content, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
