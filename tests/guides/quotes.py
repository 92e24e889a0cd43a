"""What guides quote of the module: the first column of tables that are headed `it says` or `text`. `…` stands for what differs."""

import functools
import re

TABLE = re.compile(r"^\| (?:it says|text) \|.*\n\|[ |:-]+\n((?:\|.*\n)+)", re.M)
SOURCES = {"crates": "*.rs", "whmcs-module": "*.php"}


def quoted(text):
    """The fragments of each quotation."""
    for rows in TABLE.findall(text):
        for row in rows.splitlines():
            cell = row.split(" | ")[0].removeprefix("| ").strip("` ")
            yield cell, [part.strip(" `") for part in cell.split("…") if part.strip(" `")]


def joined(source):
    """Texts that the source breaks over lines, whole; with what is escaped as it is read."""
    source = re.sub(r"\\\n\s*", "", source)
    source = re.sub(r"""['"]\s*\.\s*['"]""", "", source)
    return source.replace('\\"', '"').replace("\\'", "'")


@functools.cache
def said(home):
    files = (path for folder, names in SOURCES.items() for path in sorted((home / folder).rglob(names)) if "tests" not in path.parts)
    return "\n".join(joined(path.read_text()) for path in files)


def unsaid(fragments, source):
    return [fragment for fragment in fragments if fragment not in source]


def faults(home, pages):
    for page, text in pages.items():
        for _, fragments in quoted(text):
            for fragment in unsaid(fragments, said(home)):
                yield f'{page.relative_to(home)}: the module does not say "{fragment}"'
    if count(home, pages) == 0:
        yield "no page quotes anything"


def count(_, pages):
    return sum(1 for text in pages.values() for _ in quoted(text))


def self_test():
    page = "| it says | cause |\n|---|---|\n| One … three. | `x` |\n\n| other | b |\n|---|---|\n| never | c |\n"
    assert [fragments for _, fragments in quoted(page)] == [["One", "three."]]
    assert joined('"One \\\n    two"') == '"One two"' and joined("'a ' . 'b'\n . 'c'") == "'a bc'"
    assert unsaid(["One two", "four"], joined('"One \\\n  two"')) == ["four"]
