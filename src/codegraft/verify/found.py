"""What a gate finds, and where in the metrics."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from codegraft.errors import VerificationError
from codegraft.verify.places import made_by
from codegraft.verify.records import Records


class Found(NamedTuple):
    """One figure.

    Attributes:
        value: ``None`` where it is undefined.
        note: where it lies, how sure it is, or why it is undefined.
        passed: what the module that asks for it decided; ``None`` if the threshold alone decides.
    """

    value: float | None
    note: str = ""
    passed: bool | None = None


Find = Callable[[Records], Found]


def at(records: Records, file: str, path: str) -> Any:
    """What stands at a dotted path of a file of metrics.

    Raises:
        VerificationError: file or path is missing.
    """
    place = records.metric(file)
    for key in path.split("."):
        if not isinstance(place, dict) or key not in place:
            raise VerificationError(f"{file}: no {path} in it; run {made_by(file)}")
        place = place[key]
    return place


def number(records: Records, file: str, path: str) -> float:
    """The number at a dotted path; NaN where something else stands, as ``null`` for what is undefined.

    Raises:
        VerificationError: file or path is missing.
    """
    value = at(records, file, path)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else math.nan


def figure(file: str, path: str) -> Find:
    """A gate's figure that stands in a file of metrics as it is."""

    def found(records: Records) -> Found:
        return Found(number(records, file, path))

    return found
