"""How a unit is written: lines, comments, names, types, habits; and whether the text could be read."""

from typing import Final

import numpy as np

from codegraft.programs.features.columns import VARIABLE as VARIABLE_COLUMNS
from codegraft.programs.features.facts import Columns, Facts, Ratios, share
from codegraft.programs.features.tally import LINE_KINDS, Tally, Totals
from codegraft.programs.features.vocabulary import CLASS, CLASSES, classes_of
from codegraft.programs.reading import BROKEN, CUT, DAMAGED, DEDENTED
from codegraft.programs.units import CALLS, FUNCTION, IMPORT, INHERITS, USES, VARIABLE, Ints, Mask
from codegraft.symbols.python.kinds import KINDS, among

_LONG_LINE: Final = 79
_MIXER: Final = np.int64(0x1E3779B97F4A7C15)
_NAME: Final = classes_of("name")
_COMMENT: Final = np.array([*(name.startswith("comment") for name in CLASSES), False])
"""By class of the first token of a line; the last is for none."""
_CAMEL: Final = [CLASS["name_camel"], CLASS["name_pascal"]]
_MAGIC: Final = [CLASS[f"number_{size}"] for size in ("ten", "small", "large", "huge", "float", "other_base")]
_REFERS: Final = np.isin(np.arange(6), (CALLS, USES, INHERITS))
_OF_VARIABLE: Final = list(VARIABLE_COLUMNS)
_HAVING: Final = {
    "variables_unread": _OF_VARIABLE.index("unread"),
    "variables_read_once": _OF_VARIABLE.index("read_once"),
    "variables_read_first": _OF_VARIABLE.index("read_first"),
    "parameters_unread": _OF_VARIABLE.index("unread_parameter"),
}
_READING: Final = {"was_dedented": DEDENTED, "is_broken": BROKEN, "was_cut": CUT, "is_damaged": DAMAGED}


def count_quality(facts: Facts, tally: Tally, variables: Ints) -> None:
    """Count what the part ``quality`` needs; ``variables`` [v, columns] are the numbers of ``variables.py``."""
    lines = facts.lines
    said, line = _kinds_of_lines(facts).nonzero()
    tally.count("line_kinds", lines.block[line], said)
    tally.highest("longest_line", lines.block, lines.length)
    _count_annotations(facts, tally)
    _count_unused(facts, tally, variables)
    _count_functions(facts, tally)


def quality(facts: Facts, totals: Totals, found: Columns, problems: list[tuple[str, ...]]) -> Columns:
    """The part ``quality``, by column, [b] each, but for shares and what is counted as it is.

    ``found`` are the shares of :func:`quality_ratios`, ``problems`` those of each text.
    """
    return {
        **_readings(facts, problems),
        **_names(found),
        **_functions(facts, totals),
        "lines_of_code": totals.group("line_kinds")[LINE_KINDS.index("lines_of_code")],
        "lines_of_comment": totals.group("line_kinds")[LINE_KINDS.index("comment_share")],
        "longest_line": totals.highest("longest_line"),
    }


def _readings(facts: Facts, problems: list[tuple[str, ...]]) -> Columns:
    said = np.array([[problem in of_text for of_text in problems] for problem in _READING.values()])
    return dict(zip(_READING, said[:, facts.block_text], strict=True))


def quality_ratios(totals: Totals) -> Ratios:
    """Shares of the part ``quality``, [b] each, with the mean of names' lengths and that of their squares."""
    functions, lines, tokens = np.maximum(totals.functions, 1), totals["lines"], totals["tokens"]
    heads = np.maximum(totals.functions + totals.group("nodes")[KINDS["class"]], 1)
    classes, of_lines = totals.group("classes"), totals.group("line_kinds")
    parameters, variables = totals["parameters"], totals.group("units")[VARIABLE]
    return {
        "else_per_if": (totals.word("else"), totals.word("if"), 4),
        "handlers_per_function": (totals.word("except"), functions, 4),
        "asserts_per_function": (totals.word("assert"), functions, 4),
        "docstring": (classes[CLASS["string_triple"]], heads, 2),
        "magic_numbers": (classes[_MAGIC].sum(axis=0), tokens, 1),
        "statements_joined": (totals.word(";"), lines, 2),
        "prints_per_line": (totals.word("print"), lines, 1),
        "return_types": (totals.word("->"), functions, 2),
        "annotated_parameters": (totals["typed"] + totals["default"], parameters, 1),
        "defaults": (totals["default"], parameters, 1),
        "variables_unread_share": (totals["variables_unread"], variables, 1),
        "variables_once_share": (totals["variables_read_once"], variables, 1),
        **_name_ratios(totals),
        **{name: (number, lines, 1) for name, number in zip(LINE_KINDS[:-1], of_lines[:-1], strict=True)},
    }


