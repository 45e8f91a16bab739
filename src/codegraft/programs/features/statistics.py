"""Distributions of tokens, lines and syntax by block."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Floats, Numbers, Ratios, share
from codegraft.programs.features.schema import INDENT_BINS, LINE_BINS, TOKEN_BINS
from codegraft.programs.features.tally import Tally, Totals
from codegraft.programs.features.vocabulary import CLASS, CODES, classes_of
from codegraft.programs.units import Ints

_BRACKETS: Final = [CODES[byte] for byte in (b"(", b")", b"[", b"]", b"{", b"}")]
_NAME: Final = classes_of("name")
_GROUPS: Final = {
    "comment_bytes": classes_of("comment"),
    "string_bytes": classes_of("string"),
    "name_bytes": classes_of("name", "keyword"),
}
_LINE_BINS, _INDENT_BINS, _TOKEN_BINS = (np.array(begins) for begins in (LINE_BINS, INDENT_BINS, TOKEN_BINS))


def count_statistics(facts: Facts, tally: Tally) -> None:
    """Count what the parts ``statistics``, ``line_bins``, ``indent_bins`` and ``token_bins`` need."""
    lines, tokens, block = facts.lines, facts.tokens, facts.block
    code = (lines.token >= 0).nonzero()[0]
    indent, inside = lines.indent[code], lines.block[code]
    tally.count("lines", lines.block)
    tally.count("line_bins", lines.block, _LINE_BINS.searchsorted(lines.length, side="right") - 1)
    tally.count("indent_bins", inside, _INDENT_BINS.searchsorted(indent, side="right") - 1)
    tally.count("token_bins", block, _TOKEN_BINS.searchsorted(tokens.length, side="right") - 1)
    repeated, around = facts.repeated
    tally.count("repeated", around, tokens.kind[repeated])
    tally.add("lengths", block, tokens.length, tokens.kind)
    tally.add("squares", block, tokens.length * tokens.length, tokens.kind)
    tally.add("line_length", lines.block, lines.length)
    tally.add("line_length_squared", lines.block, lines.length * lines.length)
    tally.add("indent", inside, indent)
    tally.add("indent_squared", inside, indent * indent)
    tally.highest("tree_depth", facts.node_block, facts.node_depth)


def bins(totals: Totals) -> Iterator[tuple[str, Floats]]:
    """The parts ``line_bins``, ``indent_bins`` and ``token_bins``, [bins, b] each."""
    for name in ("line_bins", "indent_bins", "token_bins"):
        counts = totals.group(name)
        yield name, share(counts, counts.sum(axis=0))


def statistics_ratios(facts: Facts, totals: Totals) -> Ratios:
    """Shares of the part ``statistics``, [b] each; ``blank_bytes`` is what is not blank."""
    number, size = totals["tokens"], facts.blocks.end - facts.blocks.start
    distinct = totals.distinct.sum(axis=0)
    classes, lengths = totals.group("classes"), totals.sums("lengths")
    return {
        "tokens_per_line": (number, totals["lines"], 16),
        "blank_bytes": (lengths.sum(axis=0), size, 1),
        **{name: (lengths[chosen].sum(axis=0), size, 1) for name, chosen in _GROUPS.items()},
        "distinct_share": (distinct, number, 1),
        "repetition": (number, distinct, 1),
        "operators_per_name": (classes[CLASS["operator"]], classes[_NAME].sum(axis=0), 2),
        "brackets_share": (totals.group("words")[_BRACKETS].sum(axis=0), number, 1),
        "nodes_per_token": (totals.group("nodes").sum(axis=0), number, 1),
    }


def statistics(facts: Facts, totals: Totals, found: Columns) -> Columns:
    """The part ``statistics``, by column, [b] each, but for shares and what is counted as it is.

    ``found`` are the shares of :func:`statistics_ratios`.
    """
    number, lines, code = totals["tokens"], totals["lines"], totals.group("indent_bins").sum(axis=0)
    length, square = totals.sums("lengths").sum(axis=0), totals.sums("squares").sum(axis=0)
    return {
        "blank_bytes": np.maximum(1 - found["blank_bytes"], 0),
        **_moments("token_length", number, length, square, 16),
        **_moments("line_length", lines, totals.sum("line_length"), totals.sum("line_length_squared"), 80),
        **_moments("indent", code, totals.sum("indent"), totals.sum("indent_squared"), 16),
        "bytes": facts.blocks.end - facts.blocks.start,
        "class_entropy": _entropy(totals.group("classes")) / 5,
        "part_entropy": _entropy(totals.group("part_buckets")) / 6,
        "bigram_entropy": _entropy(totals.group("bigram_buckets")) / 6,
        "tokens_distinct": totals.distinct.sum(axis=0),
        "nodes": totals.group("nodes").sum(axis=0),
        "tree_depth": totals.highest("tree_depth"),
    }


def _moments(name: str, number: Ints, total: Numbers, square: Numbers, unit: int) -> Columns:
    """Mean and standard deviation, by a unit, of so many values from their sum and that of their squares."""
    times = np.maximum(number, 1)
    mean = total / times
    spread = np.sqrt(np.maximum(square / times - mean * mean, 0))
    return {f"{name}_mean": np.log1p(mean / unit), f"{name}_spread": np.log1p(spread / unit)}


def _entropy(counts: Ints) -> Floats:
    """[b] entropy in bits of distributions [k, b]."""
    part = np.ascontiguousarray(counts.T) / np.maximum(counts.sum(axis=0), 1)[:, None]
    logs = np.log2(part, out=np.zeros_like(part), where=part > 0)
    found: Floats = -(part * logs).sum(axis=1).astype(np.float32)
    return found + np.float32(0)
