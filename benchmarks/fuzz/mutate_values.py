"""Plain data that says something else: other types, absurd numbers, other names, too deep, twice."""

import copy
import json
import random
from typing import Any, Final

from benchmarks.fuzz.mutate_bytes import changed, size_of

_ODD: Final = (
    *(None, True, False, 0, 1, -1, 2**31, 2**63, -(2**63), 2**64, 10**30, 0.5, 1e308, -0.0, float("nan"), float("inf")),
    *("", "0", "-1", "nan", "x" * 5_000, "\ud800", "a\nb", "\x1b[2J", "\0", "../../etc/passwd", "é", "F32", "int64"),
    *([], {}, [[]], {"": {}}, [None], {"a": [1, {"b": 2}]}, (), [0] * 1_000),
)
_DEEP: Final = 40_000


def altered(draws: random.Random, value: Any, times: int = 2) -> Any:
    """A copy of nested dicts, lists and tuples with a change or several."""
    value = copy.deepcopy(value)
    for _ in range(draws.randint(1, times)):
        value = _altered(draws, value)
    return value


def _altered(draws: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and value and draws.random() < 0.85:
        return _altered_dict(draws, value)
    if isinstance(value, list | tuple) and value and draws.random() < 0.7:
        items = list(value)
        at = draws.randrange(len(items))
        match draws.randrange(6):
            case 0:
                del items[at]
            case 1:
                items.insert(at, copy.deepcopy(draws.choice(items)))
            case 2:
                items[at] = odd(draws)
            case _:
                items[at] = _altered(draws, items[at])
        return type(value)(items)
    return _near(draws, value) if draws.random() < 0.5 else odd(draws)


def _altered_dict(draws: random.Random, value: dict[Any, Any]) -> dict[Any, Any]:
    key = draws.choice(list(value))
    match draws.randrange(12):
        case 0:
            del value[key]
        case 1:
            value[draws.choice((*value, "new", "", "__class__"))] = odd(draws)
        case 2:
            value[odd_key(draws)] = value.pop(key)
        case 3:
            value[key] = copy.deepcopy(value[draws.choice(list(value))])
        case _:
            value[key] = _altered(draws, value[key])
    return value


def _near(draws: random.Random, value: Any) -> Any:
    """A value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return draws.choice((value + 1, value - 1, -value, value * 2, value << draws.randrange(40), 0))
        case float():
            return draws.choice((-value, value * 1e300, value + 1, float("nan"), 0.0))
        case str():
            return changed(draws, value.encode("utf-8", "replace"), [b"x"], 2).decode("utf-8", "replace")[:10_000]
    return odd(draws)


def odd(draws: random.Random) -> Any:
    """A value that nobody expects."""
    if draws.random() < 0.01:
        return nested(size_of(draws, 100))
    return copy.deepcopy(draws.choice(_ODD))


def odd_key(draws: random.Random) -> Any:
    """A key that nobody expects."""
    return draws.choice(("", "new", "0", "\ud800", "a\nb", "x" * 3_000))


def nested(depth: int) -> Any:
    """Lists in lists."""
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def altered_json(draws: random.Random, value: Any) -> bytes:
    """JSON of an altered value, or text that is nearly JSON."""
    if draws.random() < 0.7:
        value = altered(draws, value)
    text = json.dumps(value, ensure_ascii=draws.random() < 0.9, indent=draws.choice((None, 2))).encode(
        "utf-8", "surrogatepass"
    )
    if draws.random() < 0.7:
        return text
    at = draws.randrange(len(text) + 1)
    match draws.randrange(8):
        case 0:
            return text[:at] + b"[" * size_of(draws, _DEEP) + text[at:]
        case 1:
            return text[:at] + b'{"a":' * size_of(draws, _DEEP) + text[at:]
        case 2:
            return text[:at] + b"9" * size_of(draws, 20_000) + text[at:]
        case 3:
            return text.replace(b"{", b'{"a": 1, "a": 2, ', 1)
        case 4:
            return draws.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\0")) + text
    return changed(draws, text, [b"{}", b"[1, 2]", b'"\\ud800"', b"NaN", b"1e999"])
