"""What a package says about itself: of what it consists, under which licences, and how it was built."""

import html
import json
import shutil

from .command import output_of, run, say
from .pins import CARGO_TOOLS, GLIBC, RUSTC
from .places import CHECKOUT, HERE, WORK

# The crates that are shipped, and the file each becomes.
SHIPPED = {"jetpack-cli": "jetpack-partner", "jetpack-php": "jetpack_bridge"}


def sbom(architecture, environment, source, into):
    """A bill of materials in CycloneDX for each file."""
    say(f"bills of materials for {architecture.name}")
    into.mkdir(parents=True)
    # It writes beside each Cargo.toml, so it is given a copy.
    tree = WORK / "sbom"
    shutil.rmtree(tree, ignore_errors=True)
    for name in ["crates", "tests/fuzz"]:
        shutil.copytree(CHECKOUT / name, tree / name, ignore=shutil.ignore_patterns("target", "corpus"))
    for name in ["Cargo.toml", "Cargo.lock"]:
        shutil.copy2(CHECKOUT / name, tree / name)
    options = ["--format", "json", "--spec-version", "1.5", "--target", architecture.triple, "--no-build-deps"]
    environment = environment | {"SOURCE_DATE_EPOCH": str(source.moment)}
    run(["cargo", "cyclonedx", "--quiet", *options, "--override-filename", "bom"], cwd=tree, env=environment)
    for crate, file in SHIPPED.items():
        text = (tree / "crates" / crate / "bom.json").read_text()
        # Its names for our own crates hold the folder.
        (into / f"{file}.cdx.json").write_text(text.replace(f"file://{tree}/", "file:///"))


def licences(environment):
    """The page with the text of every licence, and the crates that are under it."""
    say("licences")
    texts = {}
    for crate in SHIPPED:
        manifest = CHECKOUT / "crates" / crate / "Cargo.toml"
        options = ["--locked", "--offline", "--config", HERE / "about.toml", "--format", "json"]
        found = json.loads(output_of(["cargo-about", "generate", *options, "--manifest-path", manifest], cwd=CHECKOUT, env=environment))
        for licence in found["licenses"]:
            users = texts.setdefault((licence["name"], licence["text"].strip()), set())
            users.update(f"{use['crate']['name']} {use['crate']['version']}" for use in licence["used_by"])
    return page(texts)


def page(texts):
    parts = [
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Licences</title>\n<h1>Licences</h1>\n"
        "<p>Jetpack for WHMCS is under the MIT licence or the Apache licence 2.0, as you choose: LICENSE-MIT and LICENSE-APACHE. So is "
        f"Rust's standard library, of rustc {RUSTC}, by the Rust project's developers. What else is linked into jetpack-partner and "
        "jetpack_bridge.so stands here, with its licence.</p>\n"
    ]
    for (name, text), users in sorted(texts.items(), key=lambda entry: (entry[0][0], sorted(entry[1]), entry[0][1])):
        listed = ", ".join(sorted(users))
        parts.append(f"<h2>{html.escape(name)}</h2>\n<p>{html.escape(listed)}</p>\n<pre>{html.escape(text)}</pre>\n")
    return "".join(parts) + "</html>\n"


def built_with(architecture, phps, source):
    """What somebody needs who wants to make the same bytes."""
    requirements = [line.split()[0] for line in (HERE / "requirements.txt").read_text().splitlines() if "==" in line]
    lines = [
        f"commit {source.commit}",
        f"for {architecture.triple}, glibc {'.'.join(map(str, GLIBC))} or newer",
        f"rustc {RUSTC}",
        *(f"{name} {version}" for name, (version, _) in CARGO_TOOLS.items()),
        *(requirement.replace("==", " ") for requirement in requirements),
        *(f"headers of PHP {(php.folder / 'info').read_text().split('PHP Version => ')[1].split()[0]}, API {php.api}" for php in phps),
    ]
    return "\n".join(lines) + "\n"
