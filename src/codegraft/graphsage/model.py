"""The network: SAGEConv over the units of a program, one vector for the program, four heads."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch_geometric.nn import SAGEConv, global_max_pool, global_mean_pool

from codegraft.errors import ModelError
from codegraft.graphsage.direct import Direct, pooled
from codegraft.graphsage.neighbourhoods import Neighbourhoods, neighbourhoods
from codegraft.graphsage.sparse import SparseMatrix
from codegraft.programs.graph import FEATURES

CODE_WIDTH: Final = 256
"""Width of the vector of a program that all heads read."""

HEAD_WIDTH: Final = 128
"""Width of the hidden layer of the confidence and bug heads."""

LEAST_SCALE: Final = 0.1
"""Least root mean square that a feature is divided by: a rarer one would be all that a unit says."""


@dataclass(frozen=True)
class ModelConfig:
    """What decides the shapes of a network.

    Attributes:
        imports: number of modules that the import head knows.
        bugs: number of kinds of mistakes that the bug head knows.
        dropout: share of activations that training drops after each layer.
        inputs: features of a unit.
        hidden: width of each convolution.
        embedding: width of the code embedding.
    """

    imports: int
    bugs: int
    dropout: float = 0.1
    inputs: int = FEATURES
    hidden: tuple[int, ...] = (512, 512, 256)
    embedding: int = 512

    def __post_init__(self) -> None:
        """Refuse shapes of which no network can be made.

        Raises:
            ModelError: a width is not positive, a vocabulary is of negative size, or all or more is to be dropped.
        """
        if min(self.inputs, self.embedding, *self.hidden) < 1 or min(self.imports, self.bugs) < 0 or not self.hidden:
            raise ModelError(f"no network has these shapes: {self}; widths are 1 at least, vocabularies 0")
        if not 0 <= self.dropout < 1:
            raise ModelError(f"dropout is {self.dropout}; expected at least 0 and less than 1")


class Predictions(NamedTuple):
    """What the heads say of B programs, float32.

    Attributes:
        embedding: [B, embedding], of unit length; the cosine of two is how alike the programs are.
        confidence: [B] logit of the probability that the program passes all its tests.
        imports: [B, imports] logits.
        bugs: [B, bugs] logits.
    """

    embedding: Tensor
    confidence: Tensor
    imports: Tensor
    bugs: Tensor


class GraphSAGE(nn.Module):
    r"""Programs as graphs of their units, each layer

    .. math::
        \mathbf{h}_i \leftarrow \operatorname{ReLU} \left( \operatorname{LayerNorm} \left( \mathbf{W}_1 \mathbf{h}_i
            + \mathbf{W}_2 \cdot \operatorname{mean}_{j \in \mathcal{N}(i)} \mathbf{h}_j + \mathbf{b} \right) \right)
            \; [+ \, \mathbf{h}_i]

    with :class:`~torch_geometric.nn.SAGEConv` (`"Inductive Representation Learning on Large Graphs"
    <https://arxiv.org/abs/1706.02216>`_), the bracket where the widths agree. Edges carry information both ways: a
    module's edges lead away from it, and what it consists of has to reach it. A neighbour to which several edges lead
    counts as often. LayerNorm, because a batch may be one program of one unit.

    Features are first divided by their root mean square over the units of the training programs (:meth:`fit_inputs`):
    most are rare, and counts of what is everywhere would drown them. Nothing is subtracted, so that what is not there
    stays 0 and the division can be folded into the first layer.

    The readout is a linear map of the mean of the units, their greatest values, and the module's row, with LayerNorm
    and ReLU as in the layers: without it, what all programs have in common is most of what the heads read.

    To what a head says is added a linear map of the program's pooled features (:class:`~.direct.Direct`): attempts at a
    problem differ by little of what is in them, and of that little three layers and their norms leave less.

    Shapes:
        - **input:** x float32 [N, inputs], sparse or not; edge_index int64 [2, E]; graph int64 [N], the number of each
          unit's graph, ascending, 0 to B - 1, each with one unit at least, the module first; graphs is B
        - **output:** :class:`Predictions`
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.scale: Tensor
        self.register_buffer("scale", torch.ones(config.inputs))
        widths = (config.inputs, *config.hidden)
        self.convs = nn.ModuleList(SAGEConv(*pair) for pair in pairwise(widths))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for width in config.hidden)
        self.readout = nn.Linear(3 * config.hidden[-1], CODE_WIDTH)
        self.readout_norm = nn.LayerNorm(CODE_WIDTH)
        self.dropout = nn.Dropout(config.dropout)
        self.embedding = self._head(config.embedding, config.embedding)
        self.confidence = self._head(HEAD_WIDTH, 1)
        self.imports = self._head(CODE_WIDTH, config.imports)
        self.bugs = self._head(HEAD_WIDTH, config.bugs)
        self.direct = Direct(config.inputs, 1, config.imports + config.bugs, config.embedding)

    def fit_inputs(self, root_mean_square: Tensor) -> None:
        """Learn by what to divide the features: float32 [inputs], of at least ``LEAST_SCALE``; 0 is a dead column."""
        live = root_mean_square > 0
        self.scale.copy_(torch.where(live, 1 / root_mean_square.clamp(min=LEAST_SCALE), 1.0))

    def forward(self, x: Tensor | SparseMatrix, edge_index: Tensor, graph: Tensor, graphs: int) -> Predictions:
        """What the heads say of each graph.

        Raises:
            ModelError: the units have another number of features than the network reads.
        """
        code = self.encode(x, edge_index, graph, graphs)
        said, place = self.direct(pooled(x, graph, graphs))
        confidence, imports, bugs = said.split([1, self.config.imports, self.config.bugs], dim=1)
        return Predictions(
            embedding=nn.functional.normalize(self.embedding(code) + place, dim=1),
            confidence=(self.confidence(code) + confidence).squeeze(1),
            imports=self.imports(code) + imports,
            bugs=self.bugs(code) + bugs,
        )

    def encode(self, x: Tensor | SparseMatrix, edge_index: Tensor, graph: Tensor, graphs: int) -> Tensor:
        """The vector of each program that the heads read: float32 [B, 256].

        Raises:
            ModelError: the units have another number of features than the network reads.
        """
        if len(x.shape) != 2 or x.shape[1] != self.config.inputs:
            raise ModelError(
                f"units have features of shape {list(x.shape)}, the model reads [units, {self.config.inputs}]: "
                "extract them with the version of codegraft that trained the model"
            )
        near = neighbourhoods(edge_index, x.shape[0])
        h = self._layer(0, x * self.scale, near)
        for layer in range(1, len(self.convs)):
            h = self._layer(layer, h, near)
        module = torch.searchsorted(graph, torch.arange(graphs, device=graph.device))
        parts = [global_mean_pool(h, graph, graphs), global_max_pool(h, graph, graphs), h[module]]
        code: Tensor = self.dropout(self.readout_norm(self.readout(torch.cat(parts, dim=1))).relu())
        return code

    def _layer(self, layer: int, h: Tensor | SparseMatrix, near: Neighbourhoods) -> Tensor:
        heard = convolved(self.convs[layer], h, near)
        new: Tensor = self.dropout(self.norms[layer](heard).relu())
        return h + new if new.shape == h.shape else new

    def _head(self, hidden: int, outputs: int) -> nn.Module:
        if not outputs:
            return _Silent()
        return nn.Sequential(nn.Linear(CODE_WIDTH, hidden), nn.ReLU(), self.dropout, nn.Linear(hidden, outputs))


def convolved(conv: SAGEConv, h: Tensor | SparseMatrix, near: Neighbourhoods) -> Tensor:
    """What the convolution says of units [N, inputs] and their neighbours: [N, outputs].

    Sparse features are mapped before they are averaged, which keeps them sparse.
    """
    if isinstance(h, SparseMatrix):
        own, heard = h @ conv.lin_r.weight.t(), near.mean @ (h @ conv.lin_l.weight.t()) + conv.lin_l.bias
    else:
        own, heard = conv.lin_r(h), conv.lin_l(near.mean @ h)
    said: Tensor = own + near.of @ heard
    return said


class _Silent(nn.Module):
    """The head of an empty vocabulary: [B, width] -> [B, 0]."""

    def forward(self, code: Tensor) -> Tensor:
        return code[:, :0]


def parameters_of(model: nn.Module) -> int:
    """How many numbers training adjusts."""
    return sum(parameter.numel() for parameter in model.parameters())
