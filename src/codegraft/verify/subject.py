"""The repository that is verified: everything that more than one check looks at, read once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from codegraft.params import Params
from codegraft.verify.artifacts import Artifact, Digest, digests, recorded
from codegraft.verify.gates import Gate, judge
from codegraft.verify.metadata import TRACKED
from codegraft.verify.records import Records


@dataclass(frozen=True)
class Subject:
    """What is verified, and how strictly.

    Attributes:
        root: of the repository.
        params: its parameters.
        strict: whether missed optional gates fail.
        complete: whether artifacts that are not there fail; a clone without data has only metrics and plots.
    """

    root: Path
    params: Params
    strict: bool = False
    complete: bool = False

    @cached_property
    def records(self) -> Records:
        """Its metrics and series."""
        return Records(self.root)

    @cached_property
    def gates(self) -> dict[str, Gate]:
        """Computed anew."""
        return judge(self.records, self.params.gates)

    @cached_property
    def artifacts(self) -> list[Artifact]:
        """What dvc.lock names."""
        return recorded(self.root)

    @cached_property
    def digests(self) -> dict[str, Digest]:
        """Of all that is there of what dvc.lock names and the metadata tell of."""
        return digests(self.root, dict.fromkeys([*(artifact.path for artifact in self.artifacts), *TRACKED]))
