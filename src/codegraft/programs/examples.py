"""What is known of a program, or of a function of the sources, in the form in which a model is taught."""

from typing import Any, Final, NamedTuple

import pyarrow as pa

from codegraft.programs.imports import imported_modules
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.labels import CORRECT, MUTANT
from codegraft.programs.vocabulary import EXCEPTION

FUNCTION: Final = "function"
"""Origin of a function of the sources, as it stands there."""

FUNCTION_MUTANT: Final = "function_mutant"
"""Origin of one that was given a mistake."""


class Example(NamedTuple):
    """A text and its labels. A label counts where the mask that is named ``has_`` or ``knows_`` is set.

    Attributes:
        program: id; of a function, a hash of where it is from.
        problem: what it solves; of a function, the repository that it is from, of Java with the package.
        split: train, validation or test.
        origin: correct, incorrect, mutant, function or function_mutant.
        language: of the text.
        code: the text.
        parent: id of the program that a mutant was made of, else empty.
        verdict: of the program's tests, empty for a function.
        confidence: part of the problem's tests that it passed.
        bugs: kinds of its mistakes, and ``exception:`` with the class of an exception that ended it.
        knows_kinds: whether ``bugs`` has all kinds of mistakes; so it is of a correct program, which has none.
        knows_exceptions: whether ``bugs`` has the exception, or would have.
        imports: modules that it imports, or, of a function, that it uses and its file imports.
    """

    program: str
    problem: str
    split: str
    origin: str
    language: str
    code: str
    parent: str
    verdict: str
    confidence: float
    has_confidence: bool
    bugs: tuple[str, ...]
    knows_kinds: bool
    knows_exceptions: bool
    imports: tuple[str, ...]


_TYPES: Final = {
    "confidence": pa.float32(),
    "has_confidence": pa.bool_(),
    "bugs": pa.list_(pa.string()),
    "knows_kinds": pa.bool_(),
    "knows_exceptions": pa.bool_(),
    "imports": pa.list_(pa.string()),
}

EXAMPLES_SCHEMA: Final = pa.schema(
    [(name, _TYPES.get(name, pa.string())) for name in Example._fields if name != "code"]
)
"""Columns of graphs.parquet and imports.parquet: all but the text."""


def examples_of_labels(labels: pa.Table) -> list[Example]:
    """An example for each labelled program, in their order."""
    return [_of_label(row) for row in labels.to_pylist()]


def examples_table(examples: list[Example]) -> pa.Table:
    """The examples without their texts, in :data:`EXAMPLES_SCHEMA`."""
    return pa.Table.from_pylist([example._asdict() for example in examples], schema=EXAMPLES_SCHEMA)


def _of_label(label: dict[str, Any]) -> Example:
    passed = label["verdict"] == Verdict.PASSED
    kinds, knows_kinds = _kinds(label, passed)
    # A program that behaves differently when it is run again has no one share of tests that it passes, nor one end.
    steady = label["tests"] > 0 and not label["flaky"]
    raised = (EXCEPTION + label["exception"],) if label["verdict"] == "exception" else ()
    return Example(
        **{name: label[name] for name in ("program", "problem", "split", "origin", "code", "parent", "verdict")},
        language="python",
        confidence=label["passed"] / label["tests"] if label["tests"] else 0.0,
        has_confidence=steady,
        bugs=(*kinds, *raised),
        knows_kinds=knows_kinds,
        knows_exceptions=steady,
        imports=imported_modules(label["code"], "python"),
    )


def _kinds(label: dict[str, Any], passed: bool) -> tuple[tuple[str, ...], bool]:
    """Kinds of a program's mistakes, and whether they are known.

    A mutant that passes every test is as good as its original. Of a program that its source calls correct and that
    fails, or calls wrong and that passes, nobody knows what is wrong with it, or with its tests.
    """
    if label["origin"] == MUTANT:
        return ((), True) if passed else ((label["kind"],), True)
    if label["origin"] == CORRECT:
        return (), passed
    known = not passed and label["kind"] != ""
    return ((label["kind"],) if known else ()), known
