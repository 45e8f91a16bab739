"""What the network over programs says of files and functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from codegraft.errors import ModelError
from codegraft.graphmer.search.functions import Function, functions_of
from codegraft.graphsage.places import MODEL_FILE
from codegraft.graphsage.predict import Predictor
from codegraft.graphsage.prediction import Likely, Prediction
from codegraft.kg.build.texts import Texts
from codegraft.programs.imports import imported_modules

MOST_FILES: Final = 40
MOST_FUNCTIONS: Final = 200
"""Texts that are asked about."""

SHOWN_FUNCTIONS: Final = 12

SURE: Final = 0.5
"""Probability from which an answer is shown."""

_LONGEST_FILE: Final = 60_000
_LONGEST_FUNCTION: Final = 8_000
_SHORTEST_FUNCTION: Final = 5
"""Bytes of a file and of a function, and lines of a function, that make a text worth asking about."""


_EXCEPTION: Final = "exception:"


class Import(NamedTuple):
    """A module that a file is said to import, and whether it does."""

    name: str
    probability: float
    there: bool


class FileSaid(NamedTuple):
    """What is said of a file."""

    path: str
    confidence: float
    imports: list[Import]


class FunctionSaid(NamedTuple):
    """What is said of a function: where it is, and the likeliest mistakes, exceptions aside."""

    name: str
    path: str
    line: int
    confidence: float
    mistakes: list[Likely]


@dataclass(frozen=True)
class Programs:
    """What is said of some code.

    Attributes:
        status: of the model.
        files: by path, those of which it is sure to need a module.
        asked_files: how many were asked about.
        functions: those of which it is surest that they hold a mistake, these first.
        asked_functions: how many were asked about.
        named, right: modules that were named for files, and how many of them the files import.
    """

    status: str
    files: list[FileSaid]
    asked_files: int
    functions: list[FunctionSaid]
    asked_functions: int
    named: int
    right: int


def programs_of(texts: Texts, models: Path) -> Programs:
    """Ask about the files of some code, those near the root first, and about functions of all of them.

    Raises:
        ModelError: there is no model.
    """
    predictor = Predictor(models / MODEL_FILE.relative_to("models"))
    status = predictor.status()
    if not status.trained:
        raise ModelError(status.text)
    files = [_file(path, language, text, predictor) for path, language, text in _short_files(texts)]
    asked = [_function(path, function, predictor) for path, function in _functions(texts)]
    surest = sorted(asked, key=lambda said: (-_surest(said.mistakes), said.path, said.line))
    named = [module for file in files for module in file.imports]
    return Programs(
        status=status.text,
        files=sorted(file for file in files if file.imports),
        asked_files=len(files),
        functions=[said for said in surest[:SHOWN_FUNCTIONS] if said.mistakes],
        asked_functions=len(asked),
        named=len(named),
        right=sum(module.there for module in named),
    )


def _short_files(texts: Texts) -> list[tuple[str, str, bytes]]:
    """Files that are neither empty nor so long that no program of the training was like them."""
    files = [(file.path, file.language, text) for file, text in texts.files if text.strip()]
    short = [file for file in files if len(file[2]) <= _LONGEST_FILE]
    return sorted(short, key=lambda file: (file[0].count("/"), file[0]))[:MOST_FILES]


def _file(path: str, language: str, text: bytes, predictor: Predictor) -> FileSaid:
    said = predictor.predict(text, language)
    there = set(imported_modules(text.decode(), language))
    imports = [Import(*likely, likely.name in there) for likely in said.imports if likely.probability >= SURE]
    return FileSaid(path, _confidence(said), imports)


def _functions(texts: Texts) -> list[tuple[str, tuple[Function, bytes]]]:
    """Python functions, evenly drawn from all: of Java the model has not learned what is right."""
    found = [(file.path, function) for file, text in texts.files for function in _parts(file.language, text)]
    step = max(1, -(-len(found) // MOST_FUNCTIONS))
    return found[::step]


def _parts(language: str, text: bytes) -> Iterable[tuple[Function, bytes]]:
    if language != "python":
        return
    lines = text.split(b"\n")
    for function in functions_of(text, language):
        part = b"\n".join(lines[function.line_start - 1 : function.line_end])
        if function.line_end - function.line_start >= _SHORTEST_FUNCTION and len(part) <= _LONGEST_FUNCTION:
            yield function, part


def _function(path: str, function: tuple[Function, bytes], predictor: Predictor) -> FunctionSaid:
    where, text = function
    said = predictor.predict(text)
    # What a function raises it has not learned: only whole programs were run.
    kinds = [likely for likely in said.bugs if not likely.name.startswith(_EXCEPTION)]
    mistakes = [likely for likely in kinds if likely.probability >= SURE]
    name = ".".join(filter(None, (where.scope, where.name)))
    return FunctionSaid(name, path, where.line_start, _confidence(said), mistakes)


def _confidence(said: Prediction) -> float:
    if said.confidence is None:
        raise ModelError(said.status)
    return said.confidence


def _surest(mistakes: list[Likely]) -> float:
    return max((likely.probability for likely in mistakes), default=0.0)
