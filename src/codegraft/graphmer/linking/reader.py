r"""Reads a question and names its answer: two towers over the tokens of code and of names, joined by a dot product.

A question is its relation and side, the name of the known entity, the names of what is seen joined to it (its leaves),
and the code around the mentions of the answer, which is hidden. A candidate is its name and its type.

.. math:: s(q, c) = e^{\tau} \, \frac{f(q)^\top g(c)}{\lVert f(q) \rVert \, \lVert g(c) \rVert}

Every token is read at once, so nothing but its distance from the mention says where it stands: an encoder of sequences
learns too little from as many questions as the processor's minutes allow (docs/results.md has the comparison). It is
trained as SimKGC is (Wang et al., ACL 2022): the softmax of the answer among the other answers of a batch.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.runs import number_in
from codegraft.graphmer.chains.ragged import lengths, offsets_of, spans
from codegraft.graphmer.chains.specials import PAD
from codegraft.graphmer.linking.contexts import MENTIONS, REACH, Contexts
from codegraft.graphmer.linking.graph import LinkGraph, Longs, Questions, Side
from codegraft.graphmer.linking.spelling import Bag, Spelling

LEAVES: Final = 12
"""Names of what is joined to the known entity that are read at most."""

_CODE: Final = 0.3
"""What a token of code weighs when training begins: so sums over code are about as long as the mean of a name."""


@dataclass(frozen=True)
class ReaderConfig:
    """Sizes of a reader, and what it reads.

    Attributes:
        vocabulary: tokens there are.
        relations, types: kinds of triples and entities there are.
        width: numbers that stand for a token, a question or a candidate.
        use_code: whether it reads the code around mentions.
        use_leaves: whether it reads what is joined to the known entity.
        use_relation: whether it knows the relation.
    """

    vocabulary: int
    relations: int
    types: int
    width: int
    use_code: bool = True
    use_leaves: bool = True
    use_relation: bool = True


class Asked(NamedTuple):
    """Q questions as a reader sees them.

    Attributes:
        relation: int64 [Q], those that ask for heads behind those that ask for tails.
        name: of the known entities.
        leaves: of all that is joined to each.
        before, after: int64 [Q, MENTIONS + 1, REACH], as :class:`~codegraft.graphmer.linking.contexts.Context` has it.
    """

    relation: Tensor
    name: Bag
    leaves: Bag
    before: Tensor
    after: Tensor


class Reader(nn.Module):
    """Vectors of questions and of candidates.

    Shapes:
        - **input:** :class:`Asked`; candidates as their names, whole names and types int64 [m]
        - **output:** unit vectors [Q, width] and [m, width]
    """

    def __init__(self, config: ReaderConfig) -> None:
        super().__init__()
        self.config, width = config, config.width
        self.token = nn.Embedding(config.vocabulary, width, padding_idx=PAD)
        self.distance = nn.Parameter(torch.full((2, MENTIONS + 1, REACH), _CODE))
        self.relation = nn.Embedding(2 * config.relations, width)
        self.question = nn.Sequential(nn.Linear(6 * width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))
        self.kind = nn.Embedding(config.types, width)
        self.candidate = nn.Linear(2 * width, width)
        self.scale = nn.Parameter(torch.tensor(2.0))
        nn.init.normal_(self.token.weight, std=0.1)
        nn.init.zeros_(self.token.weight[PAD])

    def ask(self, asked: Asked) -> Tensor:
        """Vectors of questions."""
        config = self.config
        code = self._code(asked) * config.use_code
        leaves = self._mean(asked.leaves) * config.use_leaves
        relation = self.relation(asked.relation) * config.use_relation
        read = self.question(torch.cat([code, self._mean(asked.name), leaves, relation], dim=1))
        return nn.functional.normalize(read, dim=1)

    def offer(self, name: Bag, whole: Bag, type_: Tensor) -> Tensor:
        """Vectors of candidates."""
        named = self.candidate(torch.cat([self._mean(name), self._mean(whole)], dim=1))
        return nn.functional.normalize(named + self.kind(type_), dim=1)

    def scores(self, questions: Tensor, candidates: Tensor) -> Tensor:
        """[Q, m] of vectors of questions and candidates."""
        return questions @ candidates.T * self.scale.exp()

    def _code(self, asked: Asked) -> Tensor:
        """[Q, 3 width] before mentions, after them, and around the name of the known entity; weighted by distance."""
        before, after = self.distance[:, None].expand(-1, len(asked.before), -1, -1)
        own = torch.cat([asked.before[:, MENTIONS], asked.after[:, MENTIONS]], dim=1)
        return torch.cat(
            [
                self._sum(asked.before[:, :MENTIONS].flatten(1), before[:, :MENTIONS].flatten(1)),
                self._sum(asked.after[:, :MENTIONS].flatten(1), after[:, :MENTIONS].flatten(1)),
                self._sum(own, torch.cat([before[:, MENTIONS], after[:, MENTIONS]], dim=1)),
            ],
            dim=1,
        )

    def _sum(self, tokens: Tensor, weights: Tensor) -> Tensor:
        """[Q, width] of tokens and weights [Q, t]; PAD weighs nothing."""
        summed: Tensor = nn.functional.embedding_bag(
            tokens, self.token.weight, mode="sum", per_sample_weights=weights * (tokens != PAD)
        )
        return summed

    def _mean(self, bag: Bag) -> Tensor:
        return nn.functional.embedding_bag(bag.tokens, self.token.weight, bag.offsets, mode="mean")


class Reading:
    """What a reader is shown of a graph.

    Args:
        graph: whose seen triples are leaves.
        spelling: of its entities.
        contexts: of its triples.
    """

    def __init__(self, graph: LinkGraph, spelling: Spelling, contexts: Contexts) -> None:
        self.graph, self._spelling, self.contexts = graph, spelling, contexts
        head, tail = graph.head[graph.seen], graph.tail[graph.seen]
        end, other = np.append(head, tail), np.append(tail, head)
        order = np.argsort(end, kind="stable")
        self._joined = other[order]
        self._offsets = offsets_of(np.bincount(end, minlength=len(graph.ids)))

    def asked(self, questions: Questions) -> Asked:
        """Questions as a reader sees them. What joins the two ends of a question's own triple is no leaf of it."""
        graph, known = self.graph, questions.known
        answer = np.where(questions.triple >= 0, graph.ends(questions.side)[1][questions.triple], -1)
        leaf, owner = self._leaves(known, answer)
        tails = questions.side is Side.TAIL
        context = self.contexts.of(questions.triple if tails else np.full(len(known), -1))
        return Asked(
            relation=torch.from_numpy(questions.relation + len(graph.relations) * questions.side),
            name=self._spelling.whole.of(known),
            leaves=self._spelling.name.of(leaf, owner, len(known)),
            before=torch.from_numpy(context.before),
            after=torch.from_numpy(context.after),
        )

    def offered(self, entities: Longs) -> tuple[Bag, Bag, Tensor]:
        """Candidates as a reader sees them."""
        names, wholes = (texts.of(entities) for texts in self._spelling)
        return names, wholes, torch.from_numpy(self.graph.type[entities])

    def _leaves(self, known: Longs, answer: Longs) -> tuple[Longs, Longs]:
        """What is joined to the known entities but the answers, ``LEAVES`` at most of each; and whose it is."""
        number = np.minimum(lengths(self._offsets, known), 2 * LEAVES)
        owner = np.repeat(np.arange(len(known)), number)
        leaf = self._joined[spans(self._offsets[known], number)]
        others = leaf != answer[owner]
        leaf, owner = leaf[others], owner[others]
        few = number_in(owner) < LEAVES
        return leaf[few], owner[few]
