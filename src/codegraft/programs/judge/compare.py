"""Outputs compared as judges of programming contests do. Bytes throughout: an output need not be text.

The rules, by the name that a problem's ``checker`` gives:

``""`` (a source without checkers, as CodeContests)
    Tokens between white space are equal, case included. An expected token with a decimal point (``0.50``, not ``1`` and
    not ``1e5``) also takes any number within 1e-6 of it, absolute or relative. Integers stay exact: a tolerance there
    would take 10000001 for 10000002.
``tokens``
    Tokens are equal, however a number is spelled.
``floats:1e-6``
    Tokens are equal, or both are numbers within the tolerance, absolute or relative to what is expected: ``1.0`` for
    ``1``. Infinity takes only itself, and so does nan.
``lines_any_order``
    The same lines, each as often, in any order; within a line tokens are equal. Blank lines do not count.

Each takes time linear in the outputs, but for the sorting of lines.
"""

import math
import re
from collections.abc import Callable
from functools import partial
from typing import Final

from codegraft.errors import ProgramError

Comparison = Callable[[bytes, bytes], bool]
"""(output, expected) -> whether a judge accepts the output."""

TOLERANCE: Final = 1e-6
"""Of expected decimals where the source says nothing."""

_NUMBER: Final = re.compile(rb"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_DECIMAL: Final = re.compile(rb"[+-]?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?")
_NOT_FINITE: Final = re.compile(rb"([+-]?)(?:(inf)(?:inity)?|(nan))", re.IGNORECASE)
_FLOATS: Final = "floats:"


def comparison(rule: str) -> Comparison:
    """The comparison of that name.

    Raises:
        ProgramError: there is none, or the tolerance is not a finite number above zero.
    """
    named: dict[str, Comparison] = {"": same_as_judged, "tokens": same_tokens, "lines_any_order": same_lines}
    if rule in named:
        return named[rule]
    if rule.startswith(_FLOATS):
        return partial(same_numbers, tolerance=_tolerance(rule))
    raise ProgramError(
        f"checker {rule!r} is unknown; expected tokens, floats:<tolerance>, lines_any_order, nothing, or the source "
        "text of a program"
    )


def same_as_judged(output: bytes, expected: bytes) -> bool:
    """Equal tokens; an expected decimal also takes a number near it."""
    return _tokens_agree(output, expected, _near_decimal)


def same_tokens(output: bytes, expected: bytes) -> bool:
    """Equal tokens."""
    return output.split() == expected.split()


def same_numbers(output: bytes, expected: bytes, tolerance: float) -> bool:
    """Equal tokens; numbers may differ by the tolerance."""
    return _tokens_agree(output, expected, partial(_near, tolerance=tolerance))


def same_lines(output: bytes, expected: bytes) -> bool:
    """The same lines of equal tokens, in any order."""
    return _lines(output) == _lines(expected)


def _tolerance(rule: str) -> float:
    text = rule.removeprefix(_FLOATS)
    if _NUMBER.fullmatch(text.encode()) and 0 < float(text) < math.inf:
        return float(text)
    raise ProgramError(f"checker {rule!r}: expected a number above zero after {_FLOATS!r}, as in floats:1e-6")


def _tokens_agree(output: bytes, expected: bytes, near: Comparison) -> bool:
    found, wanted = output.split(), expected.split()
    return len(found) == len(wanted) and all(
        token == want or near(token, want) for token, want in zip(found, wanted, strict=True)
    )


def _near_decimal(token: bytes, wanted: bytes) -> bool:
    return _DECIMAL.fullmatch(wanted) is not None and _near(token, wanted, TOLERANCE)


def _near(token: bytes, wanted: bytes, tolerance: float) -> bool:
    """Whether both are numbers and differ by no more than the tolerance."""
    if not (_NUMBER.fullmatch(token) and _NUMBER.fullmatch(wanted)):
        return _not_finite(token) is not None and _not_finite(token) == _not_finite(wanted)
    value, goal = float(token), float(wanted)
    if math.isinf(value) or math.isinf(goal):
        return False  # digits beyond what a float holds: only equal ones, which are settled before
    return abs(value - goal) <= tolerance * max(1.0, abs(goal))


def _not_finite(token: bytes) -> tuple[bool, bool] | None:
    """(is nan, is negative) of nan and infinity; nan has no sign."""
    match = _NOT_FINITE.fullmatch(token)
    return match and (match[3] is not None, match[3] is None and match[1] == b"-")


def _lines(text: bytes) -> list[list[bytes]]:
    return sorted(tokens for line in text.splitlines() if (tokens := line.split()))
