"""A folder of headers stands in for a PHP that is not here."""

import shutil
import subprocess

import pytest
from parts import headers, php
from parts.command import Failed
from parts.places import HERE


@pytest.fixture
def folder(tmp_path):
    """This machine's, as the script makes it."""
    subprocess.run([HERE / "headers", tmp_path / "php"], check=True)
    return tmp_path / "php"


def test_the_stand_ins_answer_as_php_and_php_config_do(folder, tmp_path):
    one = php.read(folder)
    as_php, as_php_config = php.stand_in(one, tmp_path / "stand-in")
    assert one.api == subprocess.check_output(["php-config", "--phpapi"], text=True).strip()
    assert f"PHP API => {one.api}" in subprocess.check_output([as_php, "-i"], text=True)
    included = subprocess.check_output([as_php_config, "--includes"], text=True).split()
    real = subprocess.check_output(["php-config", "--includes"], text=True).split()
    start = subprocess.check_output(["php-config", "--include-dir"], text=True).strip()
    assert included == [flag.replace(start, str(folder / "include")) for flag in real]


@pytest.mark.parametrize(("line", "other"), [("Thread Safety => disabled", "Thread Safety => enabled"), ("Debug Build => no", "Debug Build => yes")])
def test_a_php_that_the_extension_cannot_be_for_is_refused(folder, line, other):
    info = folder / "info"
    info.write_text(info.read_text().replace(line, other))
    with pytest.raises(Failed, match="thread-safe or a debug build"):
        php.read(folder)


def test_headers_of_one_php_with_the_lines_of_another_are_refused(folder):
    info = folder / "info"
    info.write_text(info.read_text().replace(php.read(folder).api, "20210902"))
    with pytest.raises(Failed, match="but its info says 20210902"):
        php.read(folder)


def test_a_folder_that_is_none_says_how_to_make_one(folder):
    shutil.rmtree(folder)
    with pytest.raises(Failed, match="crates/jetpack-php/package/headers"):
        php.read(folder)


def test_given_folders_come_beside_this_machines_php_and_before_debian_13s(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(headers, "WORK", tmp_path / "work")
    own = php.read(folder)
    others = [as_of(folder, tmp_path / api, api, version) for api, version in [(headers.DEBIAN_13, "8.4.1"), ("20230831", "8.3.1")]]
    expected = {own.api: own.version, "20230831": "8.3", headers.DEBIAN_13: "8.4"}
    found = headers.wanted(others)
    assert [(one.api, one.version) for one in found] == sorted(expected.items())
    assert {one.folder.parent for one in found if one.api != own.api} == {tmp_path}


def as_of(folder, copy, api, version):
    """The same headers, saying that they are another PHP's."""
    one = php.read(folder)
    shutil.copytree(folder, copy)
    for name in ["info", "include/main/php.h"]:
        text = (copy / name).read_text(errors="surrogateescape").replace(one.api, api)
        (copy / name).write_text(text.replace(f"PHP Version => {one.version}.", f"PHP Version => {version}."), errors="surrogateescape")
    return copy
