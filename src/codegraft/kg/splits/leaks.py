"""The audit of a split: can what valid and test ask be read off an earlier part?

The audit looks at tables and parts alone and knows nothing of how they were made, so a split from anywhere can be
audited. Earlier than valid is train, earlier than test are train and valid.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.leak_evidence import KEPT, Flags, SplitEvidence
from codegraft.kg.splits.model import Clusters, Kind, Part, Reason, Split

_EXAMPLES: Final = 3

_EVERY: Final[tuple[Kind, ...]] = ("transductive", "file-inductive", "repository-inductive")
_INDUCTIVE: Final = _EVERY[1:]


@dataclass(frozen=True)
class Leak:
    """What one check found: how many triples of valid and test (or of train) leak, and the first of them as text."""

    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class LeakReport:
    """Outcome of an audit.

    Attributes:
        kind: of the split.
        leaks: check -> what it found, for every check of this kind of split; see ``CHECKS``.
        triples: part -> number of triples.
        shares: part -> share of all triples, dropped ones included.
        relations: part -> relation -> number of triples, for relations that occur in it.
        dropped: reason -> number of dropped triples.
    """

    kind: Kind
    leaks: Mapping[str, Leak]
    triples: Mapping[str, int]
    shares: Mapping[str, float]
    relations: Mapping[str, Mapping[str, int]]
    dropped: Mapping[str, int]

    @property
    def passed(self) -> bool:
        """Whether no check found anything."""
        return not any(leak.count for leak in self.leaks.values())

    def raise_for_leaks(self) -> None:
        """Do nothing if the audit passed.

        Raises:
            KnowledgeGraphError: it did not; the message has the number and the examples of each failed check.
        """
        failed = {name: leak for name, leak in self.leaks.items() if leak.count}
        if failed:
            lines = [f"  {name}: {leak.count}, such as {'; '.join(leak.examples)}" for name, leak in failed.items()]
            raise KnowledgeGraphError("\n".join([f"{self.kind} split leaks; divide the graph again:", *lines]))

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {"passed": self.passed, **asdict(self)}


def audit_split(
    split: Split, triples: pa.Table, entities: pa.Table, near_duplicates: Clusters, inverses: Mapping[str, str]
) -> LeakReport:
    """Audit a split.

    Args:
        split: parts of the rows of ``triples``.
        triples: columns head, relation, tail, repository, file.
        entities: columns id, repository, file.
        near_duplicates: clusters of files.
        inverses: relation -> relation that says the same the other way round; either may be the key.

    Raises:
        KnowledgeGraphError: the split is not one of these triples, or they name an unknown entity.
    """
    _check_codes(split, triples)
    evidence = SplitEvidence.of(split, triples, entities, near_duplicates, inverses)
    checks = {name: check(evidence) for name, (check, kinds) in CHECKS.items() if split.kind in kinds}
    counts = {part.name.lower(): len(split.rows(part)) for part in Part}
    return LeakReport(
        split.kind,
        {"empty_part": _empty_parts(counts)} | {name: _leak(flags, split, triples) for name, flags in checks.items()},
        counts,
        {name: count / max(triples.num_rows, 1) for name, count in counts.items()},
        {part.name.lower(): _relation_counts(triples, split, part) for part in KEPT},
        split.dropped(),
    )


CHECKS: Final[Mapping[str, tuple[Callable[[SplitEvidence], Flags], tuple[Kind, ...]]]] = {
    "repeated": (SplitEvidence.repeated, _EVERY),
    "inverse": (SplitEvidence.inverted, _EVERY),
    "same_pair": (SplitEvidence.same_pair, _EVERY),
    "opposite_pair": (SplitEvidence.opposite_pair, _EVERY),
    "unseen_relation": (SplitEvidence.unseen_relation, _EVERY),
    "near_duplicate": (SplitEvidence.near_duplicate, _EVERY),
    "unseen_entity": (SplitEvidence.unseen_entity, ("transductive",)),
    "divided_place": (SplitEvidence.divided_place, _INDUCTIVE),
    "named_too_early": (SplitEvidence.named_too_early, _INDUCTIVE),
}
"""Check -> what flags the triples that fail it, and the kinds of splits that it is made for.

A further one, ``empty_part``, is made for every split: nothing leaks where nothing is asked.
"""


def _check_codes(split: Split, triples: pa.Table) -> None:
    if not len(split.part) == len(split.reason) == triples.num_rows:
        raise KnowledgeGraphError(
            f"the split has {len(split.part)} parts and {len(split.reason)} reasons for {triples.num_rows} triples; "
            "audit it with the triples that were split"
        )
    known = np.isin(split.part, list(Part)) & np.isin(split.reason, list(Reason))
    wrong = ~known | ((split.part == Part.DROPPED) == (split.reason == Reason.KEPT))
    if wrong.any():
        row = int(wrong.argmax())
        raise KnowledgeGraphError(
            f"triple {row}: part {split.part[row]} and reason {split.reason[row]} do not go together; "
            f"expected a part of 0 to {max(KEPT)} with reason 0, or part {Part.DROPPED} with another reason"
        )


def _empty_parts(counts: Mapping[str, int]) -> Leak:
    empty = tuple(part.name.lower() for part in KEPT if not counts[part.name.lower()])
    return Leak(len(empty), empty)


def _leak(flags: Flags, split: Split, triples: pa.Table) -> Leak:
    rows = np.flatnonzero(flags)
    shown = triples.select(["head", "relation", "tail"]).take(rows[:_EXAMPLES]).to_pylist()
    parts = [Part(split.part[row]).name.lower() for row in rows[:_EXAMPLES]]
    examples = (f"{' '.join(triple.values())} ({part})" for triple, part in zip(shown, parts, strict=True))
    return Leak(len(rows), tuple(examples))


def _relation_counts(triples: pa.Table, split: Split, part: Part) -> dict[str, int]:
    counts = triples["relation"].take(split.rows(part)).value_counts().to_pylist()
    return {row["values"]: row["counts"] for row in sorted(counts, key=lambda row: str(row["values"]))}
