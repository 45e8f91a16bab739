"""How a unit is written: lines, comments, names, types, habits; and whether the text could be read."""

import numpy as np

from codegraft.programs.features.columns import VARIABLE as VARIABLE_COLUMNS
from codegraft.programs.features.facts import Columns, Facts, share, shares
from codegraft.programs.features.vocabulary import CLASS, CLASSES, CODES
from codegraft.programs.reading import BROKEN, CUT, DAMAGED, DEDENTED
from codegraft.programs.units import CALLS, FUNCTION, IMPORT, INHERITS, USES, VARIABLE, Ints, Mask
from codegraft.symbols.python.kinds import KINDS, among

_LONG_LINE = 79
_MIXER = np.int64(0x1E3779B97F4A7C15)
_NAME = np.array([name.startswith("name") for name in CLASSES])
_COMMENT = np.array([name.startswith("comment") for name in CLASSES])
_CAMEL = [CLASS["name_camel"], CLASS["name_pascal"]]
_MAGIC = [CLASS[f"number_{size}"] for size in ("ten", "small", "large", "huge", "float", "other_base")]
_REFERS = np.isin(np.arange(6), (CALLS, USES, INHERITS))
_OF_VARIABLE = {name: number for number, name in enumerate(VARIABLE_COLUMNS)}
_HAVING = {
    "variables_unread": "unread",
    "variables_once_share": "read_once",
    "variables_read_first": "read_first",
    "parameters_unread": "unread_parameter",
}
_READING = {"was_dedented": DEDENTED, "is_broken": BROKEN, "was_cut": CUT, "is_damaged": DAMAGED}


def quality(facts: Facts, variables: Ints, problems: list[tuple[str, ...]]) -> Columns:
    """The part ``quality``, by column, [b] each; ``problems`` are those of each text."""
    return {
        **_readings(facts, problems),
        **_ratios(facts),
        **_lines(facts),
        **_annotations(facts),
        **_names(facts),
        **_unused(facts, variables),
        **_functions(facts),
    }


def _readings(facts: Facts, problems: list[tuple[str, ...]]) -> Columns:
    text = facts.text_of[facts.blocks.row]
    said = np.array([[problem in of_text for of_text in problems] for problem in _READING.values()])
    return dict(zip(_READING, said[:, text], strict=True))


def _word(facts: Facts, word: str) -> Ints:
    found: Ints = facts.words[:, CODES[word.encode()]]
    return found


def _ratios(facts: Facts) -> Columns:
    functions, lines = np.maximum(facts.functions, 1), facts.line_count
    heads = np.maximum(facts.functions + facts.nodes[:, KINDS["class"]], 1)
    return shares(
        {
            "else_per_if": (_word(facts, "else"), _word(facts, "if"), 4),
            "handlers_per_function": (_word(facts, "except"), functions, 4),
            "asserts_per_function": (_word(facts, "assert"), functions, 4),
            "docstring": (facts.classes[:, CLASS["string_triple"]], heads, 2),
            "magic_numbers": (facts.classes[:, _MAGIC].sum(axis=1), facts.token_count, 1),
            "statements_joined": (_word(facts, ";"), lines, 2),
            "prints_per_line": (_word(facts, "print"), lines, 1),
            "return_types": (_word(facts, "->"), functions, 2),
        }
    )


def _lines(facts: Facts) -> Columns:
    lines, number = facts.lines, facts.line_count
    flags = _kinds_of_lines(facts)
    found = facts.totals({name: lines.block[mask] for name, mask in flags.items()})
    return {
        **shares({name: (found[name], number, 1) for name in flags}),
        "lines": number,
        "lines_of_code": found["lines_of_code"],
        "lines_of_comment": found["comment_share"],
        "longest_line": facts.blocks.highest(lines.block, lines.length),
    }


def _kinds_of_lines(facts: Facts) -> dict[str, Mask]:
    """[l] what is said of each line, by the column that counts it."""
    lines, tokens = facts.lines, facts.tokens
    code = lines.token >= 0
    comments = code & _COMMENT[np.append(tokens.kind, CLASS["other"])[lines.token]]
    written = code & ~comments
    first, last = facts.bytes[lines.start], facts.bytes[np.maximum(lines.end - 1, lines.start)]
    before = np.searchsorted(tokens.start, lines.start, side="right") - 1
    start, length = np.append(tokens.start, 0)[before], np.append(tokens.length, 0)[before]
    continued = (before >= 0) & (start < lines.start) & (start + length > lines.start)
    empty = lines.length == 0
    return {
        "blank_share": ~code & ~continued,
        "comment_share": comments,
        "continued_share": continued,
        "long_line_share": lines.length > _LONG_LINE,
        "trailing_space_share": ~empty & ((last == ord(" ")) | (last == ord("\t"))),
        "tab_share": ~empty & (first == ord("\t")),
        "odd_indent_share": written & (lines.indent % 4 > 0),
        "repeated_lines": _repeated(facts, written),
        "lines_of_code": written,
    }


