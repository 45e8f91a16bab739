"""What tells a leak: where the content of a triple, its names and its file stand in the other parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.kg.splits.model import Clusters, Part, Split
from codegraft.kg.splits.string_codes import Codes, encode, entity_rows, file_key, file_keys, rows_of

Flags = npt.NDArray[np.bool_]
"""[t] whether a triple fails a check."""

KEPT: Final = (Part.TRAIN, Part.VALID, Part.TEST)

_NOWHERE: Final = pa.chunked_array([[""]], pa.string())


@dataclass(frozen=True)
class SplitEvidence:
    """A split beside its triples, as codes.

    Shapes:
        part: [t] codes of ``Part``.
        head, tail: [t] below ``len(home)``. relation: [t] below ``len(inverse)``.
        inverse: [relations] code of the inverse relation, -1 if there is none.
        file: [t] the file that says a triple, below ``files``; 0 for none.
        place: [t] what is held out as a whole: the repository in repository-inductive splits, else the file.
        home: [entities] the place that defines an entity, 0 for none.
        clusters: near duplicates as codes of files, at least two in each.
    """

    part: Codes
    head: Codes
    relation: Codes
    tail: Codes
    inverse: Codes
    file: Codes
    files: int
    place: Codes
    home: Codes
    clusters: tuple[Codes, ...]

    @classmethod
    def of(
        cls, split: Split, triples: pa.Table, entities: pa.Table, clusters: Clusters, inverses: Mapping[str, str]
    ) -> "SplitEvidence":
        """Encode tables, clusters and inverse pairs.

        Raises:
            KnowledgeGraphError: a triple names an entity that is not in ``entities``.
        """
        ids, (head, tail) = encode(triples["head"], triples["tail"])
        relations, (relation,) = encode(triples["relation"])
        files, (file, home, _) = encode(file_keys(triples), file_keys(entities), _NOWHERE)
        place = file
        if split.kind == "repository-inductive":
            _, (place, home, _) = encode(triples["repository"], entities["repository"], _NOWHERE)
        members = (rows_of(pa.array([file_key(*key) for key in cluster], pa.string()), files) for cluster in clusters)
        return cls(
            split.part.astype(np.int64),
            head,
            relation,
            tail,
            _inverse_codes(relations, inverses),
            file,
            len(files),
            place,
            home[entity_rows(ids, entities)],
            tuple(known for rows in members if len(known := rows[rows >= 0]) > 1),
        )

    def repeated(self) -> Flags:
        """The triple itself stands in an earlier part."""
        return self._earlier(self._triple(), self._triple())

    def inverted(self) -> Flags:
        """Its inverse does."""
        inverse = self.inverse[self.relation]
        flags = self._earlier(self._triple(), self._key(self.tail, self.head, inverse))
        flags &= inverse >= 0
        return flags

    def same_pair(self) -> Flags:
        """Another relation leads from its head to its tail in an earlier part."""
        pair = self._key(self.head, self.tail)
        return self._earlier(pair, pair) & ~self.repeated() & ~self.inverted()

    def opposite_pair(self) -> Flags:
        """A relation that is not its inverse leads from its tail to its head in an earlier part."""
        pair, opposite = self._key(self.head, self.tail), self._key(self.tail, self.head)
        flags = self._earlier(pair, opposite) & ~self.inverted()
        flags &= self.head != self.tail
        return flags

    def unseen_relation(self) -> Flags:
        """No training triple has its relation."""
        return self._held_out() & ~np.isin(self.relation, self.relation[self.part == Part.TRAIN])

    def unseen_entity(self) -> Flags:
        """One of its ends is in no training triple."""
        train = self.part == Part.TRAIN
        seen = np.concatenate([self.head[train], self.tail[train]])
        flags = self._held_out()
        flags &= ~(np.isin(self.head, seen) & np.isin(self.tail, seen))
        return flags

    def divided_place(self) -> Flags:
        """Its file or repository, which is held out as a whole, says triples of an earlier part, too."""
        flags = self._earlier(self.place, self.place)
        flags &= self.place > 0
        return flags

    def named_too_early(self) -> Flags:
        """It names an entity whose file or repository is of a later part; divided ones are left to that check."""
        part_of_place = np.full(max(self.place.max(initial=0), self.home.max(initial=0)) + 1, -1)
        for part in KEPT:
            says = np.isin(np.arange(len(part_of_place)), self.place[self.part == part])
            part_of_place[says] = np.where(part_of_place[says] < 0, part, Part.TRAIN)
        part_of_place[0] = -1
        latest = np.maximum(part_of_place[self.home[self.head]], part_of_place[self.home[self.tail]])
        return np.isin(self.part, KEPT) & (latest > self.part)

    def near_duplicate(self) -> Flags:
        """The file that says it has a near duplicate that says something in an earlier part."""
        first = np.full(self.files, Part.DROPPED)
        np.minimum.at(first, self.file, self.part)
        first_of_others = np.full(self.files, Part.DROPPED)
        for cluster in self.clusters:
            earliest, *others = cluster[np.argsort(first[cluster])]
            first_of_others[others] = first[earliest]
            first_of_others[earliest] = first[others].min()
        return np.isin(self.part, KEPT) & (self.part > first_of_others[self.file])

    def _held_out(self) -> Flags:
        return np.isin(self.part, (Part.VALID, Part.TEST))

    def _triple(self) -> Codes:
        return self._key(self.head, self.tail, self.relation)

    def _key(self, head: Codes, tail: Codes, relation: Codes | int = 0) -> Codes:
        return (head * len(self.home) + tail) * len(self.inverse) + relation

    def _earlier(self, keys: Codes, wanted: Codes) -> Flags:
        """Whether a triple's ``wanted`` key is among the ``keys`` of an earlier part."""
        train, valid = (np.isin(wanted, keys[self.part == part]) for part in (Part.TRAIN, Part.VALID))
        flags = self._held_out() & train
        flags |= (self.part == Part.TEST) & valid
        return flags


def _inverse_codes(relations: pa.Array, inverses: Mapping[str, str]) -> Codes:
    both = {**inverses, **{inverse: relation for relation, inverse in inverses.items()}}
    return rows_of(pa.array([both.get(name, "") for name in relations.to_pylist()], pa.string()), relations)
