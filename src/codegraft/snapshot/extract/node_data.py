"""What a node says of itself: the JSON of the ``data`` and ``location`` columns."""

import json
from collections.abc import Sequence
from typing import Final

import numpy as np

from codegraft.parsing.syntax import Syntax
from codegraft.parsing.vocabulary import DETAILS, KINDS, MULTIPLE, ROLES, SINGLE, TEXTS
from codegraft.snapshot.extract.facts import FileFacts

VALUE_LIMIT: Final = 200
"""Characters of a literal that are kept; ``truncated`` says that there were more."""

RAW_LIMIT: Final = 120
"""Characters of source text that are kept of a call, an import or an unknown node."""

_LIMITS: Final = {"Literal": ("value", VALUE_LIMIT)} | dict.fromkeys(("Call", "Import", "Unknown"), ("raw", RAW_LIMIT))
_SNIPPETS: Final = tuple(_LIMITS.get(kind) for kind in KINDS)
_DETAIL_KEYS: Final = tuple({"Literal": "literalType", "Loop": "loopType"}.get(kind, "kind") for kind in KINDS)
_NAMED: Final = tuple(kind in ("Identifier", "Variable", "Parameter", "Function", "Class") for kind in KINDS)
_ROLE_KEYS: Final = (*(f"{name}Id" for name in SINGLE), *MULTIPLE)
_LISTS: Final = frozenset(range(len(SINGLE), len(ROLES)))
_TEXT_KEYS: Final = tuple(name.partition(".")[2] for name in TEXTS)
_TEXT_LISTS: Final = frozenset(code for code, name in enumerate(TEXTS) if name.startswith("texts."))

_quoted = json.JSONEncoder(ensure_ascii=False).encode


def data_column(syntax: Syntax, facts: FileFacts, ids: Sequence[str], path: str) -> list[str]:
    """Canonical JSON of each node: sorted keys, no spaces, no null characters, which PostgreSQL refuses.

    A child stands as ``<field>Id``, several as a list of ids; a list without elements is left out.
    """
    fields = _fields(syntax, facts, ids)
    fields[0]["path"] = _quoted(path)
    names = [*map(_quoted, facts.names), ""]
    spans = zip(syntax.start.tolist(), syntax.end.tolist(), strict=True)
    codes = zip(facts.kind.tolist(), facts.detail.tolist(), facts.name.tolist(), strict=True)
    for field, (kind, detail, name), span in zip(fields, codes, spans, strict=True):
        if detail:
            field[_DETAIL_KEYS[kind]] = f'"{DETAILS[detail]}"'
        if name >= 0 and _NAMED[kind]:
            field["name"] = names[name]
        if snippet := _SNIPPETS[kind]:
            key, limit = snippet
            _add_snippet(field, key, limit, syntax, *span)
    return ["{" + ",".join([f'"{key}":{field[key]}' for key in sorted(field)]) + "}" for field in fields]


def location_column(syntax: Syntax) -> list[str]:
    """Canonical JSON of each node's place: lines and columns from 0, columns in bytes of UTF-8, the end exclusive."""
    newlines = np.flatnonzero(np.frombuffer(syntax.text, dtype=np.uint8) == ord("\n"))
    begin_of_line = np.concatenate([[0], newlines + 1])
    start_line, end_line = np.searchsorted(newlines, syntax.start), np.searchsorted(newlines, syntax.end)
    columns = (
        syntax.end - begin_of_line[end_line],
        end_line,
        syntax.start - begin_of_line[start_line],
        start_line,
    )
    return [
        f'{{"endCol":{end_column},"endLine":{last},"startCol":{column},"startLine":{line}}}'
        for end_column, last, column, line in zip(*(values.tolist() for values in columns), strict=True)
    ]


def _fields(syntax: Syntax, facts: FileFacts, ids: Sequence[str]) -> list[dict[str, str]]:
    """JSON of each node's fields that are children or captured text; of several for one place the first is meant."""
    fields: list[dict[str, str]] = [{} for _ in ids]
    lists: dict[tuple[int, str], list[str]] = {}
    for id_, parent, role in zip(ids, facts.parent.tolist(), facts.role.tolist(), strict=True):
        if role in _LISTS:
            lists.setdefault((parent, _ROLE_KEYS[role]), []).append(f'"{id_}"')
        elif role >= 0:
            fields[parent].setdefault(_ROLE_KEYS[role], f'"{id_}"')
    for node, code, start, end in syntax.texts:
        value = _quoted(syntax.snippet(start, end))
        if code in _TEXT_LISTS:
            lists.setdefault((node, _TEXT_KEYS[code]), []).append(value)
        else:
            fields[node].setdefault(_TEXT_KEYS[code], value)
    for (node, key), elements in lists.items():
        fields[node][key] = f"[{','.join(elements)}]"
    return fields


def _add_snippet(field: dict[str, str], key: str, limit: int, syntax: Syntax, start: int, end: int) -> None:
    text = syntax.snippet(start, min(end, start + 4 * limit))
    if len(text) > limit or end - start > 4 * limit:
        field["truncated"] = "true"
    field[key] = _quoted(text[:limit])
