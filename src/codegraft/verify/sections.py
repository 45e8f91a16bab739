"""What ``codegraft verify`` goes through, section by section."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from codegraft.errors import VerificationError
from codegraft.verify.artifacts import Artifact, State, state
from codegraft.verify.compare import unequal
from codegraft.verify.gates import Gate, report_of
from codegraft.verify.metadata import computed, differences, read_metadata
from codegraft.verify.places import GATES_FILE, METADATA_FILE, VERIFY
from codegraft.verify.records import read_json
from codegraft.verify.subject import Subject

_IN_GIT: Final = ("metrics/", "plots/")
"""Where outputs lie that every clone has; the others are in DVC's cache, which a clone may lack."""


class Checked(NamedTuple):
    """What a check found.

    Attributes:
        lines: to be read.
        faults: what fails verification; none if all is well.
    """

    lines: Sequence[str]
    faults: Sequence[str]


def sections(subject: Subject) -> Iterator[tuple[str, Checked]]:
    """Every check with its title. What a check needs and does not find is a fault of it, and the others go on."""
    for title, check in SECTIONS.items():
        try:
            yield title, check(subject)
        except VerificationError as error:
            yield title, Checked([], [str(error)])


def check_artifacts(subject: Subject) -> Checked:
    """Every output that dvc.lock names, byte by byte."""
    states = [(artifact, state(artifact, subject.digests.get(artifact.path))) for artifact in subject.artifacts]
    counts = {kind: sum(1 for _, found in states if found == kind) for kind in ("same", "changed", "absent")}
    bad = [one for one in states if _fails(*one, complete=subject.complete)]
    faults = [f"{artifact.path}: {found}; `dvc repro {artifact.stage}` makes it" for artifact, found in bad]
    absent = [artifact for artifact, found in states if found == "absent" and (artifact, found) not in bad]
    pulled = [f"not here  {artifact.path}: `dvc pull` or `dvc repro {artifact.stage}`" for artifact in absent]
    return Checked([", ".join(f"{count} {kind}" for kind, count in counts.items()), *pulled], faults)


def check_metadata(subject: Subject) -> Checked:
    """The run's metadata against their schema, dvc.lock, and what is computed again."""
    name = METADATA_FILE.as_posix()
    if not (subject.root / METADATA_FILE).exists() and not subject.complete:
        return Checked([f"not here  {name}: `dvc pull` or `dvc repro {VERIFY}`"], [])
    metadata = read_metadata(subject.root)
    again = computed(subject.records, subject.gates, subject.params.model_dump(), subject.digests)
    locked = {artifact.path: artifact.md5 for artifact in subject.artifacts}
    other = [
        f"artifacts.{path}.md5: of another run than dvc.lock"
        for path, artifact in metadata["artifacts"].items()
        if artifact["md5"] != locked.get(path)
    ]
    faults = [f"{name}: {fault}" for fault in (*differences(metadata, again), *other)]
    return Checked([f"{metadata['run_name']}, {len(metadata['checksums'])} checksums"], faults)


def check_gates(subject: Subject) -> Checked:
    """Every gate, computed again, and metrics/gates.json beside it."""
    gates = subject.gates
    fails = {name: gate for name, gate in gates.items() if not gate.passed and (gate.required or subject.strict)}
    lines = [line for required in (True, False) for line in _table(gates, required=required)]
    return Checked(lines, [*(_missed(name, gate) for name, gate in fails.items()), *_edited(subject)])


SECTIONS: Final[Mapping[str, Callable[[Subject], Checked]]] = MappingProxyType(
    {
        "Artifacts that dvc.lock names": check_artifacts,
        "Metadata of the run": check_metadata,
        "Gates": check_gates,
    }
)
"""What is checked, in this order, by title."""


def _fails(artifact: Artifact, found: State, *, complete: bool) -> bool:
    return found == "changed" or (found == "absent" and (complete or artifact.path.startswith(_IN_GIT)))


def _table(gates: Mapping[str, Gate], *, required: bool) -> list[str]:
    chosen = {name: gate for name, gate in gates.items() if gate.required is required}
    passed = sum(gate.passed for gate in chosen.values())
    width = max(map(len, chosen), default=0)
    lines = [_line(name, gate, width) for name, gate in chosen.items()]
    return [f"{'required' if required else 'optional'}: {passed} of {len(chosen)} passed", *lines]


def _line(name: str, gate: Gate, width: int) -> str:
    asked = f"{_shown(gate.value):>12}  {gate.rule:<8} {_shown(gate.threshold):<7}"
    return f"  {'passed' if gate.passed else 'missed'}  {name:<{width}} {asked} {gate.note}".rstrip()


def _missed(name: str, gate: Gate) -> str:
    reason = f" ({gate.note})" if gate.note else ""
    return f"{name}: {_shown(gate.value)}, {gate.rule} {_shown(gate.threshold)} is asked{reason}"


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.6g}"


def _edited(subject: Subject) -> list[str]:
    """Where metrics/gates.json does not say what the metrics give."""
    name = GATES_FILE.as_posix()
    written, again = read_json(subject.root, name), report_of(subject.gates)
    return [f"{name}: {place}: {found}; the figures give {value}" for place, found, value in unequal(written, again)]
