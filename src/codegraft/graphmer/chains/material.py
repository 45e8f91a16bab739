"""Sources, knowledge graph and splits, as rows of each other."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.chains.parts import Parts, file_parts, split_codes
from codegraft.graphmer.chains.ragged import Longs
from codegraft.kg.ontology import Ontology
from codegraft.kg.splits.model import Clusters, Part
from codegraft.kg.splits.string_codes import entity_rows, file_keys, rows_of
from codegraft.kg.store import KnowledgeGraph


@dataclass(frozen=True, eq=False)
class Material:
    """F files, and a graph of T triples and E entities.

    Attributes:
        sources: columns repository, path, language, text; F rows.
        entities: columns id, type, name, language, repository, start, end; E rows.
        home: int64 [E] row of the file that defines each entity, -1 for none.
        is_module: bool [E].
        head, tail: int64 [T] rows of the entities.
        relation: int64 [T] from 1: ``relations`` names them.
        said_in: int64 [T] row of the file that says each triple, -1 for none.
        start: int64 [T] the byte at which it does.
        splits: int8 [T, 3] the part of each triple in each of ``SPLITS``.
        file_part: int8 [F] what the code of each file may be used for.
        relations: names, in the order of the ontology's file.
    """

    sources: pa.Table
    entities: pa.Table
    home: Longs
    is_module: npt.NDArray[np.bool_]
    head: Longs
    tail: Longs
    relation: Longs
    said_in: Longs
    start: Longs
    splits: Parts
    file_part: Parts
    relations: tuple[str, ...]

    @classmethod
    def of(
        cls, sources: pa.Table, graph: KnowledgeGraph, splits: pa.Table, clusters: Clusters, ontology: Ontology
    ) -> "Material":
        """Look up rows.

        Args:
            sources: as they were read.
            graph: made of them.
            splits: of its triples, row by row.
            clusters: files that are near duplicates of each other.
            ontology: of the graph.

        Raises:
            KnowledgeGraphError: the graph names a file that is not among the sources, or a relation that is not in
                the ontology; or there are not as many rows of splits as triples.
        """
        if len(splits) != len(graph.triples):
            raise KnowledgeGraphError(
                f"{len(graph.triples)} triples have {len(splits)} rows of splits; make them again: `dvc repro build_kg`"
            )
        files = file_keys(sources.select(["repository", "path"]).rename_columns(["repository", "file"]))
        said_in = _file_rows(graph.triples, files)
        codes = split_codes(splits)
        return cls(
            sources=sources,
            entities=graph.entities,
            home=_file_rows(graph.entities, files),
            is_module=rows_of(graph.entities["type"], pa.array(["Module"])) >= 0,
            head=entity_rows(graph.triples["head"], graph.entities),
            tail=entity_rows(graph.triples["tail"], graph.entities),
            relation=_relation_rows(graph.triples, ontology) + 1,
            said_in=said_in,
            start=graph.triples["start"].to_numpy().astype(np.int64),
            splits=codes,
            file_part=file_parts(sources, said_in, codes, clusters),
            relations=tuple(ontology.relations),
        )

    @cached_property
    def learned(self) -> npt.NDArray[np.bool_]:
        """[T] whether every split learns the triple."""
        return np.asarray((self.splits == Part.TRAIN).all(axis=1))

    @cached_property
    def seen(self) -> npt.NDArray[np.bool_]:
        """[E] whether a triple that is learned names the entity."""
        named = np.zeros(len(self.entities), np.bool_)
        named[self.head[self.learned]] = True
        named[self.tail[self.learned]] = True
        return named


def _file_rows(table: pa.Table, files: pa.ChunkedArray) -> Longs:
    keys = file_keys(table)
    rows = rows_of(keys, files)
    missing = keys.filter(pa.array(rows < 0)).unique().to_pylist()
    if lost := [key for key in missing if key]:
        repository, _, file = lost[0].partition("\0")
        raise KnowledgeGraphError(
            f"the graph names {file} of {repository}, which is not among the sources; build it again: "
            "`dvc repro build_kg`"
        )
    return rows


def _relation_rows(triples: pa.Table, ontology: Ontology) -> Longs:
    rows = rows_of(triples["relation"], pa.array(list(ontology.relations)))
    if (rows < 0).any():
        unknown = triples["relation"][int(np.argmin(rows))].as_py()
        raise KnowledgeGraphError(
            f"the graph has the relation {unknown}, which the ontology lacks: `dvc repro build_kg`"
        )
    return rows
