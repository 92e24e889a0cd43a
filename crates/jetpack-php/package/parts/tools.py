"""What builds a package, fetched once and pinned: rustc, zig and libclang, cargo's own tools."""

import hashlib
import os
import shutil

from .command import Failed, output_of, run, say
from .pins import CARGO_TOOLS, RUSTC
from .places import CHECKOUT, HERE, TOOLS

VENV = TOOLS / "python"
REQUIREMENTS = HERE / "requirements.txt"


def ready(architectures):
    """Everything is there afterwards; gives the environment that uses it."""
    environment = with_rustc(dict(os.environ))
    for architecture in architectures:
        add_standard_library(architecture, environment)
    install_python_tools()
    for name, (version, options) in CARGO_TOOLS.items():
        install_cargo_tool(name, version, options, environment)
    packages = VENV / "lib" / python_folder() / "site-packages"
    return environment | {
        "PATH": f"{TOOLS / 'bin'}:{environment['PATH']}",
        "LIBCLANG_PATH": str(packages / "clang" / "native"),
        "CARGO_ZIGBUILD_ZIG_PATH": str(packages / "ziglang" / "zig"),
        "CARGO_ZIGBUILD_CACHE_DIR": str(TOOLS / "cache"),
        "ZIG_GLOBAL_CACHE_DIR": str(TOOLS / "cache" / "zig"),
        "ZIG_LOCAL_CACHE_DIR": str(TOOLS / "cache" / "zig"),
    }


def with_rustc(environment):
    """The machine's toolchain if it is the pinned one, else the pinned one if rustup has it."""
    if is_pinned(environment):
        return environment
    pinned = environment | {"RUSTUP_TOOLCHAIN": RUSTC}
    has_it = shutil.which("rustup") and any(
        line.startswith(f"{RUSTC}-") for line in output_of(["rustup", "toolchain", "list"]).splitlines()
    )
    if has_it and is_pinned(pinned):
        return pinned
    raise Failed(f"a package is built with rustc {RUSTC} alone: `rustup toolchain install {RUSTC} --profile minimal`")


def is_pinned(environment):
    return output_of(["rustc", "--version"], env=environment).split()[1] == RUSTC


def add_standard_library(architecture, environment):
    """Rust's own library for that processor, which rustup brings."""
    query = ["rustc", "--print", "target-libdir", "--target", architecture.triple]
    if not os.path.isdir(output_of(query, env=environment)):
        say(f"Rust's library for {architecture.name}")
        try:
            run(["rustup", "target", "add", architecture.triple], env=environment)
        except Failed as failed:
            raise Failed(f"Rust's library for {architecture.name} is not to be had here ({failed}). Name others in ARCH.") from failed


def install_python_tools():
    stamp = VENV / "stamp"
    sum_now = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == sum_now:
        return
    say("zig and libclang")
    run(["/usr/bin/python3", "-m", "venv", "--clear", VENV])
    pip = [VENV / "bin/pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "--requirement", REQUIREMENTS])
    stamp.write_text(sum_now)


def python_folder():
    """`python3.11`, as the venv's own Python names it."""
    return next((VENV / "lib").glob("python3.*")).name


def install_cargo_tool(name, version, options, environment):
    program = TOOLS / "bin" / name
    # Its own --version is another for each; cargo keeps a list of what it has installed.
    kept = TOOLS / ".crates.toml"
    if program.exists() and kept.exists() and f'"{name} {version} ' in kept.read_text():
        return
    say(f"{name} {version}")
    environment = environment | {"CARGO_TARGET_DIR": str(TOOLS / "build")}
    install = ["cargo", "install", "--quiet", "--locked", "--root", TOOLS, "--version", version, *options, name]
    run(install, cwd=CHECKOUT, env=environment)
    shutil.rmtree(TOOLS / "build")
