"""Readers of what people write: parameters, ontologies, problems, programs to judge."""

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.fuzz.mutate_bytes import changed, size_of
from benchmarks.fuzz.mutate_values import altered, altered_json
from benchmarks.fuzz.target import Target, file_target
from codegraft.graphsage.labelled_programs import read_labelled
from codegraft.kg.ontology import load_ontology
from codegraft.params import load_params
from codegraft.programs.history import read_history
from codegraft.programs.problems import read_problems

_PIECES: Final = (
    *(b"&a [*a]", b"a: &a {b: *a}\n", b"<<: *x", b"? [a, b] : c\n", b"!!python/object/apply:os.system [ls]"),
    *(b"!!int x", b"!!binary x", b"!!timestamp x", b"!!set {a}", b"2001-99-99", b"1:2:3", b"1e9999", b".nan"),
    *(b"0x" + b"f" * 2_000, b"- " * 900, b"[" * 900, b"{a: " * 900, b"{[]: 1}", b"{{}: 1}", b"%YAML 9.9\n---\n"),
    *(b"--- a\n--- b\n", b"\t", b"key: |\n  x\n", b"? ", b"*none"),
)


def targets() -> Iterator[Target]:
    """All of them."""
    yield _yaml("params.yaml", Path("params.yaml").read_bytes(), load_params)
    yield _yaml("ontology.yaml", Path("data/ontology.yaml").read_bytes(), load_ontology)
    problem = Path("data/programs/train.jsonl").read_bytes().split(b"\n")[0]
    yield _lines("problems.jsonl", [json.loads(problem)], lambda path: list(read_problems(path)))
    yield _lines(
        "histories.jsonl",
        [*map(json.loads, Path("data/java_sample_history.jsonl").read_bytes().splitlines()[:3])],
        read_history,
    )
    rows = [{"task": "a", "language": "python", "code": f"print({n})", "passed": n % 2 == 0} for n in range(3)]
    yield _lines("labelled programs", rows, read_labelled, places=False)


def _yaml(name: str, whole: bytes, read: Callable[[Path], object]) -> Target:
    value = yaml.safe_load(whole)
    small = yaml.safe_dump(value).encode()

    def draw(draws: random.Random) -> bytes:
        match draws.randrange(4):
            case 0:
                return changed(draws, small, _PIECES)
            case 1:
                at = draws.randrange(len(small))
                return small[:at] + draws.choice(_PIECES) * size_of(draws, 3) + small[at:]
            case 2:
                return _laughs(draws) if draws.random() < 0.02 else draws.choice(_PIECES) + small
        return json.dumps(altered(draws, value)).encode("utf-8", "replace")

    return file_target(name, name, [small], draw, read, lines=1_000)


def _laughs(draws: random.Random) -> bytes:
    """Lists of lists of lists, each ten times the one before."""
    levels = size_of(draws, 30)
    lines = ["l0: &l0 [x]", *(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, levels))]
    return "\n".join([*lines, f"seed: *l{levels - 1}"]).encode()


def _lines(name: str, rows: list[Any], read: Callable[[Path], object], *, places: bool = True) -> Target:
    whole = b"".join(json.dumps(row).encode() + b"\n" for row in rows)

    def draw(draws: random.Random) -> bytes:
        if draws.random() < 0.2:
            return changed(draws, whole, [whole])
        at = draws.randrange(len(rows))
        parts = [
            altered_json(draws, row) if number == at else json.dumps(row).encode() for number, row in enumerate(rows)
        ]
        return b"\n".join(parts)

    return file_target(name, name.replace(" ", "_"), [whole], draw, read, lines=20, places=places)
