"""A program as a small graph: its units with their features, and how they refer to each other."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

UNIT_KINDS: Final = ("module", "class", "function", "variable", "import")
"""Kinds of units; positions are the codes in ``ProgramGraph.kind``. Methods and constructors are functions, attributes
and parameters are variables."""

EDGE_TYPES: Final = ("Contains", "Calls", "Uses", "Defines", "Inherits", "Imports")
"""Types of edges; positions are the codes in ``ProgramGraph.edge_type``.

Contains: a module, class or function around a class or function. Calls: what runs a function, makes an object, or calls
an imported name. Uses: what reads a variable, or names a function, class or import without calling it. Defines: the
unit that a variable belongs to. Inherits: a class from its base. Imports: the unit in which an import stands.
"""

FEATURES: Final = 978
"""Columns of the features of a unit."""


class ProgramGraph(NamedTuple):
    """One program. Row 0 is the module; units follow in document order, what encloses others before them.

    Attributes:
        x: [n, 978] features, named by ``features.schema.FEATURE_NAMES``.
        edge_index: [2, e] rows of the source and target of each edge, sorted by (source, target, type), each once.
        edge_type: [e] codes of ``EDGE_TYPES``.
        kind: [n] codes of ``UNIT_KINDS``.
        start, end: [n] bytes of the unit in the text: of classes and functions with their decorators, of variables the
            name where it is first bound, of imports the statement.
        problems: what kept the text from being read as it is, for people; see ``units.PROBLEMS``.
    """

    x: npt.NDArray[np.float32]
    edge_index: npt.NDArray[np.int64]
    edge_type: npt.NDArray[np.uint8]
    kind: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    problems: tuple[str, ...]
