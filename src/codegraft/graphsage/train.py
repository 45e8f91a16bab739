"""Training of one network, from a seed, in a directory in which it can be ended at any moment and goes on.

After every epoch the directory has ``best.pt`` (of the least deciding validation loss), ``last.pt`` and, every so many
epochs, ``epoch_<number>.pt``. Each is written whole; ``last.pt`` after the others, so that an epoch which it does not
count is trained again and writes the same files again.
"""

from math import isfinite
from pathlib import Path
from typing import Final, NamedTuple

import torch
from tqdm import tqdm

from codegraft.errors import ModelError
from codegraft.graphsage.batches import Batch, Examples, Rows, Split, training_batches
from codegraft.graphsage.direct import pooled
from codegraft.graphsage.losses import losses
from codegraft.graphsage.model import ModelConfig
from codegraft.graphsage.state import EpochRecord, TrainingState, new_state, seed_epoch
from codegraft.graphsage.validate import PREDICT_AT_ONCE, auroc_within_problem, mean_terms, validation_losses
from codegraft.params import Graphsage

BEST: Final = "best.pt"
LAST: Final = "last.pt"


class Splits(NamedTuple):
    """What is learned from, and what decides when that ends."""

    train: Split
    validation: Split


def splits_of(examples: Examples, limit: int | None = None) -> Splits:
    """The training and the validation split, or about ``limit`` programs of the one and a fifth as many of the other.

    Raises:
        ModelError: one of them has no program.
    """
    splits = Splits(*(examples.split(name) for name in Splits._fields))
    for name, split in splits._asdict().items():
        if not len(split.programs):
            raise ModelError(
                f"the {name} split has no program: change programs.valid_share or programs.limit in params.yaml, or "
                "take more problems, and run `dvc repro featurize`"
            )
    if limit is None:
        return splits
    return Splits(_thinned(splits.train, limit), _thinned(splits.validation, max(limit // 5, 1)))


def train_network(
    examples: Examples, splits: Splits, params: Graphsage, seed: int, directory: Path, device: torch.device
) -> TrainingState:
    """Train until the deciding validation loss no longer falls or the epochs are over.

    Goes on from ``last.pt`` if it is there.

    Returns:
        The state after the last epoch, with the network of the best.

    Raises:
        ModelError: a checkpoint is damaged, or the loss is no longer a number.
    """
    vocabularies = examples.vocabularies
    config = ModelConfig(len(vocabularies.imports), len(vocabularies.bugs), params.dropout)
    state = new_state(config, params, seed, device)
    if (directory / LAST).exists():
        state.restore(directory / LAST)
    else:
        state.model.fit_inputs(examples.root_mean_square(splits.train.programs).to(device))
        state.model.direct.fit(_pooled(examples, splits.train.programs).to(device))
    with tqdm(
        desc=f"seed {seed}", total=params.epochs, initial=state.epoch, unit="epoch", disable=None, leave=False
    ) as bar:
        while state.epoch < params.epochs and not state.patience.at_its_end:
            record = _epoch(state, examples, splits, params, seed)
            _keep(state, record, params, examples, directory)
            bar.set_postfix(train=record.train["total"], validation=record.validation["total"])
            bar.update()
    best = new_state(config, params, seed, device)
    best.restore(directory / BEST)
    state.model = best.model
    return state


def _pooled(examples: Examples, rows: Rows) -> torch.Tensor:
    """Pooled features of the graphs of these numbers, [B, POOLS * 978]."""
    batches = examples.in_order(rows, PREDICT_AT_ONCE, torch.device("cpu"))
    return torch.cat([pooled(batch.x, batch.graph, batch.graphs) for batch in batches])


def _epoch(state: TrainingState, examples: Examples, splits: Splits, params: Graphsage, seed: int) -> EpochRecord:
    epoch, lr = state.epoch + 1, state.lr
    seed_epoch(seed, epoch)
    state.model.train()
    device = next(state.model.parameters()).device
    terms = [
        _step(state, examples.batch(rows, device), params)
        for rows in training_batches(examples, splits.train, params.batch_size, seed, epoch)
    ]
    train = mean_terms(terms)
    validation = validation_losses(state.model, examples, splits.validation, params)
    if not isfinite(train["total"] + validation["total"]):
        raise ModelError(
            f"seed {seed}, epoch {epoch}: the loss is no longer a number; "
            f"lower graphsage.lr ({params.lr}) in params.yaml"
        )
    auroc = auroc_within_problem(state.model, examples, splits.validation.programs)
    if auroc is not None:
        validation["auroc_within_problem"] = auroc
    return EpochRecord(epoch, lr, train, validation)


def _step(state: TrainingState, batch: Batch, params: Graphsage) -> torch.Tensor:
    """Learn from a batch; the terms of its loss and their weighted sum."""
    terms = losses(state.model(*batch[:4]), batch.labels, params.temperature)
    total = terms.total(params.loss_weights)
    state.optimizer.zero_grad()
    torch.autograd.backward(total)
    torch.nn.utils.clip_grad_norm_(state.model.parameters(), params.clip_norm)
    state.optimizer.step()
    return torch.stack([*terms, total]).detach()


def _keep(state: TrainingState, record: EpochRecord, params: Graphsage, examples: Examples, directory: Path) -> None:
    """Take the epoch into the state, and the state to disk."""
    state.history.append(record)
    state.scheduler.step(record.validation["deciding"])
    progressed = state.patience.progressed(record.validation["deciding"])
    if progressed:
        state.best_epoch = record.epoch
    kept = {BEST: progressed, f"epoch_{record.epoch}.pt": record.epoch % params.checkpoint_every == 0, LAST: True}
    for name, wanted in kept.items():
        if wanted:
            state.save(directory / name, params, examples.vocabularies)


def _thinned(split: Split, programs: int) -> Split:
    """About so many programs at even distances, and as large a share of the texts without imports."""
    step = max(len(split.programs) // programs, 1)
    return Split(split.programs[::step][:programs], split.imports[::step])
