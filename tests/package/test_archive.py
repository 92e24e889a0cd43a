"""Archives are the same bytes whoever makes them, and unpack to what they are said to hold."""

import os
import subprocess
import tarfile
import zipfile

import pytest
from parts import archive, bundle
from parts.architecture import ARCHITECTURES
from parts.places import MODULES

MOMENT = 1_700_000_000


@pytest.fixture
def folders(tmp_path):
    """The same files twice, made in another order, at another time and with other rights."""
    for number, names in enumerate((["b", "a/c"], ["a/c", "b"])):
        folder = tmp_path / str(number) / "package"
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
            os.utime(path, (MOMENT + number, MOMENT + number))
            path.chmod(0o600 + 0o44 * number)
    return tmp_path / "0/package", tmp_path / "1/package"


@pytest.mark.parametrize("pack", [archive.tar_gz, archive.zip_of])
def test_the_same_files_give_the_same_bytes(folders, tmp_path, pack):
    made = []
    for number, folder in enumerate(folders):
        pack(folder, tmp_path / f"{number}.packed", MOMENT)
        made.append((tmp_path / f"{number}.packed").read_bytes())
    assert made[0] == made[1]


def test_what_is_in_an_archive_belongs_to_root_and_is_as_old_as_the_commit(folders, tmp_path):
    (folders[0] / "b").chmod(0o755)
    archive.tar_gz(folders[0], tmp_path / "a.tar.gz", MOMENT)
    entries = tarfile.open(tmp_path / "a.tar.gz").getmembers()
    assert [(entry.name, oct(entry.mode)) for entry in entries] == [
        ("package", "0o755"),
        ("package/a", "0o755"),
        ("package/a/c", "0o644"),
        ("package/b", "0o755"),
    ]
    assert {(entry.uid, entry.gid, entry.mtime) for entry in entries} == {(0, 0, MOMENT)}


def test_the_zip_of_the_modules_unpacks_over_a_whmcs(tmp_path):
    bundle.copy_tracked(MODULES, tmp_path / "folder" / "modules")
    archive.zip_of(tmp_path / "folder", tmp_path / "modules.zip", MOMENT)
    whmcs = tmp_path / "whmcs"
    zipfile.ZipFile(tmp_path / "modules.zip").extractall(whmcs)
    for kind in ["servers", "addons"]:
        assert (whmcs / "modules" / kind / "jetpack" / "jetpack.php").exists()
    assert subprocess.run(["diff", "-r", MODULES, whmcs / "modules"], capture_output=True, text=True).stdout == ""
    assert {path.name for path in whmcs.iterdir()} == {"modules"}


def test_the_sums_are_those_that_sha256sum_checks(folders):
    bundle.write_sums(folders[0])
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=folders[0], capture_output=True).returncode == 0
    (folders[0] / "a/c").write_text("other")
    assert subprocess.run(check, cwd=folders[0], capture_output=True).returncode == 1


def test_a_package_is_named_by_version_and_processor():
    assert bundle.name_of("1.2.3", ARCHITECTURES["aarch64"]) == "jetpack-for-whmcs-1.2.3-aarch64-linux-glibc"


def test_a_link_to_what_only_the_repository_has_stays_as_its_words(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/other.md").write_text("")
    text = "[a](other.md#part), [the lab](../tests/lab/README.md#x), [b](#here), [c](https://example.com/d), [![p](gone.png)](gone.png)"
    assert bundle.without_dead_links(text, tmp_path / "docs") == text.replace("[the lab](../tests/lab/README.md#x)", "the lab")
