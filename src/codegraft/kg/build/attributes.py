"""What is known of an entity beyond its place, as compact JSON with sorted keys."""

import json
from typing import Any, Final

import numpy as np

from codegraft.kg.build.joined import Rows
from codegraft.symbols.model import DEFINITION_KINDS, Definitions, Flag

_FLAG_NAMES: Final = {
    **{"abstract": Flag.ABSTRACT, "async": Flag.ASYNC, "class_method": Flag.CLASS_METHOD, "default": Flag.DEFAULT},
    **{"generator": Flag.GENERATOR, "local": Flag.LOCAL, "main": Flag.MAIN, "property": Flag.PROPERTY},
    **{"static": Flag.STATIC, "variadic": Flag.VARIADIC},
}
_VISIBILITIES: Final = {"public": Flag.PUBLIC, "protected": Flag.PROTECTED, "private": Flag.PRIVATE}
_FUNCTIONS: Final = ("function", "lambda")
_SIGNED: Final = (*_FUNCTIONS, "method", "constructor", "initializer")
_NOT_SAID: Final = {"interface": Flag.ABSTRACT, "annotation": Flag.ABSTRACT}
"""What goes without saying."""

_SIGNATURE: Final = "\0"
"""Stands for the signature in a template."""


def compact(attributes: dict[str, Any]) -> str:
    """An object as JSON in one line."""
    return json.dumps(attributes, sort_keys=True, separators=(",", ":"))


def definition_attributes(definitions: Definitions, rows: Rows) -> list[str]:
    """Attributes of the definitions at ``rows``.

    There are few mixes of kind and flags, so each makes one template into which the signatures go.
    """
    mixes = definitions.kind[rows].astype(np.int64) << 32 | definitions.flags[rows]
    distinct, codes = np.unique(mixes, return_inverse=True)
    templates = [_template(DEFINITION_KINDS[mix >> 32], mix & 0xFFFFFFFF) for mix in distinct.tolist()]
    signatures = [definitions.signature[row] for row in rows.tolist()]
    quoted = {signature: json.dumps(signature) for signature in set(signatures)}
    return [
        before + quoted[signature] + after if after else before
        for (before, after), signature in zip(map(templates.__getitem__, codes.tolist()), signatures, strict=True)
    ]


def _template(kind: str, flags: int) -> tuple[str, str]:
    """What stands before and after the signature; nothing stands after it where there is none."""
    flags &= ~(_NOT_SAID.get(kind, 0) | (0 if kind in _FUNCTIONS else Flag.LOCAL))
    attributes: dict[str, Any] = {name: True for name, flag in _FLAG_NAMES.items() if flags & flag}
    attributes |= {"kind": kind} if kind in {"enum", "record"} else {}
    attributes |= next(({"visibility": name} for name, flag in _VISIBILITIES.items() if flags & flag), {})
    if kind not in _SIGNED:
        return compact(attributes), ""
    before, _, after = compact(attributes | {"signature": _SIGNATURE}).partition(json.dumps(_SIGNATURE))
    return before, after
