"""Complexity by block: decisions, nesting, Halstead's measures, recursion."""

from typing import Final

import numpy as np

from codegraft.programs.features.facts import Columns, Facts, Ratios, scaled, share
from codegraft.programs.features.tally import Tally, Totals
from codegraft.programs.features.vocabulary import CLASSES, DECISIONS, WORDS
from codegraft.programs.units import Ints
from codegraft.symbols.python.kinds import KINDS, among

_OPERATORS: Final = np.array([name in ("keyword", "operator", "punctuation") for name in CLASSES])
_OPERANDS: Final = ~_OPERATORS & ~np.array([name.startswith("comment") for name in CLASSES])
_DECIDES: Final = np.isin(np.arange(len(WORDS) + 1), DECISIONS)


def count_complexity(facts: Facts, tally: Tally) -> None:
    """Count what the part ``complexity`` needs."""
    block, node_block = facts.block, facts.node_block
    inside = np.maximum(facts.depth("block"), 0)
    loops = facts.depth("for", "while", "for_in")
    decides = _DECIDES[facts.tokens.word].nonzero()[0]
    deciding = block[decides]
    tally.count("loops_nested", node_block[_nested(facts, "for", "while")])
    tally.count("tokens_in_loops", block[loops > 0])
    tally.count("calls_nested", node_block[_nested(facts, "call")])
    tally.count("recursive_functions", facts.recursive.nonzero()[0])
    tally.count("parameters", node_block[facts.parameters])
    tally.add("nesting", block, inside)
    tally.add("nesting_squared", block, inside * inside)
    tally.add("cognitive", deciding, np.maximum(inside[decides] - facts.blocks.depth[deciding], 0) + 1)
    tally.highest("nesting_highest", block, inside)
    tally.highest("loop_depth", block, loops)
    tally.highest("call_depth", block, facts.depth("call"))


def complexity(facts: Facts, totals: Totals) -> Columns:
    """The part ``complexity``, by column, [b] each, but for shares and what is counted as it is."""
    lines, decisions = np.maximum(totals["lines"], 1), totals.decisions
    return {
        "cyclomatic": decisions + 1,
        "cognitive": totals.sum("cognitive"),
        **{name: totals.highest(name) for name in ("nesting_highest", "loop_depth", "call_depth")},
        **_halstead(totals, lines),
        "calls_itself": facts.recursive,
        "recursion_without_branch": facts.recursive & (decisions == 0),
    }


def complexity_ratios(totals: Totals) -> Ratios:
    """Shares of the part ``complexity``, [b] each."""
    lines, functions = np.maximum(totals["lines"], 1), np.maximum(totals.functions, 1)
    tokens, decisions = totals["tokens"], totals.decisions
    return {
        "cyclomatic_per_line": (decisions, lines, 1),
        "cyclomatic_per_function": (decisions, functions, 1),
        "nesting_mean": (totals.sum("nesting"), tokens, 8),
        "nesting_squared": (totals.sum("nesting_squared"), tokens, 64),
        "tokens_in_loops": (totals["tokens_in_loops"], tokens, 1),
        "returns_per_function": (totals.group("nodes")[KINDS["return"]], functions, 2),
        "parameters_per_function": (totals["parameters"], functions, 8),
    }


def _nested(facts: Facts, *kinds: str) -> Ints:
    """Nodes of some kinds that stand in another one."""
    chosen = among(facts.tree.kind, *kinds).nonzero()[0]
    start, end = facts.tree.start[chosen], facts.tree.end[chosen]
    open_before = np.arange(len(start)) - np.sort(end).searchsorted(start, side="right")
    return chosen[open_before > 0]


def _halstead(totals: Totals, lines: Ints) -> Columns:
    classes, distinct = totals.group("classes"), totals.distinct
    total_operators, total_operands = classes[_OPERATORS].sum(axis=0), classes[_OPERANDS].sum(axis=0)
    distinct_operators, distinct_operands = distinct[_OPERATORS].sum(axis=0), distinct[_OPERANDS].sum(axis=0)
    words = distinct_operators + distinct_operands
    volume = (total_operators + total_operands) * np.log2(np.maximum(words, 1))
    difficulty = distinct_operators / 2 * share(total_operands, distinct_operands)
    index = 171 - 5.2 * np.log(np.maximum(volume, 1)) - 0.23 * (totals.decisions + 1) - 16.2 * np.log(lines)
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
