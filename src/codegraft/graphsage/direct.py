"""The way past the layers: what the pooled features of a program say to the heads at once."""

from typing import Final

import torch
from torch import Tensor, nn

from codegraft.graphsage.sparse import SparseMatrix

POOLS: Final = 3
"""Ways in which :func:`pooled` sums up a feature."""

LEAST_DEVIATION: Final = 0.02
"""Least deviation that a pooled feature is divided by, so that no program is far out for what few others have."""

STEP: Final = 0.3
"""Deviation to which pooled features are brought: below 1, so that the maps, whose weights the optimizer moves at the
pace of all others, do not learn single programs before the layers have learnt anything."""

PACE: Final = 3.0
"""How many times as fast the maps to names are to learn: there are many names, each in few programs."""

GAIN: Final = 0.05
"""Deviation of the map to the embedding before training: so much that programs lie apart by what is in them. Without
it all begin at nearly one place, where the contrastive loss has nearly no gradient, and stay there."""


def pooled(x: Tensor | SparseMatrix, graph: Tensor, graphs: int) -> Tensor:
    """Mean, greatest and log of one plus summed features of each graph's units: [N, F], [N] -> [B, POOLS * F].

    Features are at least 0, so that one which a sparse matrix does not store is no greater than those it does.
    """
    if isinstance(x, SparseMatrix):
        place, value = graph[x.row] * x.columns + x.column, x.value
    else:
        place, value = graph[:, None] * x.shape[1] + torch.arange(x.shape[1], device=x.device), x
    none = value.new_zeros(graphs * x.shape[1])
    total = none.index_put((place,), value, accumulate=True).view(graphs, -1)
    greatest = none.scatter_reduce(0, place.flatten(), value.flatten(), "amax").view(graphs, -1)
    units = torch.bincount(graph, minlength=graphs)[:, None]
    return torch.cat([total / units, greatest, total.log1p()], dim=1)


class Direct(nn.Module):
    r"""Linear maps of pooled features :math:`\mathbf{p}`,

    .. math:: \mathbf{W} \, \sigma \, (\mathbf{p} - \boldsymbol{\mu}) / \mathbf{s}

    with mean and deviation over the training programs (:meth:`fit`) and :math:`\sigma` = ``STEP``. Those to logits are
    zero until training moves them; that to the embedding is random.

    Args:
        features: of a unit.
        logits: how many the optimizer moves at its own pace; they come first.
        names: how many more it moves ``PACE`` times as fast.
        embedding: width of the embedding.

    Shapes:
        - **input:** float32 [B, POOLS * features], of :func:`pooled`
        - **output:** float32 [B, logits + names] and [B, embedding]
    """

    def __init__(self, features: int, logits: int, names: int, embedding: int) -> None:
        super().__init__()
        self.mean: Tensor
        self.register_buffer("mean", torch.zeros(POOLS * features))
        self.scale: Tensor
        self.register_buffer("scale", torch.ones(POOLS * features))
        self.pace: Tensor
        self.register_buffer("pace", torch.cat([torch.ones(logits), torch.full((names,), PACE)]))
        self.logits = nn.Parameter(torch.zeros(logits + names, POOLS * features))
        self.embedding = nn.Parameter(torch.randn(embedding, POOLS * features) * GAIN)

    def fit(self, programs: Tensor) -> None:
        """Learn from pooled features [programs, POOLS * features] where each lies and how far it spreads."""
        deviation, mean = torch.std_mean(programs, dim=0, correction=0)
        self.mean.copy_(mean)
        self.scale.copy_(torch.where(deviation > 0, STEP / deviation.clamp(min=LEAST_DEVIATION), 0.0))

    def forward(self, programs: Tensor) -> tuple[Tensor, Tensor]:
        """What is added to the logits, and to the embedding."""
        standard = (programs - self.mean) * self.scale
        return (standard @ self.logits.t()) * self.pace, standard @ self.embedding.t()
