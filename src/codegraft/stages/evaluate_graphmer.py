"""Stage ``evaluate_graphmer``: linker, search and encoders -> every task beside every baseline, on unseen code."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from codegraft.files import write_json
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.evaluation.plots import draw_relations, draw_systems
from codegraft.graphmer.evaluation.ranking import MEASURES
from codegraft.graphmer.evaluation.search_figures import search_figures
from codegraft.graphmer.evaluation.systems import ENCODER, LINKER, Hung, encoders, linkers
from codegraft.graphmer.evaluation.tasks import INDUCTIVE, Evaluation, Tasks, evaluate, possible
from codegraft.graphmer.evaluation.thresholds import gates
from codegraft.graphmer.evaluation.verdicts import GROUP
from codegraft.graphmer.linking.store import LINKER_DIRECTORY, read_linkers
from codegraft.graphmer.linking.train import LinkTask
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY
from codegraft.graphmer.search.seeds import read_rankers
from codegraft.graphmer.search.train import parts_of_files, source_functions
from codegraft.graphmer.training.outputs import MODEL_DIRECTORY, read_encoders
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import KG_DIRECTORY, read_kg
from codegraft.params import load_params
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/graphmer_eval.json")
PLOTS: Final = Path("plots/graphmer_eval")
ABLATED: Final = {
    "encoder_short": Path("models/ablation/whole"),
    "encoder_short_no_leaves": Path("models/ablation/no_leaves"),
    "encoder_short_no_relation_bias": Path("models/ablation/no_relation_bias"),
}
"""Encoders of the ablation, which trains all of them for fewer steps than the pipeline's own."""

SEARCH: Final = "code_search"

_SAID: Final = frozenset({*MEASURES, "intervals", "questions", "tail", "head", GROUP})

_DRAWN: Final = ("repository_popularity", "graph_evidence")
"""Systems that the linker is drawn beside, relation by relation."""


def main() -> None:
    """Write metrics/graphmer_eval.json and plots/graphmer_eval/.

    Raises:
        KnowledgeGraphError: the graph, its splits or the ontology are missing or damaged.
        ModelError: a model, chains or the tokenizer are, or they do not belong together.
    """
    params = load_params()
    graph, splits, ontology = read_kg(KG_DIRECTORY), read_splits(KG_DIRECTORY), load_ontology(ONTOLOGY_FILE)
    stored, tokenizer = read_chains(CHAINS_DIRECTORY), CodeTokenizer.load(TOKENIZER_DIRECTORY)
    task = LinkTask.of(graph, splits, stored.chains, tokenizer, ontology)
    tasks = Tasks.of(task, graph, splits, ontology, params.evaluation.questions, params.seed)
    trained = {ENCODER: read_encoders(MODEL_DIRECTORY, tokenizer.digest)}
    trained |= {name: read_encoders(place, tokenizer.digest) for name, place in ABLATED.items()}
    hung = Hung.of(task, graph, stored, tokenizer, params.graphmer)
    found = evaluate(
        tasks,
        linkers(task, read_linkers(LINKER_DIRECTORY, tokenizer.digest)),
        encoders(task, hung, trained),
        params.evaluation.jobs,
    )
    sources, rankers = read_sources(SOURCES_FILE), read_rankers(SEARCH_DIRECTORY, tokenizer)
    functions, parts = source_functions(sources), parts_of_files(sources, stored.windows)
    search = possible(
        SEARCH,
        tasks.absent,
        lambda: search_figures(functions, parts, tasks.repositories, rankers, tokenizer, params.search),
    )
    draw(found)
    figures = found.figures[LINKER] | ({} if search is None else {SEARCH: search})
    write_json(METRICS_FILE, metrics_of(figures, found, tasks.absent, dict(params.gates.graphmer)))


def metrics_of(
    figures: dict[str, Any], found: Evaluation, absent: Mapping[str, str], thresholds: Mapping[str, float]
) -> dict[str, Any]:
    """The figures of linker and search at the top, beside them the baselines', the verdicts and the gates.

    Args:
        figures: by task.
        found: of all systems.
        absent: why a task is left out.
        thresholds: of the gates.
    """
    baselines = {name: _brief(own) for name, own in found.figures.items() if name != LINKER}
    asked = gates(figures, thresholds, absent)
    return figures | {
        "absent": dict(absent),
        "seeds": found.seeds,
        "baselines": baselines,
        "better_than": found.verdicts,
        "gates": {name: gate._asdict() for name, gate in asked.items()},
    }


def draw(found: Evaluation) -> None:
    """Write the pictures."""
    links = {name: figures["link_prediction"] for name, figures in found.figures.items()}
    draw_systems(PLOTS / "systems.png", links, GROUP)
    relations = {name: links[name][INDUCTIVE]["relations"] for name in (LINKER, *_DRAWN)}
    draw_relations(PLOTS / "relations.png", relations, "Link prediction in unseen repositories, both ends (questions)")


def _brief(figures: dict[str, Any]) -> dict[str, Any]:
    """Without what is told of the linker alone: figures of each relation, and of link prediction's smaller groups."""
    links = {
        setting: {name: value for name, value in found.items() if name in _SAID}
        for setting, found in figures["link_prediction"].items()
    }
    others = {
        task: {name: value for name, value in found.items() if name not in ("relations", "rules")}
        for task, found in figures.items()
    }
    return others | {"link_prediction": links}


if __name__ == "__main__":
    run(main)
