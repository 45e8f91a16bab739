"""Python sources for tests: forests of them, their models as text that a test can spell out, and random ones."""

import hashlib
import sysconfig
from functools import cache
from pathlib import Path
from textwrap import dedent

from hypothesis import strategies as st

from codegraft.parsing.nodes import read_nodes
from codegraft.symbols.analyse import analyse
from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, RESOLUTIONS, Flag, SourceFile
from codegraft.symbols.python.tree import Forest


def forest_of(*texts):
    """A forest of Python files."""
    return Forest([read_nodes("python", text if isinstance(text, bytes) else text.encode()) for text in texts])


def said(forest, node):
    """What a name node says."""
    return forest.names[forest.name[node]].decode()


@cache
def library_files(number):
    """Texts of some files of Python's own library, spread evenly over it, by path."""
    root = Path(sysconfig.get_path("stdlib"))
    files = [path for path in sorted(root.rglob("*.py")) if not {"test", "tests", "site-packages"} & set(path.parts)]
    texts = {str(path.relative_to(root)): path.read_bytes() for path in files[:: max(1, len(files) // number)]}
    return {path: text for path, text in texts.items() if len(text) < 60_000}


class Model:
    """What ``analyse`` says of some Python files, given by path."""

    def __init__(self, files):
        texts = {
            path: text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode()
            for path, text in files.items()
        }
        self.texts = list(texts.values())
        sources = [
            SourceFile(path, "python", hashlib.sha256(text).hexdigest(), text.count(b"\n") + 1)
            for path, text in texts.items()
        ]
        self.model = analyse("python", list(zip(sources, self.texts, strict=True)))
        self.definitions, self.references = self.model.definitions, self.model.references

    def row(self, qualified):
        """The only definition of this dotted name."""
        (row,) = [row for row, name in enumerate(self.definitions.qualified) if name == qualified]
        return row

    def kinds(self):
        """``kind dotted.name`` of every definition in its order, modules left out."""
        pairs = zip(self.definitions.kind.tolist(), self.definitions.qualified, strict=True)
        return [f"{DEFINITION_KINDS[kind]} {name}" for kind, name in pairs if DEFINITION_KINDS[kind] != "module"]

    def flags(self, qualified):
        return Flag(int(self.definitions.flags[self.row(qualified)]))

    def text(self, qualified):
        """The text of a definition's bytes."""
        row, found = self.row(qualified), self.definitions
        return self.texts[found.file[row]][found.start[row] : found.end[row]].decode()

    def lines(self, qualified):
        row = self.row(qualified)
        return int(self.definitions.line_start[row]), int(self.definitions.line_end[row])

    def arrows(self, *kinds):
        """``source -> target`` of each reference of some kinds, external targets in angle brackets."""
        return {arrow for kind, arrow, _, _ in self.rows() if kind in kinds}

    def resolved(self, kind):
        """``source -> target`` to how it was resolved, for one kind of references."""
        return {arrow: resolution for kind_, arrow, resolution, _ in self.rows() if kind_ == kind}

    def places(self, kind):
        """``source -> target`` to the text of the place, for one kind of references."""
        return {arrow: place for kind_, arrow, _, place in self.rows() if kind_ == kind}

    def rows(self):
        """Kind, ``source -> target``, resolution and text of each reference."""
        columns = (getattr(self.references, name).tolist() for name in ("kind", "resolution", "source", "target"))
        spans = (getattr(self.references, name).tolist() for name in ("external", "file", "start", "end"))
        for kind, how, source, target, external, file, start, end in zip(*columns, *spans, strict=True):
            goal = self.definitions.qualified[target] if target >= 0 else "?"
            goal = f"<{self.model.externals[external]}>" if external >= 0 else goal
            arrow = f"{self.definitions.qualified[source]} -> {goal}"
            yield REFERENCE_KINDS[kind], arrow, RESOLUTIONS[how], self.texts[file][start:end].decode(errors="replace")


NAMES = st.sampled_from("abc")


def _join(*parts):
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map("".join)


def _comprehensions(inner):
    loop = _join(" for ", NAMES, " in ", inner)
    tail = st.one_of(loop, _join(loop, " if ", inner), _join(loop, loop))
    return st.one_of(
        _join("[", inner, tail, "]"),
        _join("{", inner, tail, "}"),
        _join("(", inner, tail, ")"),
        _join("{", inner, ": ", inner, tail, "}"),
        _join("f(", inner, tail, ")"),
    )


def _larger(inner):
    return st.one_of(
        _join("f(", inner, ", ", NAMES, "=", inner, ")"),
        _join("(", inner, ").", NAMES),
        _join("[", inner, ", *", inner, "]"),
        _join("(lambda ", NAMES, "=", inner, ": ", inner, ")"),
        _join("(lambda *", NAMES, ": ", inner, ")"),
        _join('f"{', NAMES, "}{", NAMES, "!r:>{", NAMES, '}}"'),
        _join("(", inner, " if ", inner, " else ", inner, ")"),
        _comprehensions(inner),
    )


EXPRESSIONS = st.recursive(st.one_of(NAMES, NAMES, st.just("1")), _larger, max_leaves=6)
"""Expressions over few names, without ``:=``, which Python forbids in many places."""

TARGETS = st.one_of(
    NAMES,
    _join(NAMES, ", ", NAMES),
    _join("[", NAMES, ", *", NAMES, "]"),
    _join(NAMES, ".x"),
    _join(NAMES, "[", NAMES, "]"),
)

PATTERNS = st.recursive(
    st.one_of(NAMES, st.just("1"), st.just("_"), _join(NAMES, ".x")),
    lambda inner: st.one_of(
        _join("[", inner, ", *", NAMES, "]"),
        _join("{1: ", inner, ", **", NAMES, "}"),
        _join("f(", inner, ", x=", inner, ")"),
        _join("(", inner, " as ", NAMES, ")"),
        _join("(1 | ", NAMES, ".x)"),
    ),
    max_leaves=3,
)

SIMPLE = st.one_of(
    EXPRESSIONS,
    _join(TARGETS, " = ", EXPRESSIONS),
    _join(NAMES, " = ", NAMES, " = ", EXPRESSIONS),
    _join(NAMES, " += ", EXPRESSIONS),
    _join(NAMES, ": ", NAMES, " = ", EXPRESSIONS),
    _join(NAMES, ": ", NAMES),
    _join("if (", NAMES, " := ", EXPRESSIONS, "): pass"),
    _join("[(", NAMES, " := d) for d in ", NAMES, "]"),
    _join("import ", NAMES),
    _join("import ", NAMES, ".x as ", NAMES),
    _join("from ", NAMES, " import ", NAMES, ", x as ", NAMES),
    _join("global ", NAMES),
    _join("nonlocal ", NAMES),
)


def _indented(lines):
    return ["    " + line for line in lines]


def _compound(body):
    def block(head):
        return st.tuples(head, body).map(lambda pair: [pair[0], *_indented(pair[1])])

    def tried(lines):
        return ["try:", *_indented(lines[0]), f"except {lines[1]} as {lines[2]}:", *_indented(lines[3])]

    def matched(lines):
        return [f"match {lines[0]}:", f"    case {lines[1]}:", *_indented(_indented(lines[2]))]

    parameters = st.one_of(
        st.just(""),
        NAMES,
        _join(NAMES, "=", EXPRESSIONS),
        _join("*", NAMES, ": ", NAMES),
        _join("*, ", NAMES, ": ", NAMES, " = ", EXPRESSIONS),
        _join("d, /, **", NAMES),
    )
    function = st.tuples(
        st.one_of(st.just(""), _join("@", NAMES, "(", EXPRESSIONS, ")")),
        block(_join("def ", NAMES, "(", parameters, ") -> ", EXPRESSIONS, ":")),
    )
    return st.one_of(
        function.map(lambda pair: [line for line in (pair[0], *pair[1]) if line]),
        block(_join("class ", NAMES, "(", EXPRESSIONS, ", f=", NAMES, "):")),
        block(_join("for ", TARGETS, " in ", EXPRESSIONS, ":")),
        block(
            _join(
                "with ",
                EXPRESSIONS,
                " as ",
                TARGETS.map(lambda target: f"({target})" if "," in target else target),
                ":",
            )
        ),
        st.tuples(body, NAMES, NAMES, body).map(tried),
        st.tuples(NAMES, PATTERNS, body).map(matched),
    )


STATEMENTS = st.recursive(
    st.lists(SIMPLE, min_size=1, max_size=3),
    lambda body: st.lists(_compound(body), min_size=1, max_size=2).map(
        lambda parts: [line for part in parts for line in part]
    ),
    max_leaves=6,
)


def compiles(text):
    """Whether Python accepts a program."""
    try:
        compile(text, "m.py", "exec")
    except SyntaxError:
        return False
    return True


PROGRAMS = (
    st.lists(STATEMENTS, min_size=1, max_size=4)
    .map(lambda parts: "\n".join(line for part in parts for line in part) + "\n")
    .filter(compiles)
)
"""Programs that Python accepts: nested scopes of all sorts that share the names a, b and c."""
