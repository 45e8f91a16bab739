"""How values are printed: the filters that templates have. Each gives text in which figures are marks of the ledger."""

import re
from collections.abc import Callable, Collection
from typing import Any, Final

from codegraft.verify.values import UNKNOWN, Figure, Value

WORDS: Final = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_PLAIN: Final = re.compile(r"[\w .,:;+/@()%'=\-]*")
"""Text of a metrics file that means nothing to Markdown or HTML, so that a value is only ever a value."""
_LINE: Final = re.compile(r"[ -~]*")
"""What a code block shows as it is."""


def shown(value: Any) -> Any:
    """A value that is printed without a filter: whole numbers with commas, and words; anything else as Jinja does."""
    if not isinstance(value, Value):
        return value
    if isinstance(value.value, str):
        return words(value)
    if isinstance(value.value, float):
        value.complain("is printed without a filter that says how many decimals")
        return _mark(value, UNKNOWN)
    return _number(value, "{:,}")


def words(value: Value) -> str:
    """Text, as it is."""
    text = value.value
    if not isinstance(text, str):
        value.complain("is no text")
        return _mark(value, UNKNOWN)
    if not _PLAIN.fullmatch(text) or "//" in text:
        value.complain("is text that a document may not hold: Markdown, HTML, a link or a line of its own")
        return _mark(value, UNKNOWN)
    return _mark(value, text)


def output(value: Value) -> str:
    """A line of what a command printed, for a code block: no control characters, and nothing that ends the block."""
    text = value.value
    if not isinstance(text, str) or not _LINE.fullmatch(text) or text.lstrip().startswith(("```", "~~~")):
        value.complain("is no line of plain text")
        return _mark(value, UNKNOWN)
    return _mark(value, text)


def spaced(value: Value, prefix: str = "") -> str:
    """A name without a prefix, and with spaces in place of its underscores."""
    text = value.value
    plain = text.removeprefix(prefix).replace("_", " ") if isinstance(text, str) else text
    return words(Value(plain, value.files, value.key, value.ledger, missing=value.missing))


def percent(value: Value, decimals: int = 0) -> str:
    """A share as percent."""
    number = value.number()
    return _mark(value, UNKNOWN if number is None else f"{100 * number:.{decimals}f} %")


def signed(value: Value) -> str:
    """A difference with its sign."""
    return _number(value, "{:+.3f}")


def word(value: Value) -> str:
    """A small whole number in words, as prose has it."""
    number = value.number()
    known = isinstance(number, int) and 0 <= number < len(WORDS)
    return _mark(value, WORDS[int(number)]) if known and number is not None else _number(value, "{:,}")


def either(value: Value, yes: str, no: str) -> str:
    """One of two texts of the template, neither with a number, by what is true or false in the file."""
    if any(map(str.isdigit, yes + no)):
        value.complain(f"chooses between {yes} and {no}, but a number is read, not chosen")
        return _mark(value, UNKNOWN)
    if not isinstance(value.value, bool):
        value.complain("is neither true nor false")
        return _mark(value, UNKNOWN)
    return _mark(value, yes if value.value else no)


def interval(value: Value, key: str | None = None, *, sign: bool = False, decimals: int = 3) -> str:
    """An estimate with its 95 % interval, ``0.638 [0.605, 0.672]``.

    Both shapes of our metrics are read: an object with mean, low and high, or, with a ``key``, the number of that name
    and its ends under ``intervals``. Where the ends are null (one seed, one cluster) the number stands alone.
    """
    middle = value.child("mean" if key is None else key)
    ends = value if key is None else value.child("intervals").child(key)
    low, high = ends.child("low"), ends.child("high")
    form = f"{{:{'+' if sign else ','}.{decimals}f}}"
    if low.value is None and high.value is None and not (low.missing or high.missing):
        return _number(middle, form)
    return f"{_number(middle, form)} [{_number(low, form)}, {_number(high, form)}]"


def verdict(value: Value, other: Value, key: str | None = None, *, least: bool = False) -> str:
    """``better`` or ``worse`` than another estimate, when their intervals lie apart, else ``not told apart``.

    Both are what :func:`interval` takes, or plain numbers. With ``least``, less is better. Intervals of paired gains
    are narrower: this errs on the side of saying nothing.
    """
    (low, high), (other_low, other_high) = _ends(value, key), _ends(other, key)
    above, below = other_high < low, high < other_low
    told = ("worse" if above else "better") if least else ("better" if above else "worse")
    files = tuple(sorted({*value.files, *other.files}))
    figure = Figure(told if above or below else "not told apart", files, f"{value.key} beside {other.key}")
    return value.ledger.mark(figure)


def entries(value: Value) -> list[tuple[Value, Value]]:
    """Names and values of an object, to loop over."""
    return value.entries()


def entry(value: Value, name: Value) -> Value:
    """What an object has under a name that another one has, too."""
    return value.child(name.value)


def count(value: Value, key: str | None = None) -> Value:
    """How many there are, or how many with something true under ``key``."""
    return value.counted(key)


def best(value: Value, path: str, *, without: Collection[str] = (), least: bool = False) -> tuple[Value, Value]:
    """Name and value of the entry whose number at a path is the greatest, or the least, of those that have one."""
    found = [(name, child) for name, child in value.entries() if name.value not in without and _holds(child, path)]
    if not found:
        value.complain(f"has no entry with {path}")
        return value.child(path), value.child(path)
    ordered = sorted(found, key=lambda pair: pair[1].at(path))
    return ordered[0 if least else -1]


def _ends(value: Value, key: str | None) -> tuple[Value, Value]:
    if not isinstance(value.value, dict):
        return value, value
    ends = value if key is None else value.child("intervals").child(key)
    return ends.child("low"), ends.child("high")


def _holds(value: Value, path: str) -> bool:
    for name in path.split("."):
        if name not in value:
            return False
        value = value.child(name)
    return value.value is not None


def _decimals(digits: int) -> Callable[[Value], str]:
    def decimals(value: Value) -> str:
        return _number(value, f"{{:,.{digits}f}}")

    return decimals


def _number(value: Value, form: str) -> str:
    number = value.number()
    return _mark(value, UNKNOWN if number is None else form.format(number))


def _mark(value: Value, text: str) -> str:
    return value.ledger.mark(Figure(text, value.files, value.key))


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    **{f"f{digits}": _decimals(digits) for digits in range(5)},
    "best": best,
    "count": count,
    "each": entries,
    "entry": entry,
    "either": either,
    "interval": interval,
    "output": output,
    "percent": percent,
    "signed": signed,
    "spaced": spaced,
    "verdict": verdict,
    "word": word,
    "words": words,
}
"""By the names that templates call them; ``f3`` prints three decimals."""
