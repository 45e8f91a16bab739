"""Everything that changes while an encoder is trained, from one step to the next.

There is no state of a random generator: what a step draws (windows, masks, dropout) is a function of the seed and the
step's number, so a resumed training draws what the uninterrupted one would have.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.distributed.checkpoint.state_dict import (
    StateDictOptions,
    get_model_state_dict,
    get_state_dict,
    set_state_dict,
)

from codegraft.errors import ModelError
from codegraft.graphmer.batches.feed import Position
from codegraft.graphmer.batches.scores import Scores
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.training.checkpoint import ANEW, Meaning, brief, load_checkpoint, refuse_others, save_checkpoint
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.priors import set_priors
from codegraft.graphmer.training.records import Evaluation, StepRecord
from codegraft.graphmer.training.runtime import Runtime
from codegraft.graphmer.training.step import drawn_seed
from codegraft.graphmer.training.task import Task
from codegraft.params import Graphmer

BETAS: Final = (0.9, 0.98)
"""How far back AdamW looks, as in RoBERTa: with PyTorch's 0.999 it would remember all of so short a training."""

_WHOLE: Final = StateDictOptions(full_state_dict=True, cpu_offload=True)


@dataclass
class TrainingState:
    """An encoder on its way; all processes must call its methods together.

    Attributes:
        module: its objective, as :meth:`Runtime.wrapped` gives it.
        optimizer: over its weights.
        meaning: of its numbers.
        runtime: where it is.
        seed: that it began with.
        position: how far it is.
        history: of all steps.
        evaluations: of those steps after which there was one, and of step 0.
    """

    module: nn.Module
    optimizer: torch.optim.Optimizer
    meaning: Meaning
    runtime: Runtime
    seed: int
    position: Position = field(default_factory=Position)
    history: list[StepRecord] = field(default_factory=list)
    evaluations: list[Evaluation] = field(default_factory=list)

    def weights(self) -> dict[str, Tensor]:
        """Weights of the encoder, on the CPU of the main process; elsewhere nothing."""
        whole: dict[str, Any] = get_model_state_dict(self.module, options=_WHOLE)
        return {name.removeprefix("model."): tensor for name, tensor in whole.items()}

    def save(self, path: Path) -> None:
        """Write everything.

        Raises:
            ModelError: the file cannot be written, for example because the disk is full.
        """
        model, optimizer = get_state_dict(self.module, self.optimizer, options=_WHOLE)
        if self.runtime.is_main:
            progress = {
                "seed": self.seed,
                "position": self.position,
                "history": self.history,
                "evaluations": self.evaluations,
            }
            weights = {"model": model, "optimizer": _as_it_comes_back(optimizer)}
            save_checkpoint(path, self.meaning, {**weights, **progress})

    def restore(self, path: Path) -> None:
        """Go back to where a checkpoint was written; each process reads it.

        Raises:
            ModelError: it is damaged, or of another encoder or seed.
        """
        content = load_checkpoint(path, self.meaning)
        refuse_others(path, content, {"seed": self.seed}, ANEW)
        try:
            whole = len(list(self.module.parameters()))
            if len(content["history"]) != content["position"][0] or len(content["optimizer"]["state"]) != whole:
                raise ValueError("its history or its optimizer is not that of its step")
            for group in content["optimizer"]["param_groups"]:
                group["fused"] = self.runtime.profile.fused  # of this device, not of that where it was written
            set_state_dict(
                self.module,
                self.optimizer,
                model_state_dict=content["model"],
                optim_state_dict=content["optimizer"],
                options=StateDictOptions(full_state_dict=True),
            )
            self._go_on(content["position"], content["history"], content["evaluations"])
        except (AttributeError, KeyError, IndexError, RuntimeError, TypeError, ValueError) as error:
            raise ModelError(f"{path}: lacks what resuming needs ({brief(error)}); {ANEW}") from None

    def _go_on(self, position: Any, history: Any, evaluations: Any) -> None:
        self.position = Position(*position)
        self.history = [StepRecord(*record) for record in history]
        self.evaluations = [Evaluation(step, Scores(*scores)) for step, scores in evaluations]


def _as_it_comes_back(optimizer: Mapping[str, Any]) -> dict[str, Any]:
    """An optimizer's state as it is once it was restored: otherwise a resumed training would write other bytes."""
    groups = [{**group, "betas": list(group["betas"])} for group in optimizer["param_groups"]]
    return {"state": optimizer["state"], "param_groups": groups}


def new_state(meaning: Meaning, task: Task, params: Graphmer, seed: int, runtime: Runtime) -> TrainingState:
    """An untrained encoder; the seed decides its weights, and how often tokens come, its biases."""
    torch.manual_seed(drawn_seed(seed, 0))
    model = GraphMER(meaning.config)
    set_priors(model, task.train)
    module = runtime.wrapped(Objective(model, task.rules))
    return TrainingState(module, optimizer_for(module, params, fused=runtime.profile.fused), meaning, runtime, seed)


def optimizer_for(module: nn.Module, params: Graphmer, *, fused: bool) -> torch.optim.Optimizer:
    """AdamW, whose decay spares vectors: biases and the factors of norms."""
    weights = list(module.parameters())
    groups = [
        {"params": [weight for weight in weights if weight.ndim > 1], "weight_decay": params.weight_decay},
        {"params": [weight for weight in weights if weight.ndim == 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, params.lr, BETAS, fused=fused)
