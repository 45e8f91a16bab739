"""Metrics and series as the stages left them, each read once."""

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.errors import VerificationError
from codegraft.verify.places import made_by

Floats = npt.NDArray[np.float64]

_DELIMITERS: Final = {".csv": ",", ".tsv": "\t"}


class NotMadeError(VerificationError):
    """A file that stages write is not there; the message has the command that makes it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not there; run {made_by(path)}")


class Series(NamedTuple):
    """One column of a file, but for the first, which numbers the rows.

    Attributes:
        file: path from the root.
        name: of the column.
        values: float64 [rows]; a cell that is no number is NaN.
    """

    file: str
    name: str
    values: Floats


class Records:
    """What stands under ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._metrics: dict[str, Any] = {}

    def metric(self, path: str) -> Any:
        """The content of a file of metrics; NaN and infinities, which Python's JSON knows, stay what they are.

        Raises:
            NotMadeError: there is none.
            VerificationError: it is not JSON.
        """
        if path not in self._metrics:
            self._metrics[path] = read_json(self.root, path)
        return self._metrics[path]

    def series(self, place: str) -> list[Series]:
        """All series of a file, or of the files below a directory, in the order of their paths.

        Raises:
            NotMadeError: there is no such place, or no series in it.
        """
        path = self.root / place
        files = sorted(file for file in path.rglob("*") if file.suffix in _DELIMITERS) if path.is_dir() else [path]
        if not files or not all(file.is_file() for file in files):
            raise NotMadeError(place)
        return [series for file in files for series in _columns(file, file.relative_to(self.root).as_posix())]


def read_json(root: Path, path: str) -> Any:
    """A JSON file under a root.

    Raises:
        NotMadeError: there is none.
        VerificationError: it is not JSON.
    """
    try:
        return json.loads((root / path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotMadeError(path) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise VerificationError(f"{path}: not JSON ({error}); make it again: {made_by(path)}") from None


def numbers(content: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number in nested JSON with its dotted place."""
    if isinstance(content, dict | list):
        pairs = content.items() if isinstance(content, dict) else enumerate(content)
        for key, inner in pairs:
            yield from numbers(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(content, int | float) and not isinstance(content, bool):
        yield path, content


def definite(content: Any) -> Any:
    """Nested JSON with ``None`` for NaN and infinities, which files of this program never hold."""
    if isinstance(content, dict):
        return {key: definite(inner) for key, inner in content.items()}
    if isinstance(content, list):
        return [definite(inner) for inner in content]
    return None if isinstance(content, float) and not math.isfinite(content) else content


def strange_cells(series: Series) -> Iterator[str]:
    """Where a series is NaN, infinite or no number; rows are counted from 1, the head apart."""
    for row in np.flatnonzero(~np.isfinite(series.values)):
        yield f"{series.file}: {series.name}, row {row + 1}"


def strange_figures(content: Any, file: str) -> Iterator[str]:
    """Where metrics are NaN or infinite; ``null`` stands for what is undefined and is none of them."""
    yield from (f"{file}: {place}" for place, value in numbers(content) if not math.isfinite(value))


def _columns(file: Path, shown: str) -> Iterator[Series]:
    with file.open(encoding="utf-8", newline="") as lines:
        head, *rows = list(csv.reader(lines, delimiter=_DELIMITERS[file.suffix])) or [[]]
    for column, name in enumerate(head[1:], 1):
        cells = [_number(row[column]) if column < len(row) else math.nan for row in rows]
        yield Series(shown, name, np.array(cells, np.float64))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
