"""Texts to the knowledge graph, a repository at a time."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from codegraft.bulk import collector_paused
from codegraft.kg.build.analysis import analyse, spread
from codegraft.kg.build.assemble import assemble
from codegraft.kg.build.entities import check_repository_name
from codegraft.kg.build.manifest import describe
from codegraft.kg.build.partition import Partition, partition
from codegraft.kg.build.texts import Texts
from codegraft.kg.ontology import Ontology
from codegraft.kg.store import KnowledgeGraph
from codegraft.kg.validate import validate


@dataclass(frozen=True)
class Build:
    """A graph, and how many of its texts were parsed: those that were not in the cache."""

    graph: KnowledgeGraph
    parsed: int


def build_kg(
    repositories: Sequence[Texts],
    ontology: Ontology,
    *,
    jobs: int = 1,
    strict: bool = False,
    cache: Path | None = None,
) -> Build:
    """Build the graph of some repositories.

    The tables and the manifest depend on the texts alone, not on the order of the repositories, the number of jobs or
    what was in the cache. Memory is that of the graph and, for each process, of one repository's analysis.

    Args:
        repositories: at least one, each with another name.
        ontology: what the graph is validated against.
        jobs: processes; many repositories are analysed side by side, of fewer the files are parsed side by side.
        strict: whether a violated rule is an error.
        cache: directory of what was parsed before; None parses everything.

    Raises:
        KnowledgeGraphError: a repository's name does not do or is there twice, or, if ``strict``, the graph breaks a
            rule of its ontology; or the cache cannot be written.
    """
    for texts in repositories:
        check_repository_name(texts.repository)
    with collector_paused():
        shares = _analyse_all(repositories, jobs, cache)
        partitions = [share for share, _ in shares]
        tables = assemble(partitions)
        report = validate(tables.triples, tables.entities, ontology)
        if strict:
            report.raise_for_violations()
        manifest = describe(repositories, partitions, tables, ontology, report)
    return Build(KnowledgeGraph(tables.triples, tables.entities, manifest), sum(parsed for _, parsed in shares))


def _analyse_all(repositories: Sequence[Texts], jobs: int, cache: Path | None) -> list[tuple[Partition, int]]:
    """The partition of each repository, and how many of its texts were parsed. The largest begins."""
    by_size = sorted(repositories, key=lambda texts: -sum(len(text) for _, text in texts.files))
    outer, inner = (jobs, 1) if len(repositories) >= jobs else (1, jobs)
    return spread(partial(_share, jobs=inner, cache=cache), by_size, outer, "repositories")


def _share(texts: Texts, jobs: int, cache: Path | None) -> tuple[Partition, int]:
    gc.collect(0)  # What the repository before left in circles; nothing else is young while the collector is paused.
    with collector_paused():
        models, parsed = analyse(texts, jobs=jobs, cache=cache)
        return partition(models, texts.repository, texts.version, texts.licence), parsed
