"""The audit of a tensor bundle: is it what it says, and can a model learn from it?

An audit never raises for a bad bundle: an unreadable file is a failed check. It makes no use of ``assert``, which
``python -O`` removes.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from codegraft.errors import BundleError
from codegraft.snapshot.audit_checks import CHECKS
from codegraft.snapshot.audit_evidence import Evidence, Fault, NotPossible, bucket_counts, isolated_share, other_kinds
from codegraft.snapshot.bundle import TensorBundle, load_tensor_bundle

DISTRIBUTION: Final = "Node kind distribution"
"""The check under which the report lists the buckets."""

T = TypeVar("T")

MARKS: Final = {True: "✓", False: "✗", None: "?"}


@dataclass(frozen=True)
class Check:
    """One check: ``passed`` is ``None`` when it could not be made, ``detail`` says what was seen or what to do."""

    name: str
    passed: bool | None
    detail: str = ""


@dataclass(frozen=True)
class AuditReport:
    """Outcome of an audit.

    Attributes:
        path: the bundle's name, as given.
        checks: in the order in which they were made.
        distribution: bucket -> number of nodes; empty when the features are unusable.
        other_kinds: node kind -> number of nodes, of the kinds that fell into Other; empty when the kinds are unknown.
        isolated_share: share of nodes without an edge to another node, ``with_parent`` edges (when the bundle has
            them) and ``without_parent`` edges, or over ``all_edges`` when their types have no names; empty when it
            cannot be counted.
    """

    path: str
    checks: tuple[Check, ...]
    distribution: dict[str, int] = field(default_factory=dict)
    other_kinds: dict[str, int] = field(default_factory=dict)
    isolated_share: dict[str, float] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether no check failed; checks that could not be made do not count."""
        return all(check.passed is not False for check in self.checks)

    def render(self) -> str:
        """The report as people read it, without a newline at its end."""
        lines = [f"Bundle audit for: {self.path}"]
        for check in self.checks:
            lines.append(f"{MARKS[check.passed]} {check.name}" + (f": {check.detail}" if check.detail else ""))
            if check.name == DISTRIBUTION and self.distribution:
                lines[-1] += "" if check.detail else ":"
                lines += [f"  - {bucket}: {count} nodes" for bucket, count in self.distribution.items()]
        if self.other_kinds:
            kinds = sorted(self.other_kinds.items(), key=lambda item: (-item[1], item[0]))
            lines.append("Kinds in Other: " + ", ".join(f"{kind or '(none)'} {count}" for kind, count in kinds))
        return "\n".join([*lines, self._verdict()])

    def _verdict(self) -> str:
        failed = sum(check.passed is False for check in self.checks)
        if failed:
            return f"Audit failed: {failed} of {len(self.checks)} checks."
        not_made = sum(check.passed is None for check in self.checks)
        return f"Audit passed, {not_made} checks not made." if not_made else "Audit passed."

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {"passed": self.passed, **asdict(self), "checks": [asdict(check) for check in self.checks]}


def audit_bundle(path: str | Path) -> AuditReport:
    """Audit a bundle file of either format. Does not raise: a file that cannot be read is a failed check."""
    try:
        bundle = load_tensor_bundle(path)
    except BundleError as error:
        return _unreadable(path, str(error))
    if bundle.given_mapping is not None and Path(path).suffix == ".safetensors":
        return _unreadable(path, f"{path}: is a pickle in spite of its name; export again")
    return audit_tensors(bundle, str(path))


def audit_tensors(bundle: TensorBundle, name: str) -> AuditReport:
    """Audit a bundle in memory; ``name`` stands at the head of the report."""
    evidence = Evidence(bundle)
    return AuditReport(
        name,
        tuple(_made(title, check, evidence) for title, check in CHECKS),
        _if_possible(bucket_counts, evidence),
        _if_possible(other_kinds, evidence),
        _if_possible(isolated_share, evidence),
    )


def _unreadable(path: str | Path, reason: str) -> AuditReport:
    return AuditReport(str(path), (Check("Bundle is readable", False, reason),))


def _made(title: str, check: Callable[[Evidence], str], evidence: Evidence) -> Check:
    try:
        return Check(title, True, check(evidence))
    except Fault as fault:
        return Check(title, False, str(fault))
    except NotPossible as reason:
        return Check(title, None, f"not checked, {reason}")


def _if_possible(count: Callable[[Evidence], dict[str, T]], evidence: Evidence) -> dict[str, T]:
    try:
        return count(evidence)
    except NotPossible:
        return {}
