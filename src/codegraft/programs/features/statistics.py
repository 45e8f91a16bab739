"""Distributions of tokens, lines and syntax by block."""

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Floats, Numbers, share, shares
from codegraft.programs.features.schema import INDENT_BINS, LINE_BINS, TOKEN_BINS
from codegraft.programs.features.vocabulary import CLASS, CLASSES, CODES
from codegraft.programs.units import Ints

_BRACKETS = [CODES[byte] for byte in (b"(", b")", b"[", b"]", b"{", b"}")]
_NAME = np.array([name.startswith("name") for name in CLASSES])
_GROUPS = {
    "comment_bytes": np.array([name.startswith("comment") for name in CLASSES]),
    "string_bytes": np.array([name.startswith("string") for name in CLASSES]),
    "name_bytes": np.array([name.startswith(("name", "keyword")) for name in CLASSES]),
}


def bins(facts: Facts) -> Columns:
    """The parts ``line_bins``, ``indent_bins`` and ``token_bins``, [b, bins] each."""
    lines, tokens = facts.lines, facts.tokens
    code = lines.token >= 0
    given = (
        ("line_bins", LINE_BINS, lines.length, lines.block),
        ("indent_bins", INDENT_BINS, lines.indent[code], lines.block[code]),
        ("token_bins", TOKEN_BINS, tokens.length, facts.block),
    )
    found = {}
    for name, begins, values, block in given:
        counts = facts.counted(block, np.searchsorted(begins, values, side="right") - 1, len(begins))
        found[name] = share(counts, counts.sum(axis=1, keepdims=True))
    return found


def statistics(facts: Facts, parts: Ints, bigrams: Ints) -> Columns:
    """The part ``statistics``, by column, [b] each, from counts of names' parts and of pairs of tokens by bucket."""
    blocks, lines = facts.blocks, facts.lines
    number, size = facts.token_count, blocks.end - blocks.start
    code = np.flatnonzero(lines.token >= 0)
    distinct = facts.distinct.sum(axis=1)
    nodes = facts.nodes.sum(axis=1)
    length, square = facts.lengths.sum(axis=2)
    found = shares(
        {
            "tokens_per_line": (number, facts.line_count, 16),
            "blank_bytes": (length, size, 1),
            **{name: (facts.lengths[0][:, chosen].sum(axis=1), size, 1) for name, chosen in _GROUPS.items()},
            "distinct_share": (distinct, number, 1),
            "repetition": (number, distinct, 1),
            "operators_per_name": (facts.classes[:, CLASS["operator"]], facts.classes[:, _NAME].sum(axis=1), 2),
            "brackets_share": (facts.words[:, _BRACKETS].sum(axis=1), number, 1),
            "nodes_per_token": (nodes, number, 1),
        }
    )
    found["blank_bytes"] = np.maximum(1 - found["blank_bytes"], 0)
    return {
        **found,
        **_moments("token_length", number, length, square, 16),
        **_of_lines(facts, "line_length", lines.block, lines.length, 80),
        **_of_lines(facts, "indent", lines.block[code], lines.indent[code], 16),
        "bytes": size,
        "tokens": number,
        "class_entropy": _entropy(facts.classes) / 5,
        "part_entropy": _entropy(parts) / 6,
        "bigram_entropy": _entropy(bigrams) / 6,
        "tokens_distinct": distinct,
        "nodes": nodes,
        "tree_depth": blocks.highest(facts.node_block, facts.node_depth),
    }


def _of_lines(facts: Facts, name: str, block: Ints, values: Ints, unit: int) -> Columns:
    exact = values.astype(np.float64)
    total, square = facts.sums(block, exact), facts.sums(block, exact * exact)
    return _moments(name, facts.total(block), total, square, unit)


def _moments(name: str, number: Ints, total: Numbers, square: Numbers, unit: int) -> Columns:
    """Mean and standard deviation, by a unit, of so many values from their sum and that of their squares."""
    times = np.maximum(number, 1)
    mean = total / times
    spread = np.sqrt(np.maximum(square / times - mean * mean, 0))
    return {f"{name}_mean": np.log1p(mean / unit), f"{name}_spread": np.log1p(spread / unit)}


def _entropy(counts: Ints) -> Floats:
    """[b] entropy in bits of distributions [b, k]."""
    part = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    logs = np.log2(part, out=np.zeros_like(part), where=part > 0)
    found: Floats = -(part * logs).sum(axis=1).astype(np.float32)
    return found + np.float32(0)
