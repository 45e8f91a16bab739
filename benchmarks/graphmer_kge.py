"""Link prediction by knowledge graph embeddings, beside the baselines that count and compare names.

    OMP_NUM_THREADS=1 python -m benchmarks.graphmer_kge

TransE, DistMult, ComplEx and RotatE of PyKEEN are trained on the seen triples of data/kg and their inverses, and asked
what every system is asked, through the same evaluator. The budget is equal and small: each model is trained once with
each of ``LEARNING_RATES``, the same number of epochs, negatives and numbers an entity; the rate with the best MRR on
hidden triples of validation's files and repositories is trained on the further seeds. An embedding exists only for
entities that were trained on, so all three settings are transductive for these models: seen triples of held-out
repositories are among what they learn.
"""

import argparse
import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from pykeen.models import ComplEx, DistMult, RotatE, TransE
from pykeen.training import SLCWATrainingLoop
from pykeen.triples import CoreTriplesFactory

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.evaluation.baselines import (
    BM25,
    CharacterTrigrams,
    Constant,
    RelationFrequency,
    RepositoryPopularity,
    Untrained,
)
from codegraft.graphmer.evaluation.link_figures import Asked, figures
from codegraft.graphmer.evaluation.link_prediction import draw, ranks_of
from codegraft.graphmer.evaluation.ranking import MEASURES, Ranked, chance_of, measures_of
from codegraft.graphmer.linking.graph import Floats, LinkGraph, Longs, Questions, Side, System
from codegraft.graphmer.linking.parts import link_parts
from codegraft.kg.ontology import load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import read_kg
from codegraft.progress import track
from codegraft.training.reproducible import set_reproducible

SEEDS: Final = (0, 1, 2)
EPOCHS: Final = 5
QUESTIONS: Final = 1000
"""Triples of each setting; both ends are asked for."""
TUNING: Final = 250
"""Triples that the learning rate is chosen by."""
LEARNING_RATES: Final = (0.02, 0.06)
NEGATIVES: Final = 4
BATCH: Final = 2048
WIDTH: Final = 32
"""Numbers an entity; half as many complex ones."""

_SPREAD: Final = partial(torch.nn.init.normal_, std=0.3)
_DISTANCE: Final = {"loss": "nssa", "loss_kwargs": {"margin": 9.0, "adversarial_temperature": 1.0}}
_PRODUCT: Final = {"loss": "nssa", "loss_kwargs": {"margin": 0.0, "adversarial_temperature": 1.0}}

MODELS: Final[Mapping[str, Any]] = {
    "TransE": partial(TransE, embedding_dim=WIDTH, entity_initializer=_SPREAD, entity_constrainer=None, **_DISTANCE),
    "DistMult": partial(
        DistMult,
        embedding_dim=WIDTH,
        entity_initializer=_SPREAD,
        relation_initializer=_SPREAD,
        entity_constrainer=None,
        regularizer=None,
        **_PRODUCT,
    ),
    "ComplEx": partial(
        ComplEx, embedding_dim=WIDTH // 2, entity_initializer=_SPREAD, relation_initializer=_SPREAD, **_PRODUCT
    ),
    "RotatE": partial(RotatE, embedding_dim=WIDTH // 2, entity_initializer=_SPREAD, **_DISTANCE),
}

SHOWN: Final = (*MEASURES, "intervals", "questions", "tail", "head", "semantic", "syntactic", "semantic_tail", "macro")
"""Figures that are kept of each setting."""

_AT_ONCE: Final = 8
"""Questions; a model holds its width in numbers for each of them and each candidate."""


class Embedded:
    """What a trained model of PyKEEN says; the head of a triple is asked for as the tail of its inverse."""

    def __init__(self, model: Any) -> None:
        self._model = model.eval()

    @torch.inference_mode()
    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] scores of the model."""
        offered = torch.from_numpy(candidates)
        said = [self._said(part, offered) for _, part in questions.chunks(_AT_ONCE)]
        scores: Floats = torch.cat(said).numpy()
        return scores

    def _said(self, questions: Questions, offered: torch.Tensor) -> torch.Tensor:
        known, relation = torch.from_numpy(questions.known), torch.from_numpy(questions.relation)
        if questions.side is Side.TAIL:
            scores: torch.Tensor = self._model.predict_t(torch.stack([known, relation], dim=1), tails=offered)
        else:
            scores = self._model.predict_h(torch.stack([relation, known], dim=1), heads=offered)
        return scores


def trained(name: str, factory: CoreTriplesFactory, rate: float, seed: int, epochs: int) -> Embedded:
    """A model after so many epochs."""
    set_reproducible(seed, 1)
    model = MODELS[name](triples_factory=factory, random_seed=seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=rate)
    sampling = {"num_negs_per_pos": NEGATIVES}
    loop = SLCWATrainingLoop(
        model=model, triples_factory=factory, optimizer=optimizer, negative_sampler_kwargs=sampling
    )
    loop.train(factory, num_epochs=epochs, batch_size=BATCH, use_tqdm=False, use_tqdm_batch=False, pin_memory=False)
    return Embedded(model)


def factory_of(graph: LinkGraph) -> CoreTriplesFactory:
    """The seen triples; numbers of entities and relations are those of the graph."""
    triples = np.unique(np.stack([graph.head, graph.relation, graph.tail], axis=1)[graph.seen], axis=0)
    return CoreTriplesFactory(
        torch.from_numpy(triples), len(graph.ids), len(graph.relations), create_inverse_triples=True
    )


def tuned(name: str, graph: LinkGraph, valid: Longs, epochs: int) -> tuple[dict[str, float], list[Embedded]]:
    """MRR on validation by learning rate, and the best one's model of each seed."""
    factory = factory_of(graph)
    first = {rate: trained(name, factory, rate, SEEDS[0], epochs) for rate in LEARNING_RATES}
    mrr = {rate: float((1 / ranks_of(model, graph, valid).rank).mean()) for rate, model in first.items()}
    best = max(mrr, key=mrr.__getitem__)
    further = [trained(name, factory, best, seed, epochs) for seed in SEEDS[1:]]
    return {str(rate): value for rate, value in mrr.items()}, [first[best], *further]


