"""Texts to the knowledge graph, a repository at a time."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from codegraft.bulk import collector_paused
from codegraft.kg.build.analysis import analyse
from codegraft.kg.build.assemble import assemble
from codegraft.kg.build.entities import check_repository_name
from codegraft.kg.build.manifest import describe
from codegraft.kg.build.partition import Partition, partition
from codegraft.kg.build.texts import Texts
from codegraft.kg.ontology import Ontology
from codegraft.kg.store import KnowledgeGraph
from codegraft.kg.validate import validate
from codegraft.parallel.workers import Workers


@dataclass(frozen=True)
class Build:
    """A graph, and how many of its texts were parsed: those that were not in the cache."""

    graph: KnowledgeGraph
    parsed: int


def build_kg(
    repositories: Sequence[Texts],
    ontology: Ontology,
    *,
    workers: Workers | None = None,
    strict: bool = False,
    cache: Path | None = None,
) -> Build:
    """Build the graph of some repositories.

    The tables and the manifest depend on the texts alone, not on the order of the repositories, the workers or
    what was in the cache. Memory is that of the graph and, for each worker, of one repository's analysis.

    Args:
        repositories: at least one, each with another name.
        ontology: what the graph is validated against.
        workers: None: this process. Many repositories are analysed side by side, of fewer the files are parsed so.
        strict: whether a violated rule is an error.
        cache: directory of what was parsed before; None parses everything.

    Raises:
        KnowledgeGraphError: a repository's name does not do or is there twice, or, if ``strict``, the graph breaks a
            rule of its ontology; or the cache cannot be written.
        WorkerError: the workers cannot be had, or die.
    """
    for texts in repositories:
        check_repository_name(texts.repository)
    with collector_paused():
        shares = _analyse_all(repositories, workers or Workers(), cache)
        partitions = [share for share, _ in shares]
        tables = assemble(partitions)
        report = validate(tables.triples, tables.entities, ontology)
        if strict:
            report.raise_for_violations()
        manifest = describe(repositories, partitions, tables, ontology, report)
    return Build(KnowledgeGraph(tables.triples, tables.entities, manifest), sum(parsed for _, parsed in shares))


def _analyse_all(repositories: Sequence[Texts], workers: Workers, cache: Path | None) -> list[tuple[Partition, int]]:
    """The partition of each repository, and how many of its texts were parsed. The largest begins."""
    by_size = sorted(repositories, key=lambda texts: -sum(len(text) for _, text in texts.files))
    if len(repositories) < workers.jobs:
        return [_share(texts, workers, cache) for texts in by_size]
    place = None if cache is None else cache.absolute()  # a worker may stand in another directory
    return workers.spread(partial(_share_alone, cache=place), by_size, "repositories")


def _share_alone(texts: Texts, cache: Path | None) -> tuple[Partition, int]:
    return _share(texts, Workers(), cache)


def _share(texts: Texts, workers: Workers, cache: Path | None) -> tuple[Partition, int]:
    gc.collect(0)  # What the repository before left in circles; nothing else is young while the collector is paused.
    with collector_paused():
        models, parsed = analyse(texts, workers, cache=cache)
        return partition(models, texts.repository, texts.version, texts.licence), parsed
