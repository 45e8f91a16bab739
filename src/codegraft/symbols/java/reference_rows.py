"""Java references as rows of a code model."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from codegraft.symbols.java.declarations import NONE, Function, Unit
from codegraft.symbols.java.definition_rows import lines, written_owner
from codegraft.symbols.java.findings import Findings, Reference, Target
from codegraft.symbols.model import REFERENCE_KINDS, RESOLUTIONS, References


class Referring(NamedTuple):
    """A reference with its resolution."""

    reference: Reference
    resolution: str


def refer(
    units: Sequence[Unit], found: Sequence[Referring], findings: Findings
) -> tuple[References, tuple[str, ...], tuple[str, ...]]:
    """Rows of all references, sorted, each once; names of what is outside, sorted, and what is known of each."""
    externals = sorted({item.reference.target for item in found if isinstance(item.reference.target, str)})
    number = {name: position for position, name in enumerate(externals)}
    rows = set()
    for reference, resolution in found:
        target, external = NONE, NONE
        if isinstance(reference.target, str):
            external, resolution = number[reference.target], "external"
        elif reference.target is None:
            resolution = "unresolved"
        else:
            target = _number(reference.target)
            resolution = resolution if target != NONE else "unresolved"
        codes = (REFERENCE_KINDS.index(reference.kind), target, external)
        from_ = (_number(reference.source), RESOLUTIONS.index(resolution))
        rows.add((reference.unit, reference.start, reference.end, *codes, *from_))
    columns = np.array(sorted(rows), dtype=np.int64).reshape(-1, 8).T
    file, start, end = (columns[number].astype(np.int32) for number in range(3))
    references = References(
        kind=columns[3].astype(np.uint8),
        resolution=columns[7].astype(np.uint8),
        source=columns[6].astype(np.int32),
        target=columns[4].astype(np.int32),
        external=columns[5].astype(np.int32),
        file=file,
        start=start,
        end=end,
        line_start=lines(units, file, start),
        line_end=lines(units, file, np.maximum(end - 1, start)),
    )
    kinds = tuple(findings.outside_kinds.get(name, "callable" if ":" in name else "") for name in externals)
    return references, tuple(externals), kinds


def _number(thing: Target) -> int:
    if isinstance(thing, Unit):
        return thing.definition
    if isinstance(thing, Function) and thing.definition == NONE:
        thing = written_owner(thing)
    return thing.definition