def simple_systems(graph: LinkGraph) -> dict[str, Sequence[System]]:
    """Name -> the system on each of its seeds."""
    return {
        "constant": [Constant()],
        "untrained": [Untrained(graph, seed) for seed in SEEDS],
        "relation_frequency": [RelationFrequency(graph)],
        "repository_popularity": [RepositoryPopularity(graph)],
        "character_trigrams": [CharacterTrigrams(graph)],
        "bm25": [BM25(graph)],
        "bm25_of_neighbours": [BM25(graph, neighbours=True)],
    }


def main() -> None:
    """Train, ask, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_kge.json")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="of each training")
    arguments = parser.parse_args()
    logging.getLogger("pykeen").setLevel(logging.ERROR)
    splits = read_splits()
    parts = link_parts(splits)
    graph = LinkGraph.of(read_kg(), parts.seen, load_ontology())
    questions = draw(parts.asked, QUESTIONS, seed=0)
    [valid] = draw({"fitting": parts.fitting}, TUNING, seed=0).values()
    systems, tuning = simple_systems(graph), {}
    for name in track(MODELS, "embeddings", unit="model"):
        tuning[name], systems[name] = tuned(name, graph, valid, arguments.epochs)
    ranked = {
        name: {setting: [ranks_of(system, graph, rows) for system in seeds] for setting, rows in questions.items()}
        for name, seeds in track(systems.items(), "answers", total=len(systems), unit="system")
    }
    asked = {setting: Asked.of(graph, splits, rows, np.zeros(len(rows), bool)) for setting, rows in questions.items()}
    report = {
        "budget": {
            "batch": BATCH,
            "epochs": arguments.epochs,
            "learning_rates": LEARNING_RATES,
            "negatives": NEGATIVES,
            "numbers_an_entity": WIDTH,
            "seeds": len(SEEDS),
        },
        "chance": {
            setting: shown(asked[setting], [chance_of(ranks[0].size)]) for setting, ranks in ranked["constant"].items()
        },
        "systems": {
            name: {setting: shown(asked[setting], measures(ranks)) for setting, ranks in by_setting.items()}
            for name, by_setting in ranked.items()
        },
        "tuning": tuning,
    }
    print("\n".join(table_of(report)))
    write_json(arguments.output, report)
    print(f"wrote {arguments.output}")


def measures(ranked: Iterable[Ranked]) -> list[Any]:
    """[4, 2, Q] of each seed."""
    return [measures_of(one.rank) for one in ranked]


def shown(asked: Asked, seeds: Sequence[Any]) -> dict[str, Any]:
    """The figures that are kept."""
    found = figures(asked, seeds)
    return {name: found[name] for name in SHOWN}


def table_of(report: Mapping[str, Any]) -> list[str]:
    """MRR and Hits@10 of both sides, and the MRR of semantic tails, by setting."""
    settings = list(report["chance"])
    lines = [f"| system | {' | '.join(settings)} |", "|---" * (len(settings) + 1) + "|"]
    for name, figures_of in [("chance", report["chance"]), *report["systems"].items()]:
        cells = [
            f"{of['mrr']:.3f}, {of['hits_at_10']:.3f}, {of['semantic_tail']['mrr']:.3f}" for of in figures_of.values()
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    main()
