"""When a text was written, as far as it shows: the syntax that it needs, the years and versions that it speaks of."""

import re
from itertools import chain
from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Floats, scaled
from codegraft.programs.features.schema import COUNTS, PARTS
from codegraft.programs.features.tally import MARKS, Tally, Totals
from codegraft.programs.features.vocabulary import CLASSES, CODES, ERA_WORDS, WORDS
from codegraft.programs.history import FileHistory
from codegraft.programs.units import Ints
from codegraft.symbols.python.kinds import KINDS, among

FIRST_YEAR, LAST_YEAR = 1980, 2040

_PREFIXES: Final = {
    "formatted_strings": ord("f"),
    "raw_strings": ord("r"),
    "byte_strings": ord("b"),
    "unicode_strings": ord("u"),
}
"""Letters before strings by the column that counts them."""

_WORDS_OF_MARKS: Final = {
    "todo": (b"TODO", b"FIXME", b"XXX", b"HACK"),
    "deprecated": (b"deprecate", b"Deprecat"),
    "version_notes": (b"versionadded", b"versionchanged", b"since ", b"version"),
    "legacy": (b"legacy", b"backward", b"compat", b"obsolete"),
}
_MARKS: Final = [(MARKS.index(column), word) for column, words in _WORDS_OF_MARKS.items() for word in words]
_YEARS: Final = (re.compile(rb"19[89]\d(?![\w.])"), re.compile(rb"20[0-3]\d(?![\w.])"))
"""Apart, since a pattern that begins with plain bytes is searched for several times as fast."""
_ERA_CODES: Final = {column: np.array([CODES[word.encode()] for word in words]) for column, words in ERA_WORDS.items()}
_STRING: Final = np.array([name.startswith("string") for name in CLASSES])
_CONTAINERS: Final = np.isin(
    np.arange(len(WORDS) + 1), [CODES[name] for name in (b"list", b"dict", b"set", b"tuple", b"type", b"frozenset")]
)
_IN_WORD: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789.")


def count_eras(facts: Facts, tally: Tally) -> None:
    """Count what the part ``eras`` needs."""
    _count_prefixes(facts, tally)
    _count_marks(facts, tally)
    _count_years(facts, tally)
    tokens = facts.tokens
    percent = (tokens.word[1:] == CODES[b"%"]) & _STRING[tokens.kind[:-1]] & facts.follows
    tally.count("percent_formatting", facts.block[:-1][percent])
    tally.count("builtin_generics", facts.block[_generics(facts)])
    tally.count("union_types", facts.block[_unions(facts)])


def eras(facts: Facts, totals: Totals, histories: list[FileHistory | None]) -> Columns:
    """The part ``eras``, by column, [b] each, but for what is counted as it is.

    ``histories`` are those of each text.
    """
    nodes, words = totals.group("nodes"), totals.group("words")
    arrows, span = totals.word("->"), LAST_YEAR - FIRST_YEAR
    braces = np.array([language != "python" for language in facts.languages])[facts.block_text]
    known = np.array([history is not None for history in histories])
    mentioned = totals["years"] > 0
    return {
        **{column: words[codes].sum(axis=0) for column, codes in _ERA_CODES.items()},
        "annotations": totals["typed"] + arrows * ~braces,
        "walrus": nodes[KINDS["walrus"]],
        "coroutines": nodes[KINDS["await"]] + totals.word("async"),
        "matches": totals.word("match"),
        "format_calls": totals.word("format"),
        "positional_only": nodes[KINDS["star"]],
        "lambdas_in_java": arrows * braces,
        "year_mentioned": mentioned,
        "year_latest": totals.highest("year_latest") / span,
        "year_earliest": np.where(mentioned, span - totals.highest("year_earliest"), 0) / span,
        "history_known": known[facts.block_text],
    }


def history_row(history: FileHistory) -> Floats:
    """The part ``history`` of a file."""
    churn = history.lines_added + history.lines_deleted
    fields = (column.removeprefix("history_") for column in PARTS["history"].docs)
    row = np.array([churn if field == "churn" else getattr(history, field) for field in fields], dtype=np.float32)
    row[COUNTS["history"]] = scaled(row[COUNTS["history"]])
    return row


def _unions(facts: Facts) -> Ints:
    """Bars that stand in a type."""
    bars = (facts.tokens.word == CODES[b"|"]).nonzero()[0]
    start, types = facts.tokens.start[bars], among(facts.tree.kind, "type")
    opened = np.sort(facts.tree.start[types]).searchsorted(start, side="right")
    found: Ints = bars[opened > np.sort(facts.tree.end[types]).searchsorted(start, side="right")]
    return found


def _generics(facts: Facts) -> Ints:
    """Builtin containers with a bracket behind them."""
    word = facts.tokens.word
    found: Ints = (_CONTAINERS[word[:-1]] & (word[1:] == CODES[b"["]) & facts.follows).nonzero()[0]
    return found


def _count_prefixes(facts: Facts, tally: Tally) -> None:
    """Strings by the letters that stand right before them."""
    tokens = facts.tokens
    end = tokens.start[:-1] + tokens.length[:-1]
    after = (_STRING[tokens.kind[1:]] & (end == tokens.start[1:]) & (tokens.length[:-1] <= 2)).nonzero()[0]
    if len(after):
        first, last, block = facts.bytes[tokens.start[after]] | 32, facts.bytes[end[after] - 1] | 32, facts.block[after]
        for column, letter in _PREFIXES.items():
            tally.count(column, block[(first == letter) | (last == letter)])


def _count_marks(facts: Facts, tally: Tally) -> None:
    """Words that stand anywhere in a text."""
    found = []
    for text, offset in zip(facts.texts, facts.offsets.tolist(), strict=False):
        for code, mark in _MARKS:
            place = text.find(mark)
            while place >= 0:
                found.append((place + offset, code))
                place = text.find(mark, place + len(mark))
    if found:
        places, codes = np.array(found, dtype=np.int64).T
        tally.count("marks", facts.blocks.holding(places), codes)


def _count_years(facts: Facts, tally: Tally) -> None:
    found = []
    for text, offset in zip(facts.texts, facts.offsets.tolist(), strict=False):
        for match in chain.from_iterable(pattern.finditer(text) for pattern in _YEARS):
            if match.start() and text[match.start() - 1] in _IN_WORD:
                continue
            found.append((match.start() + offset, int(match[0])))
    if found:
        places, years = np.array(found, dtype=np.int64).T
        block = facts.blocks.holding(places)
        tally.count("years", block)
        tally.highest("year_latest", block, years - FIRST_YEAR)
        tally.highest("year_earliest", block, LAST_YEAR - years)
