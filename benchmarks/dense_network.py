"""What the network that this project replaces computes, as far as it is known: a yardstick, not its code.

It was called GraphSAGE and never given a graph: each layer is two linear maps of the same vector, added. One vector of
978 features stands for a program.
"""

from itertools import pairwise
from typing import Final

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

WIDTHS: Final = (978, 512, 512, 256)
PARAMETERS: Final = 2_452_647
_DROPOUT: Final = 0.1


class DoubledLinear(nn.Module):
    """Two maps, of which the second was meant for neighbours: [B, n] -> [B, m]."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.own = nn.Linear(inputs, outputs)
        self.of_neighbours = nn.Linear(inputs, outputs, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Both of the same vector."""
        total: Tensor = self.own(x) + self.of_neighbours(x)
        return total


def _head(hidden: int, outputs: int, last: nn.Module) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(WIDTHS[-1], hidden), nn.ReLU(), nn.Dropout(_DROPOUT), nn.Linear(hidden, outputs), last
    )


class DenseNetwork(nn.Module):
    """[B, 978] -> embedding [B, 512], and confidence [B, 1], imports [B, 500] and bugs [B, 50] as probabilities."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(DoubledLinear(*pair) for pair in pairwise(WIDTHS))
        self.norms = nn.ModuleList(nn.BatchNorm1d(width) for width in WIDTHS[1:])
        self.dropout = nn.Dropout(_DROPOUT)
        self.heads = nn.ModuleList(
            [
                _head(512, 512, nn.Identity()),
                _head(128, 1, nn.Sigmoid()),
                _head(256, 500, nn.Sigmoid()),
                _head(128, 50, nn.Sigmoid()),
            ]
        )

    def forward(self, x: Tensor) -> list[Tensor]:
        """What the heads say."""
        for layer, norm in zip(self.layers, self.norms, strict=True):
            x = norm(self.dropout(layer(x).relu()))
        return [head(x) for head in self.heads]


def epoch_of(rows: Tensor, batch_size: int, seed: int = 0) -> float:
    """Train an epoch on rows [n, 978] with random targets, as that system does; its mean loss."""
    torch.manual_seed(seed)
    targets = [
        torch.randn(len(rows), 512),
        torch.rand(len(rows), 1),
        *(torch.rand(len(rows), n).round() for n in (500, 50)),
    ]
    loader = DataLoader(TensorDataset(rows, *targets), batch_size=batch_size, shuffle=True, drop_last=True)
    network = DenseNetwork().train()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, weight_decay=1e-4)
    mse, binary = nn.functional.mse_loss, nn.functional.binary_cross_entropy
    total = 0.0
    for x, *wanted in loader:
        optimizer.zero_grad()
        said = network(x)
        terms = [
            term(mine, theirs) for term, mine, theirs in zip((mse, mse, binary, binary), said, wanted, strict=True)
        ]
        loss = terms[0] + terms[1] + 0.5 * terms[2] + 0.5 * terms[3]
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        total += sum(float(term.item()) for term in (*terms, loss)) / 2
    return total / len(loader)
