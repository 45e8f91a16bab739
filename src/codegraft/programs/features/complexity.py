"""Complexity by block: decisions, nesting, Halstead's measures, recursion."""

from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Numbers, scaled, share, shares
from codegraft.programs.features.vocabulary import CLASSES, DECISIONS, WORDS
from codegraft.programs.units import CALLS, Ints, Mask
from codegraft.symbols.python.kinds import KINDS, among

_OPERATORS: Final = np.array([name in ("keyword", "operator", "punctuation") for name in CLASSES])
_OPERANDS: Final = ~_OPERATORS & ~np.array([name.startswith("comment") for name in CLASSES])
_DECIDES: Final = np.isin(np.arange(len(WORDS) + 1), DECISIONS)


def complexity(facts: Facts) -> Columns:
    """The part ``complexity``, by column, [b] each."""
    lines, functions = np.maximum(facts.line_count, 1), np.maximum(facts.functions, 1)
    tokens, blocks = facts.token_count, facts.blocks
    inside = np.maximum(facts.depth("block"), 0)
    loops, calls = facts.depth("for", "while", "for_in"), facts.depth("call")
    own = _calling_themselves(facts)
    counted = facts.totals(
        {
            "loops_nested": facts.node_block[_nested(facts, "for", "while")],
            "tokens_in_loops": facts.block[loops > 0],
            "calls_nested": facts.node_block[_nested(facts, "call")],
            "recursive_functions": np.flatnonzero(own),
            "parameters": facts.node_block[facts.parameters],
        }
    )
    return {
        **counted,
        "cyclomatic": facts.decisions + 1,
        "cognitive": _cognitive(facts, inside),
        "nesting_highest": blocks.highest(facts.block, inside),
        "loop_depth": blocks.highest(facts.block, loops),
        "call_depth": blocks.highest(facts.block, calls),
        **_halstead(facts, lines),
        "calls_itself": own,
        "recursion_without_branch": own & (facts.decisions == 0),
        **shares(
            {
                "cyclomatic_per_line": (facts.decisions, lines, 1),
                "cyclomatic_per_function": (facts.decisions, functions, 1),
                "nesting_mean": (facts.sums(facts.block, inside), tokens, 8),
                "nesting_squared": (facts.sums(facts.block, inside * inside), tokens, 64),
                "tokens_in_loops": (counted["tokens_in_loops"], tokens, 1),
                "returns_per_function": (facts.nodes[:, KINDS["return"]], functions, 2),
                "parameters_per_function": (counted["parameters"], functions, 8),
            }
        ),
    }


def _cognitive(facts: Facts, inside: Ints) -> Numbers:
    """Decisions, each with the blocks around it up to its own function."""
    decides = np.flatnonzero(_DECIDES[facts.tokens.word])
    block = facts.block[decides]
    weight = np.maximum(inside[decides] - facts.blocks.depth[block], 0) + 1
    return facts.sums(block, weight)


def _nested(facts: Facts, *kinds: str) -> Ints:
    """Nodes of some kinds that stand in another one."""
    chosen = np.flatnonzero(among(facts.tree.kind, *kinds))
    start, end = facts.tree.start[chosen], facts.tree.end[chosen]
    open_before = np.arange(len(start)) - np.searchsorted(np.sort(end), start, side="right")
    return chosen[open_before > 0]


def _halstead(facts: Facts, lines: Ints) -> Columns:
    total_operators = facts.classes[:, _OPERATORS].sum(axis=1)
    total_operands = facts.classes[:, _OPERANDS].sum(axis=1)
    distinct_operators = facts.distinct[:, _OPERATORS].sum(axis=1)
    distinct_operands = facts.distinct[:, _OPERANDS].sum(axis=1)
    words = distinct_operators + distinct_operands
    volume = (total_operators + total_operands) * np.log2(np.maximum(words, 1))
    difficulty = distinct_operators / 2 * share(total_operands, distinct_operands)
    index = 171 - 5.2 * np.log(np.maximum(volume, 1)) - 0.23 * (facts.decisions + 1) - 16.2 * np.log(lines)
    return {
        "operators_distinct": distinct_operators,
        "operands_distinct": distinct_operands,
        "operators_total": total_operators,
        "operands_total": total_operands,
        "volume": volume,
        "difficulty": difficulty,
        "effort": scaled(volume * difficulty) / 2,
        "maintainability": np.minimum(np.maximum(index, 0), 171) / 171,
    }


def _calling_themselves(facts: Facts) -> Mask:
    """[b] blocks with a call of their own."""
    source, target, kind = facts.units.edges
    recursive = np.zeros(len(facts.units.kind), dtype=np.bool_)
    recursive[source[(kind == CALLS) & (source == target)]] = True
    found: Mask = recursive[facts.blocks.row]
    return found
