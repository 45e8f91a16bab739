r"""Weighs all evidence about a question: what the graph tells, and what a reader of the code says.

.. math:: p(c \mid q) \propto \exp \left( (\mathbf{w}_a + \mathbf{w}_{a r})^\top \mathbf{f}(q, c) \right)

is a conditional logit (McFadden, 1974) over the candidates of a question, with :math:`\mathbf{f}` the features of
:class:`~codegraft.graphmer.linking.evidence.Evidence` and the reader's score; :math:`r` is the relation and :math:`a`
what is asked for: a tail that code mentions, a tail without code, or a head, as a reader is worth more where there is
something to read. What a relation's weights differ by from those of all is penalised, so that rare relations follow
the common rule.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import torch
from torch import Tensor

from codegraft.errors import ModelError
from codegraft.graphmer.linking.evidence import EVIDENCE, Evidence
from codegraft.graphmer.linking.graph import Flags, Floats, Longs, Questions, Side, questions_of
from codegraft.graphmer.linking.reader import Reader, Reading
from codegraft.graphmer.linking.rivals import Rivals, rivals_of

FEATURES: Final = (*EVIDENCE, "reader")

ASKED: Final = ("tail_in_code", "tail", "head")
"""Ways to ask, which have weights of their own."""

_ITERATIONS: Final = 60

_NOTHING: Final = 1e-6
"""Spread of a feature that says nothing, about."""

CHUNK: Final = 32
"""Questions whose features are in memory at once; of more, each allocation is pages that the kernel clears anew."""


class ReaderScores:
    """What a reader alone says: a :class:`~codegraft.graphmer.linking.graph.System`.

    Args:
        reader: in eval mode.
        reading: what it is shown of a graph.
    """

    def __init__(self, reader: Reader, reading: Reading) -> None:
        self._reader, self._reading = reader, reading
        self._offered: tuple[int, Tensor] | None = None

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] scaled cosines."""
        with torch.no_grad():
            asked = self._reader.ask(self._reading.asked(questions))
            return self._reader.scores(asked, self._vectors(questions.repository, candidates)).numpy()

    def has_code(self, questions: Questions) -> Flags:
        """bool [Q] for which questions there is code to read."""
        return self._reading.contexts.hangs(questions.triple)

    def _vectors(self, repository: int, candidates: Longs) -> Tensor:
        """[m, width] of the candidates; those of the last repository are kept."""
        if self._offered is None or self._offered[0] != repository:
            self._offered = repository, self._reader.offer(*self._reading.offered(candidates))
        return self._offered[1]


class Features:
    """All features of questions about a graph.

    Args:
        evidence: of the graph.
        read: scores of a reader of it, which are the last feature.
    """

    def __init__(self, evidence: Evidence, read: ReaderScores) -> None:
        self.graph, self._evidence, self._read = evidence.graph, evidence, read

    def of(self, questions: Questions, candidates: Longs) -> Floats:
        """[F, Q, m] in the order of :data:`FEATURES`."""
        read = self._read.scores(questions, candidates)
        return np.concatenate([self._evidence.features(questions, candidates), read[None]])

    def asked_as(self, questions: Questions) -> Longs:
        """int64 [Q] numbers of :data:`ASKED`."""
        if questions.side is Side.HEAD:
            return np.full(len(questions), ASKED.index("head"))
        return np.where(self._read.has_code(questions), ASKED.index("tail_in_code"), ASKED.index("tail"))


def fitting_rivals(features: Features, triples: Longs, seed: int) -> Rivals:
    """Rivals of these triples, each asked for both ends, and for its tail once more without code."""
    graph, generator, found = features.graph, np.random.default_rng(seed), []
    for side, with_code in ((Side.TAIL, True), (Side.TAIL, False), (Side.HEAD, True)):
        for questions, _ in questions_of(graph, triples, side):
            candidates = graph.candidates(questions.repository)
            for _, part in questions.chunks(CHUNK):
                asked = part if with_code else replace(part, triple=np.full(len(part), -1))
                said = features.of(asked, candidates)
                found.append(rivals_of(graph, part, features.asked_as(asked), candidates, said, generator))
    return Rivals(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def without_reader(rivals: Rivals) -> Rivals:
    """The same with a reader that says nothing."""
    silent = rivals.features.copy()
    silent[:, :, FEATURES.index("reader")] = 0.0
    return rivals._replace(features=silent)


def fit_weights(rivals: Rivals, relations: int, shrinkage: float) -> tuple[Floats, float]:
    """Weights [A, R, F] of the features, A ways to ask, and how surprising the answers are under them, in nats.

    Args:
        rivals: of questions that are asked in all ways.
        relations: R.
        shrinkage: weight of the penalty.
    """
    features, log_weight = torch.from_numpy(rivals.features), torch.from_numpy(rivals.log_weight)
    kind = torch.from_numpy(rivals.asked_as * relations + rivals.relation)
    spread = features.std(dim=(0, 1)) + _NOTHING
    features = features / spread
    shared = torch.zeros(len(ASKED), features.shape[2], requires_grad=True)
    own = torch.zeros(len(ASKED) * relations, features.shape[2], requires_grad=True)
    optimizer: torch.optim.Optimizer = torch.optim.LBFGS(
        [shared, own], max_iter=_ITERATIONS, line_search_fn="strong_wolfe"
    )

    def surprise() -> Tensor:
        scores = torch.einsum("qcf,qf->qc", features, shared[kind // relations] + own[kind]) + log_weight
        return -scores.log_softmax(dim=1)[:, 0].mean()

    def loss() -> float:
        optimizer.zero_grad()
        penalised = surprise() + shrinkage * own.square().sum()
        torch.autograd.backward(penalised)
        return penalised.item()

    optimizer.step(loss)
    weights = (shared.repeat_interleave(relations, dim=0) + own).detach() / spread
    return weights.view(len(ASKED), relations, -1).numpy(), surprise().item()


@dataclass(frozen=True, eq=False)
class Linker:
    """What was learned: a reader and the weights of all features.

    Attributes:
        reader: in eval mode.
        weights: float32 [A, R, F] of all features, for each of :data:`ASKED`.
        without_reader: float32 [A, R, F] the same, fitted without the reader: what the graph alone tells.
        relations, types: what the numbers mean that both know, as graphs of the same ontology have them.
        tokenizer: SHA-256 of tokenizer.json, whose tokens the reader knows.
    """

    reader: Reader
    weights: Floats
    without_reader: Floats
    relations: tuple[str, ...]
    types: tuple[str, ...]
    tokenizer: str

    def on(self, evidence: Evidence, reading: Reading) -> "Linked":
        """The linker for questions about a graph.

        Raises:
            ModelError: the graph is of another ontology.
        """
        graph = evidence.graph
        if (graph.relations, graph.types) != (self.relations, self.types):
            raise ModelError("the linker was trained with another ontology; train it again: `dvc repro train_linker`")
        return Linked(Features(evidence, ReaderScores(self.reader, reading)), self.weights)


class Linked:
    """Answers questions about a graph: a :class:`~codegraft.graphmer.linking.graph.System`.

    Args:
        features: of the graph.
        weights: [A, R, F].
    """

    def __init__(self, features: Features, weights: Floats) -> None:
        self._features, self._weights = features, weights

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] logarithms of probabilities, but for a constant a question."""
        weights = self._weights[self._features.asked_as(questions), questions.relation]
        return np.concatenate(
            [
                np.einsum("qf,fqm->qm", weights[rows], self._features.of(part, candidates))
                for rows, part in questions.chunks(CHUNK)
            ]
        )
