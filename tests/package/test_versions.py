"""The parts check each other's version when they run: a release in which they differ would work nowhere."""

import re

import pytest
from parts import versions
from parts.command import Failed
from parts.places import CHECKOUT


def test_all_parts_are_of_one_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+", versions.agreed(versions.written()))


def test_parts_of_different_versions_are_refused_by_name():
    with pytest.raises(Failed, match=r"0\.1\.0 in Cargo\.toml, 0\.2\.0 in Bridge\.php"):
        versions.agreed({"Cargo.toml": "0.1.0", "Bridge.php": "0.2.0"})


def test_every_crate_has_the_workspaces_version():
    crates = sorted(CHECKOUT.glob("crates/*/Cargo.toml"))
    assert len(crates) > 4
    assert [path for path in crates if "version.workspace = true" not in path.read_text()] == []
