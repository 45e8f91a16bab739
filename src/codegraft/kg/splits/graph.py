"""The columns of a knowledge graph that decide how it is divided."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.kg.splits.model import Clusters
from codegraft.kg.splits.string_codes import Codes, encode, entity_rows, file_key, file_keys, rows_of


@dataclass(frozen=True)
class SplitGraph:
    """Triples and the entities that they name, as codes into sorted vocabularies.

    Shapes:
        head, tail: [t] codes of entities. relation, language: [t].
        repository, file: [t] where a triple is said, -1 if nowhere; ``repositories`` and ``files`` are their numbers.
        home_repository, home_file: [n] where an entity is defined, -1 if nowhere.
        twin: [files] the first near duplicate of each file, the file itself if it has none.
    """

    head: Codes
    relation: Codes
    tail: Codes
    language: Codes
    repository: Codes
    file: Codes
    home_repository: Codes
    home_file: Codes
    twin: Codes
    repositories: int

    @classmethod
    def of(cls, triples: pa.Table, entities: pa.Table, near_duplicates: Clusters) -> "SplitGraph":
        """Encode two tables and the clusters of files.

        Raises:
            KnowledgeGraphError: a triple names an entity that is not in ``entities``.
        """
        ids, (head, tail) = encode(triples["head"], triples["tail"])
        home = entity_rows(ids, entities)
        files, (file, home_file) = _places(file_keys(triples), file_keys(entities))
        repositories, (repository, home_repository) = _places(triples["repository"], entities["repository"])
        _, (relation,) = encode(triples["relation"])
        _, (language,) = encode(triples["language"])
        return cls(
            head,
            relation,
            tail,
            language,
            repository,
            file,
            home_repository[home],
            home_file[home],
            _twins(files, near_duplicates),
            len(repositories),
        )

    @property
    def files(self) -> int:
        """How many files say or define something."""
        return len(self.twin)

    def pairs(self) -> Codes:
        """[t] the unordered pair of entities that a triple joins, numbered from 0."""
        low, high = np.minimum(self.head, self.tail), np.maximum(self.head, self.tail)
        _, pair = np.unique(low * len(self.home_file) + high, return_inverse=True)
        return pair

    def has_twin(self) -> npt.NDArray[np.bool_]:
        """[t] whether the file that says a triple has a near duplicate."""
        shared = np.bincount(self.twin, minlength=self.files)[self.twin] > 1
        return np.isin(self.file, np.flatnonzero(shared))


def _places(*columns: pa.ChunkedArray) -> tuple[pa.Array, list[Codes]]:
    """As ``encode``, with -1 for the empty string, which means nowhere."""
    names, codes = encode(*columns)
    if len(names) and names[0].as_py() == "":
        return names[1:], [code - 1 for code in codes]
    return names, codes


def _twins(files: pa.Array, near_duplicates: Clusters) -> Codes:
    twin = np.arange(len(files))
    for cluster in near_duplicates:
        rows = rows_of(pa.array([file_key(*key) for key in cluster], pa.string()), files)
        rows = rows[rows >= 0]
        twin[rows] = rows.min(initial=len(files))
    return twin
