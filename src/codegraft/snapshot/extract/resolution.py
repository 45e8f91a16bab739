"""What names, calls and imports of a snapshot refer to: code models, joined to the graph nodes by file and bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.snapshot.extract.normalise import FileNodes, SourceFile
from codegraft.snapshot.extract.spans import CLASS, FUNCTION, IDENTIFIER, VARIABLE, Rows, Spans, rows_of
from codegraft.symbols import model as symbols
from codegraft.symbols.analyse import link_names
from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, RESOLUTIONS, CodeModel, Flag

Mask = npt.NDArray[np.bool_]

_CLASSES: Final = ("class", "interface", "enum", "record", "annotation")
_FUNCTIONS: Final = ("function", "method", "constructor", "lambda")

_NAMING: Final = {
    "python": ("read", "write"),
    "java": ("read", "write", "type", "return", "inherit", "implement", "raise", "catch", "decorate"),
}
"""By language: kinds of references whose places end with the name that refers."""

_NAMES: Final = {"python": (IDENTIFIER, VARIABLE), "java": (IDENTIFIER,)}
"""By language: nodes that are nothing but a name. Variables are, where imports declare them."""

_SAYS_ALL_NAMES: Final = frozenset({"python"})
"""Languages in which a plain name that is called is a reference of its own; in Java methods are found by the call."""

_CONSTRUCTORS: Final = ("__init__", "__new__")
"""What making an object runs; what is called is the class."""

_CONTEXT: Final = ("__enter__", "__exit__", "__aenter__", "__aexit__")
"""What a ``with`` statement runs; its item may have the span of a call."""


@dataclass(frozen=True)
class Resolution:
    """What names and calls refer to. Rows count the nodes of all files, one file after the other.

    Attributes:
        first: [files + 1] row of each file's Module, then the number of rows N.
        target: [N] row of the declaration that a name refers to (never a Module), or -1.
        callee: [N] row of the Function or Class that a Call calls, or -1.
        imports: [i, 2] pairs of Module rows: importing, imported; sorted, without repetition.
    """

    first: Rows
    target: Rows
    callee: Rows
    imports: Rows

    def rows(self, columns: Sequence[npt.NDArray[np.int32]]) -> Rows:
        """Node numbers of each file as rows, in one column; -1 stays."""
        return rows_of(self.first, columns)


def resolve(sources: Sequence[SourceFile], files: Sequence[FileNodes]) -> Resolution:
    """Resolve the names of a snapshot, given as its sources and their nodes; what is not certain stays unresolved.

    Files of several repositories and languages go in together; names never cross from one language to another.
    """
    spans = Spans([file.facts for file in files])
    target = np.full(len(spans.kind), NONE, dtype=np.int64)
    callee = target.copy()
    imports = [np.empty((0, 2), dtype=np.int64)]
    for language in sorted({file.language for file in sources}):
        chosen = [number for number, file in enumerate(sources) if file.language == language]
        described = [_described(sources[number]) for number in chosen]
        repositories = [sources[number].repository for number in chosen]
        syntax = [files[number].syntax for number in chosen]
        for model, members in link_names(language, described, syntax, repositories):
            join = _Join(spans, model, np.array(chosen, dtype=np.int64)[members])
            imports.append(join.imports())
            _put(target, join.names)
            _put(callee, calls := join.calls())
            _put(target, join.names_of_callees(calls, target))
            _put(callee, join.calls_by_name())
    return Resolution(spans.first, target, callee, np.unique(np.concatenate(imports), axis=0))


def _described(file: SourceFile) -> symbols.SourceFile:
    return symbols.SourceFile(file.path, file.language, file.sha256, file.text.count("\n") + 1)


def _put(column: Rows, pairs: Rows) -> None:
    column[pairs[:, 0]] = pairs[:, 1]


class _Join:
    """What one model says, as pairs [k, 2] of rows; ``files`` are the numbers of its files among all."""

    def __init__(self, spans: Spans, model: CodeModel, files: Rows) -> None:
        self.spans, self.definitions, self.references = spans, model.definitions, model.references
        self.language = model.language
        self.modules, self.shift = spans.first[files], spans.base[files]
        self.kinds = np.array(DEFINITION_KINDS)[model.definitions.kind]
        self.declared = self._declared()

    def _declared(self) -> Rows:
        """[d] the node that declares each definition, or -1."""
        table, spans, kinds = self.definitions, self.spans, self.kinds
        start, end = table.start + self.shift[table.file], table.end + self.shift[table.file]
        found = np.full(len(kinds), NONE, dtype=np.int64)
        for names, code in ((_CLASSES, CLASS), (_FUNCTIONS, FUNCTION)):
            chosen = np.isin(kinds, names)
            found[chosen] = spans.spanning(code, start[chosen], end[chosen])
        nameless = np.isin(kinds, _CLASSES) & (found == NONE)  # of an anonymous class the body is the node
        found[nameless] = spans.ending((CLASS,), end[nameless])
        held = np.isin(kinds, ("attribute", "variable", "parameter"))
        found[held] = spans.declaring(start[held], end[held])
        attributes = held & (found == NONE)  # of self.x the name
        found[attributes] = spans.ending((IDENTIFIER,), end[attributes])
        return found

    def _are(self, *kinds: str) -> Mask:
        """[r] references of some kinds."""
        return np.isin(self.references.kind, [REFERENCE_KINDS.index(name) for name in kinds])

    def imports(self) -> Rows:
        """Importing and imported Module."""
        table = self.references
        found = self._are("import") & (table.target != NONE)
        source, target = table.file[found], self.definitions.file[table.target[found]]
        return _pairs(self.modules[source], self.modules[target], source != target)

    @cached_property
    def names(self) -> Rows:
        """Names and the declaration that each refers to, if it is one alone and not the name itself."""
        return self._names(np.ones(len(self.references.kind), dtype=np.bool_))

    @cached_property
    def exact_names(self) -> Rows:
        """Those of them that nothing rebinds."""
        return self._names(self.references.resolution == RESOLUTIONS.index("exact"))

    def _names(self, among: Mask) -> Rows:
        table = self.references
        chosen = np.flatnonzero(among & self._are(*_NAMING[self.language]) & (table.target != NONE))
        name = self.spans.ending(_NAMES[self.language], table.end[chosen] + self.shift[table.file[chosen]])
        target = self.declared[table.target[chosen]]
        return _only(name, target, (name != NONE) & (target != NONE) & (name != target))

    def calls(self) -> Rows:
        """Calls and the Function or Class that each runs, if it is one, or what all that it may run override.

        Calls of a definition's name that something rebinds are left out, and those of a name that does not hold yet.
        """
        table, kinds = self.references, self.kinds
        makes = self._are("instantiate")
        chosen = np.flatnonzero(makes | self._are("call"))
        shift = self.shift[table.file[chosen]]
        start, end = table.start[chosen] + shift, table.end[chosen] + shift
        call = np.where(makes[chosen], self.spans.making(start), NONE)
        call = np.where(call == NONE, self.spans.calling(start, end), call)
        chosen, call = chosen[call != NONE], call[call != NONE]
        target = table.target[chosen].astype(np.int64)
        names, kinds = np.append(self.definitions.name, ""), np.append(kinds, "")
        made = np.isin(call, call[makes[chosen]])
        beside = np.isin(names, _CONTEXT) | (kinds == "initializer")
        within = np.isin(names, _CONSTRUCTORS) | (kinds == "constructor")
        shown = ~beside[target] & ~(made & within[target])
        found = self._general(call[shown], target[shown])
        node = self.declared[found[:, 1]]
        open_ = self._is_open(found[:, 0])
        return _pairs(found[:, 0], node, (node != NONE) & ~open_)

    def _is_open(self, calls: Rows) -> Mask:
        """Whether calls name something that may be anything."""
        name = self.spans.called[calls]
        named = np.isin(name, self.names[:, 0])
        plain = (name != NONE) & (name == self.spans.callee[calls]) & (self.language in _SAYS_ALL_NAMES)
        open_: Mask = (named & ~np.isin(name, self.exact_names[:, 0])) | (plain & ~named)
        return open_

    def _general(self, call: Rows, target: Rows) -> Rows:
        """Calls of one definition, which is the target or what all targets override."""
        pairs = _unique(np.stack([call, target], axis=1))
        several = np.bincount(pairs[:, 0], minlength=len(self.spans.kind))
        above = np.full(len(self.kinds) + 1, NONE, dtype=np.int64)
        overriding = self._are("override") & (self.references.target != NONE)
        above[self.references.source[overriding]] = self.references.target[overriding]
        higher = np.stack([pairs[:, 0], above[pairs[:, 1]]], axis=1)
        ways = np.concatenate([pairs, higher[(higher[:, 1] != NONE) & (several[higher[:, 0]] > 1)]])
        ways, times = np.unique(ways, axis=0, return_counts=True)
        common = ways[(times == several[ways[:, 0]]) & (ways[:, 1] != NONE)]
        return _only(common[:, 0], common[:, 1], np.ones(len(common), dtype=np.bool_))

    def names_of_callees(self, calls: Rows, target: Rows) -> Rows:
        """Names of which no declaration is known, and what their calls run."""
        name = self.spans.called[calls[:, 0]]
        return _pairs(name, calls[:, 1], (name != NONE) & (target[name] == NONE))

    def calls_by_name(self) -> Rows:
        """Calls, and the function or class that is for certain what they name, whatever wraps it.

        What a property gives, and not the property, is called.
        """
        callable_ = np.isin(self.kinds, (*_CLASSES, *_FUNCTIONS)) & ((self.definitions.flags & Flag.PROPERTY) == 0)
        nodes = self.declared[callable_]
        meant = np.full(len(self.spans.kind), NONE, dtype=np.int64)
        _put(meant, self.exact_names)
        calls = np.flatnonzero(self.spans.called != NONE)
        target = meant[self.spans.called[calls]]
        return _pairs(calls, target, np.isin(target, nodes[nodes != NONE]))


def _pairs(source: Rows, target: Rows, chosen: Mask) -> Rows:
    """Those of two columns that are chosen, side by side."""
    found: Rows = np.stack([source, target], axis=1)[chosen]
    return found


def _only(source: Rows, target: Rows, chosen: Mask) -> Rows:
    """Pairs of those sources that have one target alone among the chosen."""
    pairs = _unique(_pairs(source, target, chosen))
    before = np.append(False, pairs[1:, 0] == pairs[:-1, 0])
    found: Rows = pairs[~(before | np.append(before[1:], False))[: len(pairs)]]
    return found


def _unique(pairs: Rows) -> Rows:
    """Pairs in order, each once; NumPy's own takes ten times as long for columns."""
    width = int(pairs.max(initial=0)) + 2
    keys = np.unique((pairs[:, 0] + 1) * width + pairs[:, 1] + 1)
    found: Rows = np.stack(np.divmod(keys, width), axis=1) - 1
    return found
