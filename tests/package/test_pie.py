"""What PIE reads, and how it finds our files: by PIE 1.4's documented names, since no PIE can be had where this runs."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from parts import php, pie
from parts.architecture import ARCHITECTURES
from parts.places import CHECKOUT

COMPOSER = json.loads((CHECKOUT / "composer.json").read_text())
EXTENSION = COMPOSER["php-ext"]


@pytest.mark.parametrize(
    ("version", "processor", "name"),
    [
        ("8.2", "x86_64", "php_jetpack_bridge-1.2.3_php8.2-x86_64-linux-glibc-nts.zip"),
        ("8.4", "aarch64", "php_jetpack_bridge-1.2.3_php8.4-arm64-linux-glibc-nts.zip"),
    ],
)
def test_an_archive_has_the_name_that_pie_looks_for(version, processor, name):
    assert pie.name_of("1.2.3", php.Php(Path("/"), version, "20220829"), ARCHITECTURES[processor]) == name


def test_the_archive_holds_the_extension_in_its_root_by_its_own_name(tmp_path):
    built = tmp_path / "libjetpack_bridge.so"
    built.write_bytes(b"\x7fELF")
    pie.pack(built, tmp_path / "a.zip", tmp_path / "work", 1_700_000_000)
    assert zipfile.ZipFile(tmp_path / "a.zip").namelist() == [f"{EXTENSION['extension-name']}.so"]


def test_pie_takes_a_release_file_first_and_builds_only_without_one():
    assert COMPOSER["type"] == "php-ext"
    assert EXTENSION["download-url-method"] == ["pre-packaged-binary", "composer-default"]
    assert (CHECKOUT / EXTENSION["build-path"] / "config.m4").exists()


def test_what_pie_is_told_is_what_we_build():
    assert (EXTENSION["support-nts"], EXTENSION["support-zts"], EXTENSION["os-families"]) == (True, False, ["linux"])
    assert "version" not in COMPOSER, "it comes from the tag"
    assert COMPOSER["require"]["php"].startswith(">=8.1 ")
    assert COMPOSER["license"] in (CHECKOUT / "Cargo.toml").read_text()


def test_phpize_configure_and_make_call_cargo_with_this_php_and_install_what_it_built(tmp_path):
    asked, work = tmp_path / "asked", tmp_path / "work"
    fake_cargo(tmp_path / "bin", asked)
    work.mkdir()
    for name in ["config.m4", "Makefile.frag"]:
        (work / name).write_bytes((CHECKOUT / EXTENSION["build-path"] / name).read_bytes())
    environment = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C"}
    for command in (["phpize"], ["./configure"], ["make"], ["make", "install", f"INSTALL_ROOT={tmp_path}/root"]):
        subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True)

    installed = [path for path in (tmp_path / "root").rglob("*") if path.is_file()]
    assert [path.name for path in installed] == ["jetpack_bridge.so"]
    assert installed[0].read_text() == "built"
    told = asked.read_text()
    assert "build --release --locked --package jetpack-php --manifest-path" in told
    assert "PHP=/usr/bin/php" in told and "PHP_CONFIG=/usr/bin/php-config\n" in told


def fake_cargo(folder, asked):
    """Writes down how it is called, and leaves a file where cargo would leave the extension."""
    folder.mkdir()
    script = folder / "cargo"
    script.write_text(
        f'#!/bin/sh\n{{ echo "$@"; env; }} > {asked}\n'
        'while [ "$1" != --target-dir ]; do shift; done\nmkdir -p "$2/release"\n'
        'printf built > "$2/release/libjetpack_bridge.so"\n'
    )
    script.chmod(0o755)
