"""When a text was written, as far as it shows: the syntax that it needs, the years and versions that it speaks of."""

import re
from itertools import chain
from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Floats, scaled
from codegraft.programs.features.schema import COUNTS, PARTS
from codegraft.programs.features.vocabulary import CLASSES, CODES, ERA_WORDS, WORDS
from codegraft.programs.history import FileHistory
from codegraft.programs.units import Ints
from codegraft.symbols.python.kinds import KINDS, among

FIRST_YEAR, LAST_YEAR = 1980, 2040

_PREFIXED: Final = ("formatted_strings", "raw_strings", "byte_strings", "unicode_strings")
"""Columns of strings with the prefixes f, r, b and u."""

_MARKS: Final = {
    "todo": (b"TODO", b"FIXME", b"XXX", b"HACK"),
    "deprecated": (b"deprecate", b"Deprecat"),
    "version_notes": (b"versionadded", b"versionchanged", b"since ", b"version"),
    "legacy": (b"legacy", b"backward", b"compat", b"obsolete"),
}
_YEARS: Final = (re.compile(rb"19[89]\d(?![\w.])"), re.compile(rb"20[0-3]\d(?![\w.])"))
"""Apart, since a pattern that begins with plain bytes is searched for several times as fast."""
_ERA_CODES: Final = {column: np.array([CODES[word.encode()] for word in words]) for column, words in ERA_WORDS.items()}
_STRING: Final = np.array([name.startswith("string") for name in CLASSES])
_CONTAINERS: Final = np.isin(
    np.arange(len(WORDS) + 1), [CODES[name] for name in (b"list", b"dict", b"set", b"tuple", b"type", b"frozenset")]
)
_IN_WORD: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789.")


def eras(facts: Facts, histories: list[FileHistory | None]) -> Columns:
    """The part ``eras``, by column, [b] each; ``histories`` are those of each text."""
    text = facts.text_of[facts.blocks.row]
    known = np.array([history is not None for history in histories])
    return {
        **_syntax(facts),
        **{column: facts.words[:, codes].sum(axis=1) for column, codes in _ERA_CODES.items()},
        **_years(facts),
        **facts.totals({column: _places(facts, marks) for column, marks in _MARKS.items()}),
        "history_known": known[text],
    }


def history_row(history: FileHistory) -> Floats:
    """The part ``history`` of a file."""
    churn = history.lines_added + history.lines_deleted
    fields = (column.removeprefix("history_") for column in PARTS["history"].docs)
    row = np.array([churn if field == "churn" else getattr(history, field) for field in fields], dtype=np.float32)
    row[COUNTS["history"]] = scaled(row[COUNTS["history"]])
    return row


def _word(facts: Facts, word: bytes) -> Ints:
    found: Ints = facts.words[:, CODES[word]]
    return found


def _syntax(facts: Facts) -> Columns:
    nodes, tree, tokens = facts.nodes, facts.tree, facts.tokens
    typed = facts.parameters & among(tree.kind[np.maximum(tree.parent, 0)], "typed")
    arrows = _word(facts, b"->")
    braces = np.array([language != "python" for language in facts.languages])[facts.text_of[facts.blocks.row]]
    percent = (tokens.word[1:] == CODES[b"%"]) & _STRING[tokens.kind[:-1]] & facts.follows
    found = facts.totals(
        {
            **_prefixes(facts),
            "annotations": facts.node_block[typed],
            "percent_formatting": facts.block[:-1][percent],
            "builtin_generics": facts.block[_generics(facts)],
            "union_types": facts.block[_unions(facts)],
        }
    )
    found["annotations"] = found["annotations"] + arrows * ~braces
    return {
        **found,
        "walrus": nodes[:, KINDS["walrus"]],
        "coroutines": nodes[:, KINDS["await"]] + _word(facts, b"async"),
        "matches": _word(facts, b"match"),
        "format_calls": _word(facts, b"format"),
        "positional_only": nodes[:, KINDS["star"]],
        "lambdas_in_java": arrows * braces,
    }


def _unions(facts: Facts) -> Ints:
    """Bars that stand in a type."""
    bars = np.flatnonzero(facts.tokens.word == CODES[b"|"])
    start, types = facts.tokens.start[bars], among(facts.tree.kind, "type")
    opened = np.searchsorted(np.sort(facts.tree.start[types]), start, "right")
    return bars[opened > np.searchsorted(np.sort(facts.tree.end[types]), start, "right")]


def _generics(facts: Facts) -> Ints:
    """Builtin containers with a bracket behind them."""
    word = facts.tokens.word
    return np.flatnonzero(_CONTAINERS[word[:-1]] & (word[1:] == CODES[b"["]) & facts.follows)


def _prefixes(facts: Facts) -> dict[str, Ints]:
    """Blocks of strings by the letters that stand right before them, by column."""
    tokens = facts.tokens
    end = tokens.start[:-1] + tokens.length[:-1]
    after = np.flatnonzero(_STRING[tokens.kind[1:]] & (end == tokens.start[1:]) & (tokens.length[:-1] <= 2))
    first, last, block = facts.bytes[tokens.start[after]] | 32, facts.bytes[end[after] - 1] | 32, facts.block[after]
    return {
        column: block[(first == letter) | (last == letter)] for column, letter in zip(_PREFIXED, b"frbu", strict=True)
    }


def _places(facts: Facts, marks: tuple[bytes, ...]) -> Ints:
    """The block of each place where one of some words stands."""
    found = []
    for text, offset in zip(facts.texts, facts.offsets.tolist(), strict=False):
        for mark in marks:
            place = text.find(mark)
            while place >= 0:
                found.append(place + offset)
                place = text.find(mark, place + len(mark))
    return facts.blocks.holding(np.array(found, dtype=np.int64))


def _years(facts: Facts) -> Columns:
    places, years = [], []
    for text, offset in zip(facts.texts, facts.offsets.tolist(), strict=False):
        for match in chain.from_iterable(pattern.finditer(text) for pattern in _YEARS):
            if match.start() and text[match.start() - 1] in _IN_WORD:
                continue
            places.append(match.start() + offset)
            years.append(int(match[0]) - FIRST_YEAR)
    block, said = facts.blocks.holding(np.array(places, dtype=np.int64)), np.array(years, dtype=np.int64)
    span = LAST_YEAR - FIRST_YEAR
    number = facts.total(block)
    latest = facts.blocks.highest(block, said)
    earliest = np.where(number > 0, span - facts.blocks.highest(block, span - said), 0)
    return {
        "year_mentioned": number > 0,
        "years": number,
        "year_latest": latest / span,
        "year_earliest": earliest / span,
    }
