"""Code models written by hand, a definition and a reference at a time."""

import numpy as np

from codegraft.symbols.model import (
    DEFINITION_KINDS,
    NONE,
    REFERENCE_KINDS,
    RESOLUTIONS,
    CodeModel,
    Definitions,
    Flag,
    References,
    SourceFile,
)

LINE = 10
"""Bytes of every line of these files."""


class ModelBuilder:
    """A code model in the making. Places follow one another: everything new in a file gets a line of its own."""

    def __init__(self, language="python"):
        self.language = language
        self.files, self.lines = [], []
        self.definitions, self.references = [], []
        self.externals = {}

    def module(self, path, qualified, flags=0):
        """A file and its module; returns the module's row."""
        self.files.append(path)
        self.lines.append(1)
        name = qualified.rpartition(".")[2]
        return self._enter("module", NONE, len(self.files) - 1, name, qualified, flags, "")

    def define(self, kind, owner, name, flags=0, signature=""):
        """A definition inside another; returns its row."""
        _, _, file, _, qualified, *_ = self.definitions[owner]
        return self._enter(kind, owner, file, name, f"{qualified}.{name}", flags, signature)

    def refer(self, kind, source, target, resolution=None, known=""):
        """A reference to a row, to an external name of which ``known`` is known, or (None) to what nobody knows."""
        row = external = NONE
        if isinstance(target, str):
            external = self.externals.setdefault(target, (len(self.externals), known))[0]
            resolution = resolution or "external"
        elif target is not None:
            row = target
        resolution = resolution or ("unresolved" if target is None else "exact")
        file = self.definitions[source][2]
        line = self._next_line(file)
        self.references.append((kind, resolution, source, row, external, file, line))

    def build(self):
        """The model, with rows in the order that the contract asks for."""
        order = sorted(range(len(self.definitions)), key=lambda row: (self.definitions[row][2], row))
        place = {row: new for new, row in enumerate(order)} | {NONE: NONE}
        chosen = [self.definitions[row] for row in order]
        return CodeModel(
            language=self.language,
            files=tuple(
                SourceFile(path, self.language, f"sha of {path}", lines)
                for path, lines in zip(self.files, self.lines, strict=True)
            ),
            definitions=self._definitions(chosen, place),
            references=self._references(place),
            externals=tuple(self.externals),
            externals_kind=tuple(known for _, known in self.externals.values()),
        )

    def _enter(self, kind, owner, file, name, qualified, flags, signature):
        line = 1 if kind == "module" else self._next_line(file)
        self.definitions.append((kind, owner, file, name, qualified, int(flags), signature, line))
        return len(self.definitions) - 1

    def _next_line(self, file):
        self.lines[file] += 1
        return self.lines[file]

    def _definitions(self, rows, place):
        kinds, owners, files, names, qualified, flags, signatures, lines = zip(*rows, strict=True)
        last = [
            self.lines[file] if kind == "module" else line for kind, file, line in zip(kinds, files, lines, strict=True)
        ]
        return Definitions(
            kind=np.array([DEFINITION_KINDS.index(kind) for kind in kinds], np.uint8),
            flags=np.array(flags, np.uint16),
            owner=ints(place[owner] for owner in owners),
            file=ints(files),
            start=ints((line - 1) * LINE for line in lines),
            end=ints(line * LINE for line in last),
            line_start=ints(lines),
            line_end=ints(last),
            name=names,
            qualified=qualified,
            signature=signatures,
        )

    def _references(self, place):
        rows = sorted(self.references, key=lambda row: (row[5], row[6]))
        return References(
            kind=np.array([REFERENCE_KINDS.index(row[0]) for row in rows], np.uint8),
            resolution=np.array([RESOLUTIONS.index(row[1]) for row in rows], np.uint8),
            source=ints(place[row[2]] for row in rows),
            target=ints(place[row[3]] for row in rows),
            external=ints(row[4] for row in rows),
            file=ints(row[5] for row in rows),
            start=ints((row[6] - 1) * LINE for row in rows),
            end=ints(row[6] * LINE - 1 for row in rows),
            line_start=ints(row[6] for row in rows),
            line_end=ints(row[6] for row in rows),
        )


def ints(values):
    return np.array(list(values), np.int32)


NAMES = ("a", "b", "__init__", "größe")
OWNERS = {
    "module": ("class", "interface", "annotation", "function", "variable", "lambda"),
    "class": ("class", "method", "constructor", "initializer", "attribute"),
    "interface": ("method", "attribute"),
    "function": ("function", "lambda", "parameter", "variable", "class"),
    "method": ("function", "lambda", "parameter", "variable"),
    "parameter": ("lambda",),
}
OUTSIDE = ("builtins.print", "lib.Thing", "lib.sub.thing", "lib", "other.Error", "java.util.List:add(int)")


def random_model(random, language="python"):
    """A small model in which names repeat, things nest and everything refers to everything."""
    builder = ModelBuilder(language)
    for number in range(random.randint(1, 3)):
        builder.module(
            f"{random.choice(NAMES)}/{number}.{language}", random.choice(("a", "a.b", "a.b.a")), flags(random)
        )
    for _ in range(random.randint(0, 12)):
        owner = random.randrange(len(builder.definitions))
        if kinds := OWNERS.get(builder.definitions[owner][0]):
            builder.define(random.choice(kinds), owner, random.choice(NAMES), flags(random))
    rows = range(len(builder.definitions))
    for _ in range(random.randint(0, 20)):
        target = random.choice((random.choice(rows), random.choice(OUTSIDE), None))
        resolution = random.choice(("exact", "inferred")) if isinstance(target, int) else None
        known = random.choice(("", "", "class", "exception", "module"))
        builder.refer(random.choice(REFERENCE_KINDS), random.choice(rows), target, resolution, known)
    return builder.build()


def flags(random):
    return random.choice((0, 0, Flag.TEST, Flag.EXCEPTION, Flag.PROTOCOL, Flag.MAIN, Flag.ASYNC | Flag.PUBLIC))
