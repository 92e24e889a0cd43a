"""The folder that a host unpacks: everything for one processor, and the installer within `jetpack-partner`."""

import hashlib
import re
import shutil

from .archive import files_of
from .command import output_of
from .papers import built_with, sbom
from .places import CHECKOUT, MODULES


def name_of(version, architecture):
    return f"jetpack-for-whmcs-{version}-{architecture.name}-linux-glibc"


def lay_out(folder, architecture, program, extensions, release):
    """Puts the package together in a folder; `extensions` are files by their PHP."""
    clear(folder)
    put(program, folder / "jetpack-partner", 0o755)
    for php, file in extensions.items():
        put(file, folder / "extensions" / php.api / "jetpack_bridge.so", 0o644)
    copy_tracked(MODULES, folder / "modules")
    copy_tracked(CHECKOUT / "docs", folder / "docs")
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]:
        put(CHECKOUT / name, folder / name, 0o644)
    for page in [folder / "README.md", folder / "CHANGELOG.md", *(folder / "docs").glob("*.md")]:
        page.write_text(without_dead_links(page.read_text(), page.parent))
    (folder / "LICENCES.html").write_text(release.licences)
    sbom(architecture, release.environment, release.source, folder / "sbom")
    (folder / "sbom" / "built-with.txt").write_text(built_with(architecture, extensions, release.source))
    write_sums(folder)
    return folder


def without_dead_links(text, folder):
    """What a page says of the repository stays as words where the package does not have it."""

    def kept(link):
        words, target = link[1], link[2]
        is_here = "://" in target or target.startswith("#") or (folder / target.split("#")[0]).exists()
        return link[0] if is_here else words

    return re.sub(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]+)\)", kept, text)


def clear(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def put(source, place, mode):
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    place.chmod(mode)


def copy_tracked(source, place):
    """Every file that git knows, so nothing that an editor or a test may have left."""
    for name in output_of(["git", "ls-files"], cwd=source).splitlines():
        put(source / name, place / name, 0o644)


def write_sums(folder, files=None):
    """SHA256SUMS, of the files in the folder, or of these, as `sha256sum -c` reads it."""
    sums = folder / "SHA256SUMS"
    sums.unlink(missing_ok=True)
    files = files_of(folder) if files is None else files
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files]
    sums.write_text("".join(lines))
    sums.chmod(0o644)
