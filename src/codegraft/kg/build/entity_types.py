"""What type an entity has: of a definition by its kind and flags, of an external name by how it is referred to."""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.kg.build.joined import Code
from codegraft.symbols.model import DEFINITION_KINDS, NONE, REFERENCE_KINDS, Flag

Types = npt.NDArray[np.int8]

ENTITY_TYPES: Final = (
    *("Repository", "Module", "File", "Class", "Interface", "Function", "Method", "Variable", "Type"),
    *("API", "Library", "ExceptionType", "Test", "BuildTarget", "Annotation"),
)
TYPE: Final = {name: code for code, name in enumerate(ENTITY_TYPES)}
KIND: Final = {name: code for code, name in enumerate(DEFINITION_KINDS)}

EXTERNAL_TYPES: Final = ("ExceptionType", "Interface", "Type", "API")
"""What an external name may be, the stronger evidence first: one graph has one type for each name, whatever a single
repository knows of it."""

_TYPE_OF_KIND: Final = {
    **{"module": "Module", "class": "Class", "interface": "Interface", "enum": "Class", "record": "Class"},
    **{"annotation": "Annotation", "function": "Function", "method": "Method", "constructor": "Method"},
    **{"initializer": "Method", "lambda": "Function", "attribute": "Variable", "variable": "Variable"},
}
"""A parameter is no entity."""

_EVIDENCE: Final = {
    "ExceptionType": ("raise", "catch"),
    "Interface": ("implement",),
    "Type": ("instantiate", "inherit", "type", "return"),
}
"""Kinds of references that only a name of this type has."""

_KNOWN: Final = {"exception": "ExceptionType", "class": "Type"}
"""Types by what the analysis knows of a name."""


def definition_types(code: Code) -> Types:
    """Type of each definition [d], -1 where it is no entity, as are variables inside functions.

    A class that is raised or caught is an exception even if its ancestors are out of sight.
    """
    definitions, references = code.definitions, code.references
    types = _types_of_kinds()[definitions.kind]
    types[(definitions.kind == KIND["variable"]) & (definitions.kind[definitions.owner] != KIND["module"])] = NONE
    exception = definitions.flags & Flag.EXCEPTION > 0
    exception[references.target[_is_any(code, "raise", "catch") & (references.target != NONE)]] = True
    is_class = types == TYPE["Class"]
    types[is_class & (definitions.flags & Flag.PROTOCOL > 0)] = TYPE["Interface"]
    types[is_class & exception] = TYPE["ExceptionType"]
    is_function = np.isin(types, (TYPE["Function"], TYPE["Method"]))
    types[is_function & (definitions.flags & Flag.TEST > 0)] = TYPE["Test"]
    return types


def external_types(code: Code) -> Types:
    """Type of each external name [x]: the strongest of ``EXTERNAL_TYPES`` that this repository has evidence for.

    The base of a Java interface is an interface, too.
    """
    definitions, references = code.definitions, code.references
    types = np.full(len(code.externals), TYPE["API"], np.int8)
    outside = references.external != NONE
    for name in reversed(EXTERNAL_TYPES[:-1]):
        types[references.external[outside & _is_any(code, *_EVIDENCE[name])]] = TYPE[name]
        if name == "Interface":
            extends = outside & _is_any(code, "inherit") & (definitions.kind[references.source] == KIND["interface"])
            types[references.external[extends]] = TYPE[name]
        known = [_KNOWN.get(kind) == name for kind in code.externals_kind]
        types[np.array(known, bool)] = TYPE[name]
    return types


@cache
def _types_of_kinds() -> Types:
    names = [_TYPE_OF_KIND.get(kind) for kind in DEFINITION_KINDS]
    return np.array([NONE if name is None else TYPE[name] for name in names], np.int8)


def _is_any(code: Code, *kinds: str) -> npt.NDArray[np.bool_]:
    """[r] whether a reference is of one of these kinds."""
    return np.isin(code.references.kind, [REFERENCE_KINDS.index(kind) for kind in kinds])