def _repeated(facts: Facts, written: Mask) -> Mask:
    """Lines with the tokens of another line of the text; strings and comments count by their class."""
    lines, tokens = facts.lines, facts.tokens
    mixed = (tokens.known + 1) * _MIXER
    total = np.concatenate([[0], np.cumsum(mixed ^ (mixed >> 29))])
    bounds = np.searchsorted(tokens.start, np.append(lines.start, facts.offsets[-1]))
    text = np.searchsorted(facts.offsets, lines.start, side="right")
    keys = total[bounds[1:]] - total[bounds[:-1]] + text
    rows = np.flatnonzero(written & (bounds[1:] - bounds[:-1] > 2))
    _, inverse, times = np.unique(keys[rows], return_inverse=True, return_counts=True)
    found = np.zeros(len(lines.start), dtype=np.bool_)
    found[rows] = times[inverse] > 1
    return found


def _annotations(facts: Facts) -> Columns:
    above = facts.tree.kind[np.maximum(facts.tree.parent, 0)]
    typed, defaults = facts.parameters & among(above, "typed", "default"), facts.parameters & among(above, "default")
    found = facts.totals({name: facts.node_block[mask] for name, mask in (("typed", typed), ("default", defaults))})
    given = np.maximum(facts.total(facts.node_block[facts.parameters]), 1)
    return shares({"annotated_parameters": (found["typed"], given, 1), "defaults": (found["default"], given, 1)})


def _names(facts: Facts) -> Columns:
    classes = facts.classes
    number = classes[:, _NAME].sum(axis=1)
    length, square = facts.lengths[:, :, _NAME].sum(axis=2)
    found = shares(
        {
            "single_letter_names": (classes[:, CLASS["name_single"]], number, 1),
            "snake_names": (classes[:, CLASS["name_snake"]], number, 1),
            "camel_names": (classes[:, _CAMEL].sum(axis=1), number, 1),
            "names_distinct": (facts.distinct[:, _NAME].sum(axis=1), number, 1),
            "mean": (length, number, 1),
            "square": (square, number, 1),
        }
    )
    mean, square = found.pop("mean"), found.pop("square")
    spread = np.sqrt(np.maximum(square - mean * mean, 0))
    return {**found, "name_length_mean": mean / 32, "name_length_spread": spread / 16}


def _unused(facts: Facts, variables: Ints) -> Columns:
    units, of_unit = facts.units, facts.blocks.of_unit
    block = of_unit[units.kind == VARIABLE]
    referred = np.zeros(len(units.kind), dtype=np.bool_)
    referred[units.edges[1][_REFERS[units.edges[2]]]] = True
    having = {name: block[variables[:, _OF_VARIABLE[column]] > 0] for name, column in _HAVING.items()}
    found = facts.totals(
        {
            **having,
            "imports_unused": of_unit[(units.kind == IMPORT) & ~referred],
            "functions_unused": of_unit[(units.kind == FUNCTION) & ~referred],
            "variables": block,
        }
    )
    number = found.pop("variables")
    return {
        **found,
        "variables_unread_share": share(found["variables_unread"], number),
        "variables_once_share": share(found["variables_once_share"], number),
    }


def _functions(facts: Facts) -> Columns:
    blocks = facts.blocks
    numbers = np.flatnonzero(facts.units.kind[blocks.row] == FUNCTION)
    returning = np.zeros(len(blocks), dtype=np.bool_)
    returning[facts.node_block[among(facts.tree.kind, "return", "yield", "raise")]] = True
    found = facts.totals({"all": numbers, "without": numbers[~returning[numbers]]})
    total = np.maximum(found["all"], 1)
    return {
        "function_longest": blocks.highest(numbers, facts.line_count[numbers]),
        "function_length_mean": facts.sums(numbers, (blocks.end - blocks.start)[numbers]) / total,
        "ends_without_return": share(found["without"], total),
    }
