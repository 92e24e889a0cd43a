"""Links and pictures of a page, to files of the repository and to headings."""

import re
from urllib.parse import unquote

# A target between brackets; pictures that are links themselves hold two.
LINK = re.compile(r"\]\(([^()\s]+)\)")
CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.M | re.S)
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.M)
ELSEWHERE = re.compile(r"[a-z]+:", re.I)


def targets(text):
    """Of links and pictures, but not of what only looks like one within code."""
    return LINK.findall(CODE.sub("", text))


def anchors(text):
    """The names by which a page's headings can be reached, as GitHub makes them."""
    seen = {}
    for heading in HEADING.findall(re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.M | re.S)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        count = seen[name] = seen.get(name, -1) + 1
        yield f"{name}-{count}" if count else name


def inside(pages):
    """(page, target as it is written, the file, the heading's name) of what does not lead to the web."""
    for page, text in pages.items():
        for target in targets(text):
            if not ELSEWHERE.match(target):
                file, _, anchor = target.partition("#")
                yield page, target, (page.parent / unquote(file)).resolve() if file else page, anchor


def faults(home, pages):
    reached = {home / "README.md"}
    for page, target, file, anchor in inside(pages):
        if not file.exists() or home not in [file, *file.parents]:
            yield f"{page.relative_to(home)}: {target} leads nowhere"
        elif anchor and anchor not in anchors(pages.get(file) or file.read_text()):
            yield f"{page.relative_to(home)}: {target} leads to no heading"
        if page != file:
            reached.add(file)
    for path in [*pages, *sorted((home / "docs" / "pictures").iterdir())]:
        if path not in reached:
            yield f"{path.relative_to(home)}: no page leads to it"


def count(_, pages):
    return sum(1 for _ in inside(pages))


def self_test():
    text = "# One: two\n[a](b.md#c) `[d](e)`\n```\n[f](g)\n# h\n```\n[![i](j.png)](k.png)\n## One, two\n"
    assert targets(text) == ["b.md#c", "j.png", "k.png"], targets(text)
    assert list(anchors(text)) == ["one-two", "one-two-1"], list(anchors(text))
