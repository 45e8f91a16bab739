"""The encoder: embedding with fusion, layers, and a head for each question."""

from typing import Final

from torch import Tensor, nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.copying import Copying
from codegraft.graphmer.encoder.fusion import Fusion, RelationMap, gathered
from codegraft.graphmer.encoder.heads import TailHead, TokenHead
from codegraft.graphmer.encoder.layers import Stack
from codegraft.graphmer.encoder.paper import PaperRelationMap, PaperStack
from codegraft.graphmer.encoder.regularisers import TripleScorer

INITIAL: Final = 0.02
"""Standard deviation of new weights, as in BERT."""


class GraphMER(nn.Module):
    """An encoder of leafy chain graphs of code.

    Nodes are embedded, leaves by their slot and relation too, and :class:`~codegraft.graphmer.encoder.fusion.Fusion`
    tells leaves their head; the layers let the nodes of a window attend to one another; answers may be words of the
    window (:class:`~codegraft.graphmer.encoder.copying.Copying`). With ``paper_mode`` the layers, the fusion and the
    one head are those of the `GraphMERT paper <https://arxiv.org/abs/2510.09580>`_.

    Nothing here depends on values: no shape, no branch, no transfer from the device. What a batch must be is
    :func:`~codegraft.graphmer.encoder.fits.check_batch`'s to say, on the host.

    Shapes:
        - **input:** :class:`~codegraft.graphmer.batches.batch.Batch`
        - **output:** [B, T, hidden], one vector a node; of padding, any
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.config = config
        self.token = nn.Embedding(config.vocabulary, config.hidden)
        self.slot = nn.Embedding(config.tail_slots + 1, config.hidden, padding_idx=0) if config.use_positions else None
        relation_map = PaperRelationMap if config.paper_mode else RelationMap
        self.fusion = Fusion(relation_map(config)) if config.use_fusion else None
        by_name = config.use_fusion and not config.paper_mode
        self.relation = nn.Embedding(config.relations + 1, config.hidden, padding_idx=0) if by_name else None
        self.norm = nn.LayerNorm(config.hidden)
        self.dropout = nn.Dropout(config.dropout)
        self.stack = PaperStack(config) if config.paper_mode else Stack(config)
        self.mlm_head = TokenHead(config)
        self.mnm_head = None if config.paper_mode else TailHead(config)
        self.mlm_copying, self.mnm_copying = (None if config.paper_mode else Copying(config) for _ in range(2))
        self.scorer = TripleScorer(config)
        self.apply(_start)

    def forward(self, batch: Batch) -> Tensor:
        """The vectors of the nodes."""
        nodes: Tensor = self.token(batch.tokens)
        if self.slot is not None:
            nodes = nodes + self.slot(batch.slot)
        if self.relation is not None:
            nodes = nodes + self.relation(batch.relation)
        if self.fusion is not None:
            nodes = self.fusion(nodes, batch)
        hidden: Tensor = self.stack(self.dropout(self.norm(nodes)), batch)
        return hidden

    def mlm_logits(self, hidden: Tensor, batch: Batch) -> Tensor:
        """[B, P, vocabulary] for the masked roots; where there is none, any numbers."""
        logits: Tensor = self.mlm_head(gathered(hidden, batch.mlm_position), self.token.weight)
        if self.mlm_copying is not None:
            logits = self.mlm_copying(logits, batch.mlm_position, hidden, batch)
        return logits

    def mnm_logits(self, hidden: Tensor, batch: Batch) -> Tensor:
        """[B, Q, K, vocabulary] for the leaves of the masked groups; where there is none, any numbers."""
        nodes = gathered(hidden, batch.mnm_position)
        if self.mnm_head is None or self.mnm_copying is None:
            shared: Tensor = self.mlm_head(nodes, self.token.weight)
            return shared
        relation = batch.group_relation.gather(1, batch.mnm_group.clamp(min=0))
        logits = self.mnm_head.of_relation(nodes, self.token.weight, relation).flatten(1, 2)
        both: Tensor = self.mnm_copying(logits, batch.mnm_position.flatten(1), hidden, batch)
        return both.view(*batch.mnm_position.shape, -1)


def parameter_counts(model: GraphMER) -> dict[str, int]:
    """How many numbers training adjusts: in the layers alone, as encoders are named by, and in all."""
    counts = {"layers": model.stack.layers, "total": model}
    return {name: sum(parameter.numel() for parameter in module.parameters()) for name, module in counts.items()}


def _start(module: nn.Module) -> None:
    if isinstance(module, nn.Linear | nn.Embedding):
        nn.init.normal_(module.weight, std=INITIAL)
    if isinstance(module, nn.Linear) and module.bias is not None:
        nn.init.zeros_(module.bias)
    if isinstance(module, nn.Embedding) and module.padding_idx is not None:
        nn.init.zeros_(module.weight[module.padding_idx])