def _kinds_of_lines(facts: Facts) -> Mask:
    """[kinds, l] what is said of each line, in the order of ``LINE_KINDS``."""
    lines, tokens = facts.lines, facts.tokens
    code = lines.token >= 0
    comments = _COMMENT[np.append(tokens.kind, len(CLASSES))[lines.token]]
    written = code & ~comments
    first, last = facts.bytes[lines.start], facts.bytes[np.maximum(lines.end - 1, lines.start)]
    before = np.maximum(lines.after - 1, 0)
    start, length = np.append(tokens.start, 0)[before], np.append(tokens.length, 0)[before]
    continued = (start < lines.start) & (start + length > lines.start)
    empty = lines.length == 0
    return np.array(
        (
            ~code & ~continued,
            comments,
            continued,
            lines.length > _LONG_LINE,
            ~empty & ((last == ord(" ")) | (last == ord("\t"))),
            ~empty & (first == ord("\t")),
            written & (lines.indent % 4 > 0),
            _repeated(facts, written),
            written,
        )
    )


def _repeated(facts: Facts, written: Mask) -> Mask:
    """Lines with the tokens of another line of the text; strings and comments count by their class."""
    lines, tokens = facts.lines, facts.tokens
    mixed = (tokens.known + 1) * _MIXER
    total = np.concatenate(([0], (mixed ^ (mixed >> 29)).cumsum()))
    bounds = np.append(lines.after, len(tokens.start))
    text = facts.offsets.searchsorted(lines.start, side="right")
    keys = total[bounds[1:]] - total[bounds[:-1]] + text
    rows = (written & (bounds[1:] - bounds[:-1] > 2)).nonzero()[0]
    order = rows[keys[rows].argsort()]
    equal = (keys[order[1:]] == keys[order[:-1]]).nonzero()[0]
    found = np.zeros(len(lines.start), dtype=np.bool_)
    found[order[equal]] = True
    found[order[equal + 1]] = True
    return found


def _count_annotations(facts: Facts, tally: Tally) -> None:
    above, block = facts.above[facts.parameters], facts.node_block[facts.parameters]
    tally.count("typed", block[among(above, "typed")])
    tally.count("default", block[among(above, "default")])


def _name_ratios(totals: Totals) -> Ratios:
    classes = totals.group("classes")
    number = classes[_NAME].sum(axis=0)
    return {
        "single_letter_names": (classes[CLASS["name_single"]], number, 1),
        "snake_names": (classes[CLASS["name_snake"]], number, 1),
        "camel_names": (classes[_CAMEL].sum(axis=0), number, 1),
        "names_distinct": (totals.distinct[_NAME].sum(axis=0), number, 1),
        "name_length_mean": (totals.sums("lengths")[_NAME].sum(axis=0), number, 1),
        "name_length_spread": (totals.sums("squares")[_NAME].sum(axis=0), number, 1),
    }


def _names(found: Columns) -> Columns:
    mean, square = found["name_length_mean"], found["name_length_spread"]
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    return {"name_length_mean": mean / 32, "name_length_spread": spread / 16}


def _count_unused(facts: Facts, tally: Tally, variables: Ints) -> None:
    units, of_unit = facts.units, facts.blocks.of_unit
    block = of_unit[units.kind == VARIABLE]
    for name, column in _HAVING.items():
        tally.count(name, block[variables[:, column] > 0])
    unused = np.ones(len(units.kind), dtype=np.bool_)
    unused[units.edges[1][_REFERS[units.edges[2]]]] = False
    tally.count("imports_unused", of_unit[(units.kind == IMPORT) & unused])
    tally.count("functions_unused", of_unit[(units.kind == FUNCTION) & unused])


def _count_functions(facts: Facts, tally: Tally) -> None:
    blocks, numbers = facts.blocks, facts.functions
    without = np.ones(len(blocks), dtype=np.bool_)
    without[facts.node_block[among(facts.tree.kind, "return", "yield", "raise")]] = False
    tally.count("functions", numbers)
    tally.count("functions_without_return", numbers[without[numbers]])
    tally.add("function_bytes", numbers, (blocks.end - blocks.start)[numbers])


def _functions(facts: Facts, totals: Totals) -> Columns:
    number, blocks = np.maximum(totals["functions"], 1), facts.blocks
    lines = np.zeros((len(blocks), 1), dtype=np.int64)
    lines[facts.functions, 0] = totals["lines"][facts.functions]
    blocks.gather(lines, np.maximum)
    return {
        "function_longest": lines[:, 0],
        "function_length_mean": totals.sum("function_bytes") / number,
        "ends_without_return": share(totals["functions_without_return"], number),
    }
