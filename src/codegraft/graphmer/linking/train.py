"""Trains a linker for each seed: a reader on what may be learned, then the weights on what is hidden in validation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import joblib
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.contexts import Contexts
from codegraft.graphmer.linking.evidence import Evidence
from codegraft.graphmer.linking.graph import LinkGraph
from codegraft.graphmer.linking.linker import (
    Features,
    Linker,
    ReaderScores,
    fit_weights,
    fitting_rivals,
    without_reader,
)
from codegraft.graphmer.linking.parts import LinkParts, link_parts
from codegraft.graphmer.linking.reader import ReaderConfig, Reading
from codegraft.graphmer.linking.spelling import spell
from codegraft.graphmer.linking.train_reader import train_reader
from codegraft.kg.ontology import Ontology
from codegraft.kg.store import KnowledgeGraph
from codegraft.params import Linker as LinkerParams

Doubles = npt.NDArray[np.float64]

_LAST: Final = 50
"""Steps at the end of a training whose loss is told: one batch says little."""


@dataclass(frozen=True, eq=False)
class LinkTask:
    """A divided graph with its code.

    Attributes:
        graph: of which some triples are hidden.
        parts: of its triples.
        evidence: of what is seen.
        reading: what readers are shown.
        tokenizer: SHA-256 of tokenizer.json.
        vocabulary: tokens that it has.
    """

    graph: LinkGraph
    parts: LinkParts
    evidence: Evidence
    reading: Reading
    tokenizer: str
    vocabulary: int

    @classmethod
    def of(
        cls, graph: KnowledgeGraph, splits: pa.Table, chains: Chains, tokenizer: CodeTokenizer, ontology: Ontology
    ) -> "LinkTask":
        """The task of a graph, its splits, and all windows on which it hangs."""
        parts = link_parts(splits)
        linked = LinkGraph.of(graph, parts.seen, ontology)
        contexts = Contexts(chains, len(linked.head))
        reading = Reading(linked, spell(linked.ids, tokenizer), contexts)
        return cls(linked, parts, Evidence(linked), reading, tokenizer.digest, tokenizer.vocabulary)


class TrainedLinker(NamedTuple):
    """What came of a seed.

    Attributes:
        linker: for use.
        losses: float64 [steps] of the reader.
        surprise: of the hidden answers that the weights were fitted to, in nats: with all evidence, and without the
            reader.
    """

    linker: Linker
    losses: Doubles
    surprise: dict[str, float]


def train_linkers(task: LinkTask, params: LinkerParams) -> list[TrainedLinker]:
    """A linker for each seed, several at a time; the same on every run."""
    jobs = (joblib.delayed(train_linker)(task, params, seed) for seed in params.seeds)
    trained: list[TrainedLinker] = joblib.Parallel(n_jobs=min(params.jobs, len(params.seeds)))(jobs)
    return trained


def train_linker(task: LinkTask, params: LinkerParams, seed: int) -> TrainedLinker:
    """A linker of a seed; the same on every run."""
    graph, parts = task.graph, task.parts
    config = ReaderConfig(task.vocabulary, len(graph.relations), len(graph.types), params.width)
    reader, losses = train_reader(task.reading, parts.learned, config, params, seed)
    generator = np.random.default_rng(seed)
    asked = generator.permutation(parts.fitting)[: params.questions]
    rivals = fitting_rivals(Features(task.evidence, ReaderScores(reader, task.reading)), asked, seed)
    weights, surprise = fit_weights(rivals, len(graph.relations), params.shrinkage)
    without, of_evidence = fit_weights(without_reader(rivals), len(graph.relations), params.shrinkage)
    linker = Linker(reader, weights, without, graph.relations, graph.types, task.tokenizer)
    return TrainedLinker(linker, losses, {"linker": surprise, "evidence": of_evidence})


def figures(task: LinkTask, trained: Sequence[TrainedLinker], params: LinkerParams) -> dict[str, Any]:
    """What a change of the training is reviewed by; how well it answers is for the evaluation to say."""
    return {
        "learned": len(task.parts.learned),
        "fitted": min(params.questions, len(task.parts.fitting)),
        "numbers": sum(parameter.numel() for parameter in trained[0].linker.reader.parameters()),
        "seeds": {
            str(seed): {"reader_loss": float(one.losses[-_LAST:].mean()), "surprise": one.surprise}
            for seed, one in zip(params.seeds, trained, strict=True)
        },
    }
