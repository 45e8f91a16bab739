"""What is evaluated: the linker of every seed, its parts alone, encoders, and what all of them have to beat."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
import torch

from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.names import Names, name_entities
from codegraft.graphmer.chains.shards import StoredChains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.evaluation.baselines import BM25, CharacterTrigrams, RelationFrequency, RepositoryPopularity
from codegraft.graphmer.linking.graph import System
from codegraft.graphmer.linking.linker import Linker, ReaderScores
from codegraft.graphmer.linking.reader import Reader
from codegraft.graphmer.linking.tail_scores import TailScores, encoder_masker
from codegraft.graphmer.linking.train import LinkTask
from codegraft.graphmer.training.checkpoint import TrainedEncoder
from codegraft.kg.store import KnowledgeGraph
from codegraft.params import Graphmer

LINKER: Final = "linker"
"""The system that is claimed to be good; all others stand beside it."""

ENCODER: Final = "encoder"

Systems = Mapping[str, Sequence[System]]
"""By name the system of each seed, or the only one of a system that draws nothing."""


def linkers(task: LinkTask, trained: Mapping[int, Linker]) -> dict[str, list[System]]:
    """The linker, what it is made of, the same untrained, and the baselines."""
    graph = task.graph
    return {
        LINKER: [_on(task, linker) for linker in trained.values()],
        "graph_evidence": [_on(task, replace(one, weights=one.without_reader)) for one in trained.values()],
        "reader": [ReaderScores(one.reader, task.reading) for one in trained.values()],
        "untrained": [ReaderScores(_untrained(one.reader, seed), task.reading) for seed, one in trained.items()],
        "relation_frequency": [RelationFrequency(graph)],
        "repository_popularity": [RepositoryPopularity(graph)],
        "trigrams": [CharacterTrigrams(graph)],
        "bm25": [BM25(graph)],
        "bm25_neighbours": [BM25(graph, neighbours=True)],
    }


class Hung(NamedTuple):
    """Code with its graph, as encoders read it.

    Attributes:
        chains: windows of all parts.
        names: of the graph's entities.
        masker: what is seen of windows, but for leaves: those an encoder sees if it was trained with them.
    """

    chains: Chains
    names: Names
    masker: Masker

    @classmethod
    def of(
        cls, task: LinkTask, graph: KnowledgeGraph, stored: StoredChains, tokenizer: CodeTokenizer, params: Graphmer
    ) -> "Hung":
        """The chains of a graph, its entities named as in training."""
        learned = task.parts.everywhere_learned
        seen = np.zeros(len(task.graph.ids), np.bool_)
        seen[task.graph.head[learned]] = seen[task.graph.tail[learned]] = True
        names = name_entities(graph.entities, seen, tokenizer, stored.header.tail_slots)
        return cls(stored.chains, names, encoder_masker(stored.header, params))


def encoders(task: LinkTask, hung: Hung, trained: Mapping[str, Sequence[TrainedEncoder]]) -> dict[str, list[System]]:
    """Encoders that are asked for tails, by name, and an untrained one."""
    untrained = [replace(one, model=_new(one.model, seed)) for seed, one in enumerate(trained[ENCODER])]
    return {
        name: [_asked_for_tails(task, hung, one) for one in of_seeds]
        for name, of_seeds in {**trained, f"{ENCODER}_untrained": untrained}.items()
    }


def _asked_for_tails(task: LinkTask, hung: Hung, trained: TrainedEncoder) -> System:
    masker = replace(hung.masker, visible_leaves=bool(trained.trained_on["params"]["use_leaves"]))
    return TailScores(trained.model, masker, hung.chains, task.graph, hung.names)


def _on(task: LinkTask, linker: Linker) -> System:
    return linker.on(task.evidence, task.reading)


def _untrained(reader: Reader, seed: int) -> Reader:
    torch.manual_seed(seed)
    return Reader(reader.config).eval()


def _new(model: GraphMER, seed: int) -> GraphMER:
    torch.manual_seed(seed)
    return GraphMER(model.config).eval()
