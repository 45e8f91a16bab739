"""What of a divided graph is seen, learned from, and asked to weigh the evidence.

The transductive split says which pairs of entities are hidden, everywhere; the two others say where: in files and
repositories that training knows, or in ones that it does not. What is hidden in the parts of testing stays untouched.
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
        fitting: rows that are hidden, of validation's files and repositories.
    """

    seen: Flags
    learned: Longs
    fitting: Longs


def link_parts(splits: pa.Table) -> LinkParts:
    """The parts of a graph whose splits :func:`~codegraft.kg.splits.table.read_splits` read."""
    pair, file, repository, evidence = (
        np.array(splits[name].to_pylist())
        for name in ("transductive", "file_inductive", "repository_inductive", "evidence")
    )
    known = (file == "train") & (repository == "train")
    validates = ((file == "valid") & (repository == "train")) | (repository == "valid")
    return LinkParts(
        seen=pair == "train",
        learned=np.flatnonzero((pair == "train") & known & (evidence == "semantic")),
        fitting=np.flatnonzero((pair == "valid") & validates),
    )
