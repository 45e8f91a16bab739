"""Names of a whole snapshot: what each refers to, in its own file or in another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.symbols.facts import FileFacts
from codegraft.symbols.java import JavaProject
from codegraft.symbols.java_values import link_java
from codegraft.symbols.links import Links
from codegraft.symbols.python import PythonProject
from codegraft.symbols.python_values import link_python

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Resolution:
    """What names and calls refer to. Rows count the nodes of all files in the order of ``resolve``'s argument.

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
        shifted = [
            np.where(column == NONE, NONE, column.astype(np.int64) + start)
            for column, start in zip(columns, self.first[:-1], strict=True)
        ]
        return np.concatenate(shifted)


def resolve(files: Sequence[FileFacts]) -> Resolution:
    """Resolve the names of a snapshot; what is not certain stays unresolved.

    Files of several repositories and languages go in together; names never cross from one language to another.
    """
    sizes = [len(facts.kind) for facts in files]
    links = Links(np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]))
    for number, facts in enumerate(files):
        links.add_local(number, facts.target)
    link_python(PythonProject(files), links)
    link_java(JavaProject(files), links)
    return Resolution(links.first, links.target, links.callee, links.import_pairs())
