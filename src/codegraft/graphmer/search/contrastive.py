"""Training of the dual encoder: a documentation finds its function among others of its repository.

InfoNCE (van den Oord et al., 2018) in both directions with a learned temperature; the other functions of a batch,
all of one repository, are what a function must be told from. A function without documentation is asked for by the words
of its name, which it then does not have.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from codegraft.graphmer.search.embedding import TEXT, Embedding
from codegraft.graphmer.search.fields import FIELDS
from codegraft.graphmer.search.lexical import inverse_document_frequency
from codegraft.graphmer.search.pairs import Pairs
from codegraft.progress import track

_NAME: Final = FIELDS.index("name")
_SCALES: Final = (2.0, 1.0, 0.7, 0.7)
"""How much each field counts at the start: the name says most."""

_LEAST_WEIGHT: Final = 0.05
_GREATEST_SCALE: Final = 100.0
"""Of similarities, as CLIP bounds it (Radford et al., 2021)."""


@dataclass(frozen=True)
class Settings:
    """How the encoder is trained.

    Attributes:
        dimensions: of the vectors.
        epochs: passes over the pairs.
        batch_size: pairs in a step at most.
        lr: learning rate at the start; it falls linearly to zero.
        dropout: share of tokens that a step leaves out.
        name_dropout: share of functions whose name a step leaves out.
        temperature: of the similarities at the start.
    """

    dimensions: int
    epochs: int
    batch_size: int
    lr: float
    dropout: float
    name_dropout: float
    temperature: float


class DualEncoder(nn.Module):
    """An :class:`Embedding` that learns; what must be positive is kept as a logarithm, or before a softplus.

    Args:
        rarity: float32 [V] how much each token counts at the start.
        settings: of the training.
    """

    def __init__(self, rarity: Tensor, settings: Settings) -> None:
        super().__init__()
        shape = (len(rarity), settings.dimensions)
        self.tokens = nn.Parameter(torch.randn(shape) / settings.dimensions**0.5)
        self.weights = nn.Parameter(torch.log(torch.expm1(rarity)).repeat(TEXT + 1, 1))
        self.scales = nn.Parameter(torch.tensor(_SCALES).log())
        self.sharpness = nn.Parameter(torch.tensor(1.0 / settings.temperature).log())

    def forward(self, columns: list[Any], kept: Tensor) -> Tensor:
        """[b, b] logits: how well text i fits function j.

        Args:
            columns: of each field, then of the text, CSR [b, V].
            kept: [b, fields] 0 where a field is left out, else 1.
        """
        *fields, text = (F.normalize(self._sums(column, field)) for field, column in enumerate(columns))
        scaled = torch.stack(fields, dim=1) * (self.scales.exp() * kept).unsqueeze(2)
        similar = F.normalize(text) @ F.normalize(scaled.sum(dim=1)).T
        return similar * self.sharpness.exp().clamp(max=_GREATEST_SCALE)

    def embedding(self) -> Embedding:
        """What was learned, for use."""
        with torch.no_grad():
            learned = (self.tokens, F.softplus(self.weights), self.scales.exp())
            return Embedding(*(tensor.numpy().copy() for tensor in learned))

    def _sums(self, column: Any, field: int) -> Tensor:
        tokens, offsets = torch.from_numpy(column.indices).long(), torch.from_numpy(column.indptr[:-1]).long()
        weights = F.softplus(self.weights[field])[tokens] * torch.from_numpy(column.data)
        return F.embedding_bag(tokens, self.tokens, offsets, mode="sum", per_sample_weights=weights)


def untrained_embedding(pairs: Pairs, settings: Settings, seed: int) -> Embedding:
    """What training starts from: random vectors, which tell tokens apart, weighted by how rare the tokens are."""
    return _fresh(pairs, settings, seed).embedding()


def train_embedding(pairs: Pairs, settings: Settings, seed: int) -> Embedding:
    """Learn from pairs; equal seeds give equal numbers with the same number of threads."""
    encoder = _fresh(pairs, settings, seed)
    generator = np.random.default_rng(seed)
    optimizer = torch.optim.Adam(encoder.parameters(), lr=settings.lr)
    order = [rows for _ in range(settings.epochs) for rows in pairs.batches(settings.batch_size, generator)]
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, len(order))
    for rows in track(order, "train the search", unit="step"):
        columns = [_thinned(column[rows], settings.dropout, generator) for column in pairs.columns]
        kept = torch.ones(len(rows), TEXT)
        kept[:, _NAME] = torch.from_numpy(generator.random(len(rows)) >= settings.name_dropout).float()
        loss = info_nce(encoder(columns, kept), torch.from_numpy(pairs.text[rows]))
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        schedule.step()
    return encoder.embedding()


def info_nce(logits: Tensor, text: Tensor) -> Tensor:
    """Mean cross entropy of finding the function of each text and the text of each function.

    Args:
        logits: [b, b].
        text: [b] equal numbers for equal texts, of which none is a wrong answer to another.
    """
    right = torch.arange(len(text))
    same = (text[:, None] == text) & (right[:, None] != right)
    logits = logits.masked_fill(same, -torch.inf)
    return (F.cross_entropy(logits, right) + F.cross_entropy(logits.T, right)) / 2


def _fresh(pairs: Pairs, settings: Settings, seed: int) -> DualEncoder:
    rarity = inverse_document_frequency(pairs.documents())
    rarity = np.maximum(rarity / rarity.mean(), _LEAST_WEIGHT)
    torch.manual_seed(seed)
    return DualEncoder(torch.from_numpy(rarity), settings)


def _thinned(column: Any, dropout: float, generator: np.random.Generator) -> Any:
    """A CSR without a share of its entries, drawn."""
    column.data = column.data * (generator.random(len(column.data)) >= dropout).astype(np.float32)
    return column
