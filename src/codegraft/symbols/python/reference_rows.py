"""References of Python code on their way into the columns of a code model."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from codegraft.symbols.model import REFERENCE_KINDS, RESOLUTIONS, References
from codegraft.symbols.python.definitions import PythonDefinitions
from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.kinds import Mask, among
from codegraft.symbols.python.objects import BOUND, CLASS, EXTERNAL, FUNCTION, INSTANCE, MEMBER, MODULE, OBJECT
from codegraft.symbols.python.tree import NONE

CALL, INSTANTIATE, INHERIT, OVERRIDE, IMPORT, READ, WRITE, TYPE, RETURN, RAISE, CATCH, DECORATE = map(
    REFERENCE_KINDS.index,
    (
        *("call", "instantiate", "inherit", "override", "import", "read", "write", "type", "return", "raise"),
        *("catch", "decorate"),
    ),
)
EXACT, INFERRED, OUTSIDE, UNRESOLVED = map(RESOLUTIONS.index, ("exact", "inferred", "external", "unresolved"))

_COLUMNS: Final = 6
"""kind, resolution, source row, target row, external, node."""


class ReferenceRows:
    """Takes references; ``collected`` gives the rows."""

    def __init__(self, solved: PythonFlow, definitions: PythonDefinitions) -> None:
        self.solved, self.flow, self.objects = solved, solved.flow, solved.objects
        self.program, self.forest, self.scopes = solved.program, solved.forest, solved.program.scopes
        self.definitions = definitions
        self.row_of = definitions.row_of.data
        self._rows: list[int] = []
        self._blocks: list[np.ndarray[tuple[int, int], np.dtype[np.int64]]] = []
        self._is_certain = self._certain_nodes()
        self._value_kinds = np.array(self.flow.kinds, dtype=np.int64)
        self._value_first = np.array(self.flow.first, dtype=np.int64)
        self.external_kinds: dict[int, str] = {}

    def collected(self) -> References:
        """What was collected, sorted by place."""
        rows = np.array(self._rows, dtype=np.int64).reshape(-1, _COLUMNS)
        rows = np.concatenate([rows, *self._blocks])
        node = rows[:, 5]
        file, start, end = self.forest.file[node], self.forest.start[node], self.forest.end[node]
        order = np.lexsort((rows[:, 4], rows[:, 3], rows[:, 0], end, start, file))
        kind, resolution, source, target, external, _ = rows[order].T
        file, start, end = file[order], start[order], end[order]
        return References(
            kind=kind.astype(np.uint8),
            resolution=resolution.astype(np.uint8),
            source=source.astype(np.int32),
            target=target.astype(np.int32),
            external=external.astype(np.int32),
            file=file,
            start=start,
            end=end,
            line_start=self.forest.lines(file, start),
            line_end=self.forest.lines(file, np.maximum(end - 1, start)),
        )

    def _add(self, kind: int, resolution: int, source: int, target: int, external: int, node: int) -> None:
        self._rows += (kind, resolution, source, target, external, node)

    def _refer(self, kind: int, node: int, values: Iterable[int], *, exact: bool, source: int = NONE) -> bool:
        """One row for each definition or external name among values; whether there was one."""
        origin = self.row_of[self.program.definition[node]] if source == NONE else source
        targets: dict[tuple[int, int], None] = {}
        for value in values:
            kind_, first = self.flow.kinds[value], self.flow.first[value]
            if kind_ in (FUNCTION, CLASS, INSTANCE, BOUND):
                targets[self.row_of[first], NONE] = None
            elif kind_ in (EXTERNAL, OBJECT, MEMBER):
                targets[NONE, first] = None
            elif kind_ == MODULE:
                targets[self.row_of[self.program.module_root(first)], NONE] = None
        resolution = EXACT if exact and len(targets) == 1 else INFERRED
        for target, external in targets:
            self._add(kind, resolution if external == NONE else OUTSIDE, origin, target, external, node)
        return bool(targets)

    # What is certain

    def _certain_nodes(self) -> Mask:
        """[n] expressions of which scopes, imports and class bodies alone say what they are.

        Names that are settled, attributes of these, attributes of a method's first parameter and of ``super()``.
        """
        scopes, forest, program = self.scopes, self.forest, self.program
        certain: Mask = among(forest.kind, "name") & np.append(scopes.settled(), True)[scopes.variable]
        attributes = np.flatnonzero(among(forest.kind, "attribute"))[::-1]
        inner = attributes[~among(forest.kind[attributes + 1], "attribute")]
        certain[inner] = certain[inner + 1]
        for node in attributes[among(forest.kind[attributes + 1], "attribute")].tolist():
            certain[node] = certain[node + 1]
        receiver = np.zeros(len(self.flow.points), dtype=np.bool_)
        methods = [function for function in program.functions.values() if function.owner != NONE]
        receiver[[function.positional[0] for function in methods if function.positional]] = True
        slots = np.asarray(program.slot)
        certain[inner] |= among(forest.kind[inner + 1], "name") & receiver[slots[inner + 1]]
        super_ = forest.codes.get(b"super", NONE)
        calls = inner[among(forest.kind[inner + 1], "call")]
        certain[calls] |= (forest.name[calls + 2] == super_) & among(forest.kind[calls + 2], "name")
        return certain

    def _certain(self, node: int) -> bool:
        return bool(self._is_certain[node])
