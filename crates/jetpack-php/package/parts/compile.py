"""Builds the program and the extension for a processor, from headers alone, for every glibc from the pinned one on."""

import os
import shlex
import shutil
from pathlib import Path

from .command import run, say
from .php import stand_in
from .pins import GLIBC
from .places import CHECKOUT, HERE, WORK

# What would lead cargo or rustc elsewhere.
OTHERS = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CFLAGS", "CPPFLAGS"]


def program(architecture, environment, source):
    built = zigbuild("jetpack-cli", architecture, environment, source)
    return keep(built / "jetpack-partner", WORK / architecture.name / "jetpack-partner")


def extension(architecture, php, environment, source):
    as_php, as_php_config = stand_in(php, WORK / "stand-in" / php.api)
    environment = environment | {"PHP": str(as_php), "PHP_CONFIG": str(as_php_config)}
    built = zigbuild("jetpack-php", architecture, environment, source)
    return keep(built / "libjetpack_bridge.so", WORK / architecture.name / php.api / "jetpack_bridge.so")


def zigbuild(crate, architecture, environment, source):
    say(f"{crate} for {architecture.name}")
    environment = {name: value for name, value in environment.items() if name not in OTHERS}
    environment |= {
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(remapped()),
        "CARGO_INCREMENTAL": "0",
        "BINDGEN_EXTRA_CLANG_ARGS": f"-I{shlex.quote(str(HERE / 'bindgen'))}",
        "SOURCE_DATE_EPOCH": str(source.moment),
    }
    target = f"{architecture.triple}.{'.'.join(map(str, GLIBC))}"
    into = WORK / "build"
    options = ["--manifest-path", CHECKOUT / "Cargo.toml", "--release", "--locked", "--package", crate]
    # Not in the checkout: to what lies below the current folder zig gives relative paths, which bindgen cannot follow.
    run(["cargo", "zigbuild", *options, "--target", target, "--target-dir", into], cwd=WORK, env=environment)
    return into / architecture.triple / "release"


def remapped():
    """The flags that keep the builder's folders out of the files. Of several that fit, rustc takes the last."""
    home = Path.home()
    cargo = Path(os.environ.get("CARGO_HOME") or home / ".cargo")
    pairs = {home: "~", cargo: "cargo", CHECKOUT: "."}
    pairs |= {folder: "crates" for folder in sorted((cargo / "registry" / "src").glob("*"))}
    return [f"--remap-path-prefix={path}={name}" for path, name in pairs.items()]


def keep(built, place):
    place.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy2(built, place))
