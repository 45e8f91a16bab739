"""Stage ``build_kg``: turn the collected sources into the knowledge graph."""

import csv
from pathlib import Path
from typing import Final

from codegraft.errors import SourceError
from codegraft.files import write_json
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.cache import CACHE_DIRECTORY
from codegraft.kg.build.summary import summarise
from codegraft.kg.build.texts import texts_of_table
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.table import make_splits, write_splits
from codegraft.kg.store import KG_DIRECTORY, TRIPLES_FILE, write_kg
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.sources import SKIPPED_FILE, SOURCES_FILE, Skipped, read_sources
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/kg.json")


def main() -> None:
    """Write the graph and its splits to data/kg/, and metrics/kg.json.

    Raises:
        SourceError: the sources, or the list of what was skipped, are missing or damaged.
        KnowledgeGraphError: the ontology is not sound, with kg.strict, the graph breaks one of its rules, or a
            split leaks.
        WorkerError: the workers cannot be had, or die.
    """
    params = load_params()
    sources, ontology = read_sources(SOURCES_FILE), load_ontology(ONTOLOGY_FILE)
    texts = list(texts_of_table(sources, _skipped(SKIPPED_FILE)))
    with Workers(params.kg.jobs, params.backend, params.cluster) as workers:
        built = build_kg(texts, ontology, workers=workers, strict=params.kg.strict, cache=CACHE_DIRECTORY)
    graph = built.graph
    splits, figures = make_splits(graph, sources, ontology, params.kg, params.seed)
    digests = write_kg(KG_DIRECTORY, graph.triples, graph.entities, graph.manifest)
    write_splits(KG_DIRECTORY, splits, digests[TRIPLES_FILE])
    write_json(METRICS_FILE, summarise(graph.manifest) | {"splits": figures})


def _skipped(path: Path) -> list[Skipped]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [Skipped(**row) for row in csv.DictReader(file)]
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; run `dvc repro sources`") from None
    except (TypeError, UnicodeDecodeError):
        expected = ", ".join(Skipped._fields)
        raise SourceError(f"{path}: expected the columns {expected}; run `dvc repro --force sources`") from None


if __name__ == "__main__":
    run(main)
