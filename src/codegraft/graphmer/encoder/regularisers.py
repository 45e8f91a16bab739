r"""What the ontology asks of the model's beliefs: antisymmetry, acyclicity, and tails of the right kind.

A head is read from the code around its mention, a tail from its name. The score of a triple,

.. math::
    s_r(a, b) = \frac{1}{\sqrt{W}} \left( (\mathbf{a} \odot \mathbf{w}_r)^\top \mathbf{b}
        + \mathbf{c}_r^\top (\mathbf{b} - \mathbf{a}) \right),

says how well the two go together, and how much further along the relation's direction the tail lies than the head.
Everything stays inside a row, so that how rows are put together, or spread over devices, changes no term.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.chains.specials import EOT
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.fusion import gathered
from codegraft.kg.ontology import Ontology

ENTITY_WIDTH: Final = 128
"""Numbers that stand for an entity."""

LONGEST_CYCLE: Final = 4
"""Steps of the longest way back that is looked for."""


class Rules(NamedTuple):
    """What the ontology says of relations by id; id 0 is no relation.

    Attributes:
        antisymmetric: bool [R + 1], whether a relation never holds both ways.
        acyclic: int64 [A], ids of the relations along which no way leads back.
        may_be_tail: bool [2, R + 1, R + 1]: whether what is the head (0) or tail (1) of a triple of one relation may be
            the tail of another, by their types.
    """

    antisymmetric: Tensor
    acyclic: Tensor
    may_be_tail: Tensor

    def to(self, device: torch.device) -> "Rules":
        """A copy on a device."""
        return Rules(*(tensor.to(device) for tensor in self))


def rules_of(ontology: Ontology, relations: Sequence[str]) -> Rules:
    """What an ontology says of relations whose ids are 1, 2 and so on.

    Raises:
        ModelError: the ontology has no such relation.
    """
    if unknown := [name for name in relations if name not in ontology.relations]:
        names = ", ".join(unknown)
        raise ModelError(f"the ontology has no relation {names}; read the one that the chains were made with")
    declared = [ontology.relations[name] for name in relations]
    ends = [[ontology.domain(name) for name in relations], [ontology.range(name) for name in relations]]
    meets = [[[bool(own & tails) for tails in ends[1]] for own in side] for side in ends]
    return Rules(
        antisymmetric=torch.tensor([False, *(relation.antisymmetric for relation in declared)]),
        acyclic=torch.tensor([number for number, relation in enumerate(declared, 1) if relation.acyclic]).long(),
        may_be_tail=nn.functional.pad(torch.tensor(meets).bool(), (1, 0, 1, 0)),
    )


class Pairs(NamedTuple):
    """Heads and tails of the masked groups of each row.

    Attributes:
        there: bool [B, Q], whether there is such a group.
        relation: int64 [B, Q].
        head: [B, Q, W] vectors of the heads.
        tail: [B, Q, W] vectors of the tails.
        head_entity: int64 [B, Q].
        tail_entity: int64 [B, Q].
    """

    there: Tensor
    relation: Tensor
    head: Tensor
    tail: Tensor
    head_entity: Tensor
    tail_entity: Tensor


class TripleScorer(nn.Module):
    """Vectors of entities, and how likely they stand in a relation."""

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.of_head = nn.Sequential(nn.LayerNorm(config.hidden), nn.Linear(config.hidden, ENTITY_WIDTH))
        self.of_tail = nn.Sequential(nn.LayerNorm(config.hidden), nn.Linear(config.hidden, ENTITY_WIDTH))
        self.factor = nn.Parameter(torch.ones(config.relations + 1, ENTITY_WIDTH))
        self.direction = nn.Parameter(torch.zeros(config.relations + 1, ENTITY_WIDTH))

    def pairs(self, hidden: Tensor, batch: Batch, embedding: Tensor) -> Pairs:
        """Heads and tails of the masked groups: means of a mention's vectors, and of the embedded tokens of a name."""
        group = batch.mnm_group.clamp(min=0)
        mention = batch.heads.gather(1, group[:, :, None].expand(-1, -1, batch.heads.shape[2]))
        name = nn.functional.embedding(batch.mnm_target.clamp(min=0), embedding)
        named = (batch.mnm_target != NONE) & (batch.mnm_target != EOT)
        return Pairs(
            there=batch.mnm_group != NONE,
            relation=batch.group_relation.gather(1, group),
            head=self.of_head(_mean(gathered(hidden, mention), mention != NONE)),
            tail=self.of_tail(_mean(name, named)),
            head_entity=batch.head_entity,
            tail_entity=batch.tail_entity,
        )

    def scores(self, heads: Tensor, relation: Tensor, tails: Tensor) -> Tensor:
        """[..., N, M] float32 scores of heads [..., N, W] with relations [..., N or 1] and tails [..., M, W]."""
        direction = self.direction[relation]
        asked = (heads * self.factor[relation] + direction) @ tails.transpose(-2, -1)
        scores: Tensor = (asked - (heads * direction).sum(dim=-1, keepdim=True)).float() * ENTITY_WIDTH**-0.5
        return scores


