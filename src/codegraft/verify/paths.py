"""Paths that documents name: relative links, and the tree of the repository."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_LINK: Final = re.compile(r"\]\((?P<path>[^)\s#]*)(?:#(?P<heading>[^)\s]*))?\)")
_HEADING: Final = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_FENCE: Final = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_TREE: Final = re.compile(r"^## The tree\n+```\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_REMARK: Final = re.compile(r"\s+#\s.*")
_SILENT: Final = (".", "_")


def broken_links(root: Path, document: str, text: str) -> Iterator[str]:
    """A line for each relative link that leads nowhere, out of the repository, or to a heading that its page lacks."""
    for match in _LINK.finditer(text):
        target, heading = match["path"], match["heading"]
        if ":" in target:
            continue
        path = (root / document).parent / target if target else root / document
        if not path.exists() or not path.resolve().is_relative_to(root.resolve()):
            yield f"{document}:{line_of(text, match.start())}: the link to {target} leads nowhere"
        elif heading and path.suffix == ".md" and heading not in _anchors(path.read_text(encoding="utf-8")):
            yield f"{document}:{line_of(text, match.start())}: the link to {target}#{heading} leads to no heading"


def _anchors(text: str) -> set[str]:
    """What the headings of a page are called in links: small letters, digits and hyphens."""
    kept = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(_FENCE.sub("", text))]
    return {heading.replace(" ", "-") for heading in kept}


def wrong_tree(root: Path, document: str, text: str, tracked: frozenset[str]) -> Iterator[str]:
    """A line for each path of the tree that does not exist, and for each that it leaves out.

    The tree is the code block under the heading *The tree*: a line names one path, or several with commas, and says
    something behind ``#``; what is indented lies in the directory above. A directory whose content is listed lists all
    that git holds there, but for names that begin with a dot or an underscore. The root is such a directory.
    """
    tree = _TREE.search(text)
    if not tree:
        return
    first = line_of(text, tree.start(1))
    listed = dict(_listed(tree[1].splitlines()))
    for path, row in listed.items():
        if not (root / path).exists():
            yield f"{document}:{first + row}: {path} of the tree does not exist"
    for folder in sorted({path.rpartition("/")[0] for path in listed}):
        folders, files = _children(folder, tracked)
        wanted = folders | files if files & listed.keys() else folders
        for missing in sorted(wanted - listed.keys()):
            yield f"{document}:{first}: the tree leaves out {missing}"


def line_of(text: str, position: int) -> int:
    """The number of the line, from 1, that a position stands on."""
    return text.count("\n", 0, position) + 1


def _listed(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Path -> row of the block, from 0."""
    open_folders: list[tuple[int, str]] = [(-1, "")]
    for row, line in enumerate(lines):
        names = [name.strip().rstrip("/") for name in _REMARK.sub("", line).split(",") if name.strip()]
        indent = len(line) - len(line.lstrip())
        while open_folders[-1][0] >= indent:
            open_folders.pop()
        paths = [f"{open_folders[-1][1]}{name}" for name in names]
        yield from ((path, row) for path in paths)
        if paths:
            open_folders.append((indent, f"{paths[-1]}/"))


def _children(folder: str, tracked: frozenset[str]) -> tuple[set[str], set[str]]:
    """The directories and the files that git holds right under a directory."""
    start = f"{folder}/" if folder else ""
    inside = [path.removeprefix(start) for path in tracked if path.startswith(start)]
    told = [path for path in inside if not path.startswith(_SILENT) and not path.rpartition("/")[2].startswith(".")]
    folders = {f"{start}{path.split('/')[0]}" for path in told if "/" in path}
    return folders, {f"{start}{path}" for path in told if "/" not in path}
