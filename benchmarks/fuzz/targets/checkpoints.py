"""Readers of trained models and of trainings that are to go on."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import torch

from benchmarks.fuzz.mutate_archives import archive
from benchmarks.fuzz.target import Target, file_target
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.linking.store import read_linkers, write_linkers
from codegraft.graphmer.training import state as graphmer
from codegraft.graphmer.training.checkpoint import Meaning, load_model, save_encoder
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphsage import state as graphsage
from codegraft.graphsage.checkpoint import load_model_for_inference, save_model_for_inference
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.params import load_params
from codegraft.programs.vocabulary import Vocabularies
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint
from tests.graphmer.linking.codes import linker_of
from tests.graphmer.training.cases import TOKENIZER, small_params, small_task

_SAGE: Final = ModelConfig(imports=2, bugs=1, inputs=6, hidden=(8, 4), embedding=7)
_VOCABULARIES: Final = Vocabularies({"os": 9, "re": 7}, {"off_by_one": 8})
_CPU: Final = torch.device("cpu")


def targets() -> Iterator[Target]:
    """All of them: the reader of plain data and tensors that they share, then each."""
    yield _target("checkpoint", _written(_save_plain), partial(read_checkpoint, kind="some", remedy="make it again"))
    yield _target("graphsage model", _written(_save_sage), load_model_for_inference)
    state = _sage_training()
    yield _target("graphsage checkpoint", _written(partial(_save_sage_training, state)), state.restore)
    training = _graphmer_training()
    meaning = training.meaning
    yield _target(
        "graphmer model", _written(partial(_save_graphmer, meaning)), partial(load_model, tokenizer=TOKENIZER)
    )
    yield _target("graphmer checkpoint", _written(training.save), training.restore)
    yield _target("linker", _written(_save_linker), lambda path: read_linkers(path.parent))


def _target(name: str, whole: bytes, read: Callable[[Path], object]) -> Target:
    content = torch.load(io.BytesIO(whole), weights_only=True)
    return file_target(name, "seed_0.pt", [whole], partial(archive, valid=[whole], values=[content]), read)


def _written(save: Callable[[Path], object]) -> bytes:
    with TemporaryDirectory() as place:
        save(Path(place, "seed_0.pt"))
        return Path(place, "seed_0.pt").read_bytes()


def _stepped(module: torch.nn.Module, optimizer: torch.optim.Optimizer) -> None:
    """Give an optimizer the state that a step leaves."""
    for weight in module.parameters():
        weight.grad = torch.ones_like(weight)
    optimizer.step()
    optimizer.zero_grad()


def _save_plain(path: Path) -> None:
    tensors = {"a": torch.arange(6.0).reshape(2, 3), "b": torch.zeros(2, dtype=torch.int64), "c": torch.tensor(1.5)}
    content = {"tensors": tensors, "config": {"sizes": [1, (2, 3)], "name": "x", "share": 0.5, "none": None}, 3: True}
    write_checkpoint(path, "some", content)


def _save_sage(path: Path) -> None:
    trained_on = {"seed": 3, "data": "abc"}
    save_model_for_inference(GraphSAGE(_SAGE), path, vocabularies=_VOCABULARIES, temperature=1.5, trained_on=trained_on)


def _sage_training() -> graphsage.TrainingState:
    state = graphsage.new_state(_SAGE, load_params().graphsage, 0, _CPU)
    _stepped(state.model, state.optimizer)
    state.history.append(graphsage.EpochRecord(1, 0.1, {"total": 2.0}, {"total": 2.0, "deciding": 1.0}))
    return state


def _save_sage_training(state: graphsage.TrainingState, path: Path) -> None:
    state.save(path, load_params().graphsage, _VOCABULARIES)


def _graphmer_training() -> graphmer.TrainingState:
    task, params = small_task(4), small_params()
    header = task.header
    config = GraphMERConfig(header.vocabulary, len(header.relations), 4, 1, 1, 4, tail_slots=4, head_tokens=3)
    runtime = runtime_of(_CPU, params)
    module = runtime.wrapped(Objective(GraphMER(config), task.rules))
    optimizer = graphmer.optimizer_for(module, params, fused=runtime.profile.fused)
    _stepped(module, optimizer)
    return graphmer.TrainingState(module, optimizer, Meaning(config, TOKENIZER, header.relations), runtime, 0)


def _save_graphmer(meaning: Meaning, path: Path) -> None:
    save_encoder(path, meaning, GraphMER(meaning.config).state_dict(), {"step": 3})


def _save_linker(path: Path) -> None:
    write_linkers(path.parent / "linkers", {0: linker_of(0)})
    (path.parent / "linkers/seed_0.pt").rename(path)
