"""Kinds of Python's syntax nodes, as the numbers that columns hold."""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.parsing.nodes import node_kinds

Mask = npt.NDArray[np.bool_]

KIND_NAMES: Final = node_kinds("python")
KINDS: Final = {name: code for code, name in enumerate(KIND_NAMES)}


def among(column: npt.NDArray[np.uint8], *kinds: str) -> Mask:
    """Which entries of a column of kinds are one of these."""
    found: Mask = _table(kinds).take(column)
    return found


@cache
def _table(kinds: tuple[str, ...]) -> Mask:
    table = np.zeros(256, dtype=np.bool_)
    table[[KINDS[kind] for kind in kinds]] = True
    return table


class Kind:
    """Numbers of the kinds that are looked for one node at a time."""

    OPERATION: Final = KINDS["operation"]
    SUBSCRIPT: Final = KINDS["subscript"]
    TUPLE: Final = KINDS["tuple"]
    TYPE_PARAMETER: Final = KINDS["type_parameter"]
    ATTRIBUTE: Final = KINDS["attribute"]
    BLOCK: Final = KINDS["block"]
    CALL: Final = KINDS["call"]
    CLASS: Final = KINDS["class"]
    DECORATED: Final = KINDS["decorated"]
    DECORATOR: Final = KINDS["decorator"]
    DEFAULT: Final = KINDS["default"]
    FUNCTION: Final = KINDS["function"]
    KEYWORD: Final = KINDS["keyword"]
    MODULE: Final = KINDS["module"]
    NAME: Final = KINDS["name"]
    NUMBER: Final = KINDS["number"]
    PARAMETERS: Final = KINDS["parameters"]
    SPLAT: Final = KINDS["splat"]
    SPLAT2: Final = KINDS["splat2"]
    STAR: Final = KINDS["star"]
    STRING: Final = KINDS["string"]
    TYPE: Final = KINDS["type"]
    UNARY: Final = KINDS["unary"]


LITERALS: Final = tuple(KINDS[kind] for kind in ("number", "constant", "unary", "slice"))
"""Expressions whose value is nothing that could be called or has parts."""
