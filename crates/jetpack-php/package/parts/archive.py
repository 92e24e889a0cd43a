"""Archives whose bytes depend on nothing but the files' names and contents, and one moment."""

import gzip
import tarfile
import time
import zipfile


def files_of(folder):
    """All files below, by name."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def mode_of(path):
    return 0o755 if path.stat().st_mode & 0o100 else 0o644


def tar_gz(folder, archive, moment):
    """The folder itself, with everything in it, as root's."""
    with archive.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=9, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
            for path in [folder, *sorted(folder.rglob("*"))]:
                entry = tar.gettarinfo(path, path.relative_to(folder.parent).as_posix())
                entry.uid = entry.gid = 0
                entry.uname = entry.gname = "root"
                entry.mtime = moment
                entry.mode = 0o755 if path.is_dir() else mode_of(path)
                if path.is_dir():
                    tar.addfile(entry)
                else:
                    with path.open("rb") as content:
                        tar.addfile(entry, content)


def zip_of(folder, archive, moment):
    """What is in the folder, without the folder."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files_of(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), time.gmtime(moment)[:6])
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode_of(path)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