def contrastive(scorer: TripleScorer, pairs: Pairs, rules: Rules) -> Tensor:
    r"""[B, Q] how surprising each tail is among none, with score 0, and the tails that the ontology would allow:

    .. math:: \ln \left( 1 + \sum_{t \in C} e^{s_r(h, t)} \right) - s_r(h, t^*)

    C are the tails of the row's groups whose type fits the relation, but for others that are true of the head.
    """
    score = scorer.scores(pairs.head, pairs.relation, pairs.tail)
    rivals = score.masked_fill(~_rivals(pairs, rules), -torch.inf)
    likely = torch.cat([torch.zeros_like(score[:, :, :1]), rivals], dim=2)
    return torch.logsumexp(likely, dim=2) - score.diagonal(dim1=1, dim2=2)


def antisymmetry(scorer: TripleScorer, pairs: Pairs) -> Tensor:
    r"""[B, Q] :math:`\ln(1 + e^{s_r(t, h) - s_r(h, t)})`: the reverse of a triple is less likely than the triple."""
    head, tail = pairs.head[:, :, None], pairs.tail[:, :, None]
    relation = pairs.relation[:, :, None]
    gain = scorer.scores(tail, relation, head) - scorer.scores(head, relation, tail)
    return nn.functional.softplus(gain.flatten(1))


def acyclicity(scorer: TripleScorer, pairs: Pairs, rules: Rules) -> Tensor:
    """[B, A, 2 Q] chance that a walk from an entity along an acyclic relation is back after two steps or more.

    At each step the walk follows a tail that the model believes in, by the softmax of the scores, or stops, with score
    0. It is back on any node of the entity that it left. The chances of 2 to ``LONGEST_CYCLE`` steps are added.
    """
    node = torch.cat([pairs.head, pairs.tail], dim=1)[:, None]
    entity = torch.cat([pairs.head_entity, pairs.tail_entity], dim=1)
    same = (entity[:, :, None] == entity[:, None, :])[:, None]
    score = scorer.scores(node, rules.acyclic[:, None], node)
    possible = _possible_tails(pairs, rules)[:, :, None] & ~same
    stop = torch.zeros_like(score[..., :1])
    step = torch.cat([stop, score.masked_fill(~possible, -torch.inf)], dim=3).softmax(dim=3)[..., 1:]
    walk, back = step, torch.zeros_like(step[..., 0])
    for _ in range(LONGEST_CYCLE - 1):
        walk = walk @ step
        back = back + (walk * same).sum(dim=3)
    return back


def _rivals(pairs: Pairs, rules: Rules) -> Tensor:
    """[B, Q, Q] whether the tail of one group counts among what the tail of another is chosen from."""
    relation, tail = pairs.relation, pairs.tail_entity
    asked = _equal(pairs.head_entity) & _equal(relation)
    true = (asked.float() @ _equal(tail).float()) > 0
    fits = rules.may_be_tail[1][relation[:, None, :], relation[:, :, None]]
    itself = torch.eye(relation.shape[1], dtype=torch.bool, device=relation.device)
    return (itself | (fits & ~true)) & pairs.there[:, None, :]


def _possible_tails(pairs: Pairs, rules: Rules) -> Tensor:
    """[B, A, 2 Q] whether a head or tail may be the tail of an acyclic relation."""
    allowed = rules.may_be_tail[:, :, rules.acyclic]
    by_side = torch.cat([allowed[0][pairs.relation], allowed[1][pairs.relation]], dim=1)
    return (by_side & pairs.there.repeat(1, 2)[:, :, None]).transpose(1, 2)


def _equal(number: Tensor) -> Tensor:
    return number[:, :, None] == number[:, None, :]


def _mean(vectors: Tensor, there: Tensor) -> Tensor:
    """[B, Q, d] mean of those of the vectors [B, Q, N, d] that are there; 0 where none is."""
    weight = there.to(vectors.dtype) / there.sum(dim=2, keepdim=True).clamp(min=1)
    return (vectors * weight[..., None]).sum(dim=2)
