"""What of a divided graph is seen, learned from, asked to weigh the evidence, and asked in the end.

The transductive split says which pairs of entities are hidden, everywhere; the two others say where: in files and
repositories that training knows, or in ones that it does not. So one linker, which sees the same triples throughout,
answers for all three.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from codegraft.graphmer.linking.graph import Flags, Longs


class LinkParts(NamedTuple):
    """Of T triples.

    Attributes:
        seen: bool [T], which may be used to answer.
        learned: rows of the semantic ones that a reader may learn from, with the code that says them.
        everywhere_learned: rows that all three splits train on, as the encoder does; the semantic ones are ``learned``.
        fitting: rows that are hidden, of validation's files and repositories.
        asked: by setting, rows that are hidden and of no other use: ``transductive`` in files that training knows,
            ``file_inductive`` in files that it does not, ``repository_inductive`` in repositories that it does not.
    """

    seen: Flags
    learned: Longs
    everywhere_learned: Longs
    fitting: Longs
    asked: dict[str, Longs]


def link_parts(splits: pa.Table) -> LinkParts:
    """The parts of a graph whose splits :func:`~codegraft.kg.splits.table.read_splits` read."""
    pair, file, repository, evidence = (
        np.array(splits[name].to_pylist())
        for name in ("transductive", "file_inductive", "repository_inductive", "evidence")
    )
    known = (file == "train") & (repository == "train")
    validates = ((file == "valid") & (repository == "train")) | (repository == "valid")
    learned, hidden = (pair == "train") & known, pair == "test"
    return LinkParts(
        seen=pair == "train",
        learned=np.flatnonzero(learned & (evidence == "semantic")),
        everywhere_learned=np.flatnonzero(learned),
        fitting=np.flatnonzero((pair == "valid") & validates),
        asked={
            "transductive": np.flatnonzero(hidden & known),
            "file_inductive": np.flatnonzero(hidden & (file == "test") & (repository == "train")),
            "repository_inductive": np.flatnonzero(hidden & (repository == "test")),
        },
    )
