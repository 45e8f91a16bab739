"""Training of one encoder, from a seed, in a directory in which it can be ended at any moment and goes on.

The directory has ``last.pt``, to go on from; ``best.pt``, the encoder of the least loss on what is held out; and
``step_<number>.pt``, the encoder every so many steps. Each is written whole; ``last.pt`` after the others, so that
steps which it does not count are taken again and write the same files again.
"""

from collections.abc import Iterator
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Final

from safetensors.torch import save
from tqdm import tqdm

from codegraft.errors import ModelError
from codegraft.files import atomic_write
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.feed import Feed
from codegraft.graphmer.training.checkpoint import Meaning, save_encoder
from codegraft.graphmer.training.evaluate import evaluate, held_out_batches
from codegraft.graphmer.training.loading import Planned, Steps, load_steps
from codegraft.graphmer.training.profiles import curriculum_of
from codegraft.graphmer.training.records import Evaluation, StepRecord, best_of
from codegraft.graphmer.training.runtime import Runtime
from codegraft.graphmer.training.schedule import learning_rate
from codegraft.graphmer.training.state import TrainingState, new_state
from codegraft.graphmer.training.step import dropout_seeds, optimize
from codegraft.graphmer.training.task import Task
from codegraft.params import Graphmer

BEST: Final = "best.pt"
LAST: Final = "last.pt"


def train_encoder(task: Task, params: Graphmer, seed: int, directory: Path, runtime: Runtime) -> TrainingState:
    """Train until the steps are done; go on from ``last.pt`` if it is there.

    Returns:
        The state after the last step; the best encoder is in ``best.pt``.

    Raises:
        ModelError: a checkpoint is damaged or cannot be written, or a loss is no longer a finite number.
        ParamsError: no window is as short as the profile's curriculum asks.
    """
    meaning = Meaning(task.config(params), task.header.tokenizer, task.header.relations)
    state = new_state(meaning, task, params, seed, runtime)
    held_out = held_out_batches(task, params, runtime.profile.rows, runtime.cut.processes)
    if (directory / LAST).exists():
        state.restore(directory / LAST)
    else:
        state.evaluations.append(Evaluation(0, evaluate(state.module, held_out, runtime)))
    with tqdm(
        desc=f"seed {seed}",
        total=params.steps,
        initial=state.position.step,
        unit="step",
        disable=runtime.silent,
        leave=False,
    ) as bar:
        for batches, after in _steps_left(task, params, seed, state):
            record = _learn(state, batches, params, seed, directory)
            state.history.append(record)
            state.position = after
            _keep(state, held_out, params, seed, directory)
            bar.set_postfix(mlm=record.mlm, mnm=record.mnm)
            bar.update()
    return state


def _steps_left(task: Task, params: Graphmer, seed: int, state: TrainingState) -> Iterator[Planned]:
    """Batches of the steps that are still to be done."""
    runtime = state.runtime
    rows, batches, processes = runtime.cut
    curriculum = curriculum_of(params, runtime.profile, task.header.roots)
    feed = Feed(task.train, task.masker(params, rows), seed, processes, runtime.rank, batches, curriculum)
    steps = Steps(feed, state.position, state.meaning.config)
    return islice(load_steps(steps, runtime), params.steps - state.position.step)


def _learn(state: TrainingState, batches: list[Batch], params: Graphmer, seed: int, directory: Path) -> StepRecord:
    step, lr = state.position.step + 1, learning_rate(state.position.step + 1, params)
    for group in state.optimizer.param_groups:
        group["lr"] = lr
    learned = optimize(
        state.module, state.optimizer, batches, params, state.runtime, dropout_seeds(seed, step, state.runtime)
    )
    norm, terms = float(learned.norm), learned.terms.tolist()
    if not all(map(isfinite, (norm, *terms))):
        path = directory / f"batches_of_step_{step}_rank_{state.runtime.rank}.safetensors"
        raise ModelError(
            f"seed {seed}, step {step}: a loss or the gradient is no longer a finite number; its batches "
            f"{_save_batches(path, batches)}; lower graphmer.lr ({params.lr}) in params.yaml"
        )
    return StepRecord(step, state.position.epoch, lr, norm, *terms)


def _keep(state: TrainingState, held_out: Epoch, params: Graphmer, seed: int, directory: Path) -> None:
    """Evaluate and write what is due after this step."""
    step, last = state.position.step, state.position.step == params.steps
    judged, kept = last or step % params.eval_every == 0, step % params.checkpoint_every == 0
    names = [f"step_{step}.pt"] if kept else []
    if judged:
        state.evaluations.append(Evaluation(step, evaluate(state.module, held_out, state.runtime)))
        names += [BEST] if best_of(state.evaluations, params).step == step else []
    for name in names:
        weights = state.weights()
        if state.runtime.is_main:
            save_encoder(directory / name, state.meaning, weights, {"seed": seed, "step": step})
    if judged or kept:
        state.save(directory / LAST)


def _save_batches(path: Path, batches: list[Batch]) -> str:
    """Write batches as tensors named ``<number>.<field>``, and say where, or why not."""
    tensors = {
        f"{number}.{name}": tensor.contiguous().cpu()
        for number, batch in enumerate(batches)
        for name, tensor in batch._asdict().items()
    }
    try:
        with atomic_write(path) as temporary:
            temporary.write_bytes(save(tensors))
    except OSError as error:
        return f"could not be written ({error.strerror})"
    return f"are in {path}"
