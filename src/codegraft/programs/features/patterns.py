"""Pairs of neighbouring tokens that programmers get right or wrong: ``- 1``, ``return None``, ``[:`` ..."""

from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.vocabulary import CLASSES, WORDS

Members = str | tuple[str, ...]

_NUMBER: Final = tuple(name for name in CLASSES if name.startswith("number"))
_STRING: Final = tuple(name for name in CLASSES if name.startswith("string"))
_NAME: Final = tuple(name for name in CLASSES if name.startswith("name"))
_ORDER: Final = ("<", ">", "<=", ">=")
_BOOLEAN: Final = ("True", "False")

LOGIC_PAIRS: Final[dict[str, tuple[Members, Members]]] = {
    "plus_one": ("+", "number_one"),
    "minus_one": ("-", "number_one"),
    "plus_two": ("+", "number_two"),
    "minus_two": ("-", "number_two"),
    "times_two": ("*", "number_two"),
    "divided_by_two": (("/", "//"), "number_two"),
    "modulo_two": ("%", "number_two"),
    "modulo_number": ("%", tuple(name for name in _NUMBER if name != "number_two")),
    "assigned_zero": ("=", "number_zero"),
    "assigned_one": ("=", "number_one"),
    "assigned_minus": ("=", "-"),
    "assigned_list": ("=", "["),
    "assigned_braces": ("=", "{"),
    "assigned_string": ("=", _STRING),
    "assigned_none": ("=", "None"),
    "assigned_boolean": ("=", _BOOLEAN),
    "ordered_zero": (_ORDER, "number_zero"),
    "ordered_one": (_ORDER, "number_one"),
    "ordered_length": (_ORDER, "len"),
    "equals_zero": ("==", "number_zero"),
    "equals_one": ("==", "number_one"),
    "equals_string": (("==", "!="), _STRING),
    "differs_zero": ("!=", "number_zero"),
    "returned_none": ("return", "None"),
    "returned_boolean": ("return", _BOOLEAN),
    "returned_zero": ("return", "number_zero"),
    "returned_one": ("return", "number_one"),
    "returned_minus": ("return", "-"),
    "returned_name": ("return", _NAME),
    "returned_list": ("return", "["),
    "returned_string": ("return", _STRING),
}
"""By name of the pattern: what the first and the second token may be, words or classes."""

HABIT_PAIRS: Final[dict[str, tuple[Members, Members]]] = {
    "index_zero": ("[", "number_zero"),
    "index_one": ("[", "number_one"),
    "index_minus": ("[", "-"),
    "index_name": ("[", _NAME),
    "slice_from_start": ("[", ":"),
    "slice_to_end": (":", "]"),
    "slice_to_minus": (":", "-"),
    "index_of_index": ("]", "["),
    "assigned_to_index": ("]", "="),
    "added_to_index": ("]", ("+=", "-=")),
    "method_of_result": (")", "."),
    "call_of_result": (")", "("),
    "index_of_result": (")", "["),
    "in_range": ("in", "range"),
    "in_name": ("in", _NAME),
    "in_sorted_or_reversed": ("in", ("sorted", "reversed")),
    "in_enumerate_or_zip": ("in", ("enumerate", "zip")),
    "not_in": ("not", "in"),
    "is_none": ("is", "None"),
    "is_not": ("is", "not"),
    "equals_none": (("==", "!="), "None"),
    "string_repeated": (_STRING, "*"),
    "if_not": (("if", "elif", "while"), "not"),
    "while_true": ("while", "True"),
    "while_name": ("while", _NAME),
    "if_length": (("if", "elif", "while"), "len"),
    "bare_except": ("except", ":"),
    "except_everything": ("except", "Exception"),
    "pass_only": (":", "pass"),
    "argument_zero": (",", "number_zero"),
    "argument_one": (",", "number_one"),
    "argument_minus": (",", "-"),
    "call_without_arguments": ("(", ")"),
    "call_of_string": ("(", _STRING),
    "empty_list": ("[", "]"),
    "string_joined": (_STRING, "."),
    "string_formatted": (_STRING, "%"),
    "strings_added": ("+", _STRING),
    "own_attribute": ("self", "."),
    "raised_builtin": ("raise", ("ValueError", "TypeError", "KeyError", "RuntimeError", "NotImplementedError")),
}
"""Likewise."""

PAIRS: Final = {**LOGIC_PAIRS, **HABIT_PAIRS}
GROUPS: Final = 1 + len(WORDS) + len(CLASSES)
"""Groups of tokens: a word is its own, others belong to their class."""


def group_of(word: npt.NDArray[np.int64], kind: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """[t] the group of each token."""
    return np.where(word > 0, word, 1 + len(WORDS) + kind)


def _numbers(members: Members) -> list[int]:
    names = (members,) if isinstance(members, str) else members
    return [1 + len(WORDS) + CLASSES.index(name) if name in CLASSES else 1 + WORDS.index(name) for name in names]


def pair_table() -> npt.NDArray[np.int16]:
    """[groups, groups] number of the pattern that two groups in a row make, or -1."""
    table = np.full((GROUPS, GROUPS), -1, dtype=np.int16)
    for number, (first, second) in enumerate(PAIRS.values()):  # patterns exclude each other: two would hide one
        table[np.ix_(_numbers(first), _numbers(second))] = number
    return table
