"""Small Java projects, and what was found in them as text that a test can spell out."""

import hashlib
from textwrap import dedent

from codegraft.symbols.java.analysis import link_java
from codegraft.symbols.java.syntax import read_java
from codegraft.symbols.model import REFERENCE_KINDS, RESOLUTIONS, SourceFile


def model(files):
    """The code model of texts by path; one text alone is ``Main.java``."""
    texts = files if isinstance(files, dict) else {"Main.java": files}
    sources = []
    for path, text in texts.items():
        data = text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode()
        sources.append((SourceFile(path, "java", hashlib.sha256(data).hexdigest(), data.count(b"\n") + 1), data))
    return link_java([file for file, _ in sources], [read_java(text) for _, text in sources])


def references(files, *kinds, resolution=True):
    """``line kind source -> target (resolution)`` of references of some kinds; what is outside is in brackets."""
    found = model(files)
    rows, names = found.references, found.definitions.qualified
    lines = set()
    for number in range(len(rows.kind)):
        kind = REFERENCE_KINDS[rows.kind[number]]
        if kind not in kinds:
            continue
        target = names[rows.target[number]] if rows.target[number] >= 0 else "?"
        if rows.external[number] >= 0:
            target = f"[{found.externals[rows.external[number]]}]"
        how = f" ({RESOLUTIONS[rows.resolution[number]]})" if resolution else ""
        lines.add(f"{rows.line_start[number]} {kind} {names[rows.source[number]]} -> {target}{how}")
    return lines


def calls(files, caller=None, outside=False):
    """``caller -> callee`` of all calls, without parameters; ``caller`` keeps those of one function alone."""
    found = model(files)
    rows, names = found.references, found.definitions.qualified
    edges = set()
    for number in range(len(rows.kind)):
        if REFERENCE_KINDS[rows.kind[number]] != "call":
            continue
        source = names[rows.source[number]].partition("(")[0]
        if rows.target[number] >= 0:
            target = names[rows.target[number]].partition("(")[0]
        elif outside:
            target = found.externals[rows.external[number]] if rows.external[number] >= 0 else "?"
        else:
            continue
        if caller is None:
            edges.add(f"{source} -> {target}")
        elif source == caller:
            edges.add(target)
    return edges
