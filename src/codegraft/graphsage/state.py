"""Everything that changes while a network is trained, from one epoch to the next.

There is no state of a random generator: what an epoch draws (order, dropout) is a function of the seed and the
epoch's number, so a resumed run draws what the uninterrupted one would have.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

from codegraft.errors import ModelError, plain
from codegraft.graphsage.checkpoint import load_checkpoint, save_checkpoint
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.params import Graphsage
from codegraft.programs.vocabulary import Vocabularies
from codegraft.training.patience import Patience


class EpochRecord(NamedTuple):
    """What an epoch came to.

    Attributes:
        epoch: its number, from 1.
        lr: learning rate during the epoch.
        train: mean of each term of the loss over its batches, and ``total``.
        validation: likewise after it, ``deciding`` (see :func:`codegraft.graphsage.validate.validation_losses`), and
            ``auroc_within_problem`` where the validation split has one.
    """

    epoch: int
    lr: float
    train: dict[str, float]
    validation: dict[str, float]


@dataclass
class TrainingState:
    """A network on its way."""

    model: GraphSAGE
    optimizer: torch.optim.Optimizer
    scheduler: ReduceLROnPlateau
    patience: Patience
    history: list[EpochRecord] = field(default_factory=list)
    best_epoch: int = 0

    @property
    def epoch(self) -> int:
        """Number of the last epoch that is complete."""
        return len(self.history)

    @property
    def lr(self) -> float:
        """The learning rate as it is now."""
        return float(self.optimizer.param_groups[0]["lr"])

    def save(self, path: Path, params: Graphsage, vocabularies: Vocabularies) -> None:
        """Write a checkpoint."""
        last = self.history[-1]
        metadata = {
            "scheduler": self.scheduler.state_dict(),
            "patience": asdict(self.patience),
            "history": self.history,
            "best_epoch": self.best_epoch,
            "params": params.model_dump(exclude={"seeds", "jobs"}),
            "vocabularies": vocabularies._asdict(),
        }
        save_checkpoint(
            self.model, self.optimizer, last.epoch, last.train["total"], last.validation["total"], path, metadata
        )

    def restore(self, path: Path) -> None:
        """Go back to where a checkpoint was written.

        Raises:
            ModelError: it is damaged, or of another network.
        """
        _, _, content = load_checkpoint(path, self.model, self.optimizer, next(self.model.parameters()).device)
        metadata: dict[str, Any] = content["metadata"]
        try:
            self.scheduler.load_state_dict(metadata["scheduler"])
            self.patience = Patience(**metadata["patience"])
            self.history = [EpochRecord(*record) for record in metadata["history"]]
            self.best_epoch = metadata["best_epoch"]
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"{path}: lacks what resuming needs ({plain(error)}); train without --resume to begin anew"
            ) from None


def new_state(config: ModelConfig, params: Graphsage, seed: int, device: torch.device) -> TrainingState:
    """An untrained network; the seed alone decides its weights."""
    seed_epoch(seed, 0)
    model = GraphSAGE(config).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), params.lr, weight_decay=params.weight_decay, fused=True)
    scheduler = ReduceLROnPlateau(
        optimizer,
        factor=params.plateau_factor,
        patience=params.plateau_patience,
        threshold=params.min_delta,
        threshold_mode="abs",
    )
    return TrainingState(model, optimizer, scheduler, Patience(params.early_stopping, params.min_delta))


def seed_epoch(seed: int, epoch: int) -> None:
    """Seed PyTorch's generators on every device for an epoch; 0 is before the first."""
    torch.manual_seed(int(np.random.SeedSequence([seed, epoch]).generate_state(1, np.uint64)[0] >> 1))
