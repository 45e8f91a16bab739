"""Encoders on disk: with all that resuming needs, or for use.

    save_encoder("model.pt", meaning, weights, trained_on)
    trained = load_model("model.pt", tokenizer=CodeTokenizer.load().digest)

Both hold the hash of the tokenizer and the names of the relations: an encoder reads tokens and relations by number, so
one that was trained with other numbers is refused, not asked. ``torch.load(..., weights_only=True)`` reads both, too.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn

from codegraft.errors import ModelError, plain
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint

CHECKPOINT: Final = "graphmer checkpoint"
MODEL: Final = "graphmer model"

TRAIN: Final = "train the encoder with `codegraft graphmer train` or `dvc repro train_graphmer`"
ANEW: Final = "train without --resume to begin anew"


@dataclass(frozen=True)
class Meaning:
    """What decides the shapes of an encoder, and what its numbers mean.

    Attributes:
        config: of the encoder.
        tokenizer: SHA-256 of tokenizer.json.
        relations: names; relation id i is ``relations[i - 1]``.
    """

    config: GraphMERConfig
    tokenizer: str
    relations: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """As plain data, of which :meth:`of` makes the same again."""
        return {"config": asdict(self.config), "tokenizer": self.tokenizer, "relations": list(self.relations)}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Meaning":
        """What :meth:`plain` gave.

        Raises:
            KeyError, TypeError, ModelError: it is something else.
        """
        config, relations = GraphMERConfig(**plain["config"]), tuple(map(str, plain["relations"]))
        if len(relations) != config.relations:
            raise ModelError(f"{len(relations)} names of relations, expected {config.relations}")
        return cls(config, str(plain["tokenizer"]), relations)


@dataclass(frozen=True)
class TrainedEncoder:
    """An encoder for use.

    Attributes:
        model: in eval mode.
        meaning: of its numbers.
        trained_on: where it comes from: plain data, as :func:`save_encoder` was given it.
    """

    model: GraphMER
    meaning: Meaning
    trained_on: dict[str, Any]


def save_checkpoint(path: Path, meaning: Meaning, content: Mapping[str, Any]) -> None:
    """Write what resuming needs; ``content`` is plain data and tensors.

    Raises:
        ModelError: the file cannot be written, for example because the disk is full; what stood there stays.
    """
    _write(path, CHECKPOINT, {**meaning.plain(), **content})


def load_checkpoint(path: Path, meaning: Meaning) -> dict[str, Any]:
    """Read what :func:`save_checkpoint` wrote, on the CPU.

    Raises:
        ModelError: the file is missing, damaged or hostile, or of an encoder with another meaning.
    """
    content = read_checkpoint(path, CHECKPOINT, ANEW)
    refuse_others(path, content, meaning.plain(), ANEW)
    return content


def save_encoder(path: Path, meaning: Meaning, weights: Mapping[str, Tensor], trained_on: Mapping[str, Any]) -> None:
    """Write an encoder for use: the ``state_dict`` of a :class:`~codegraft.graphmer.encoder.encoder.GraphMER`.

    Raises:
        ModelError: as for :func:`save_checkpoint`.
    """
    _write(path, MODEL, {**meaning.plain(), "model": dict(weights), "trained_on": dict(trained_on)})


def load_model(path: str | Path, *, tokenizer: str | None = None, device: str | torch.device = "cpu") -> TrainedEncoder:
    """Read what :func:`save_encoder` wrote, ready for use.

    Args:
        path: of the file.
        tokenizer: SHA-256 of the tokenizer that texts will be encoded with; any by default.
        device: where the encoder goes.

    Raises:
        ModelError: the file is missing, damaged or hostile, a checkpoint of the training, or made with another
            tokenizer.
    """
    content = read_checkpoint(path, MODEL, TRAIN, device)
    if tokenizer is not None:
        refuse_others(path, content, {"tokenizer": tokenizer}, TRAIN)
    try:
        meaning = Meaning.of(content)
        with torch.device("meta"):
            model = GraphMER(meaning.config)
        # The shapes cost nothing before they are known to be those of the weights.
        model.load_state_dict(content["model"], assign=True)
        trained_on = dict(content["trained_on"])
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as error:
        raise ModelError(f"{path}: its weights are not those of its encoder ({brief(error)}); {TRAIN}") from None
    check_numbers(path, model, TRAIN)
    return TrainedEncoder(model.eval(), meaning, trained_on)


def _write(path: Path, kind: str, content: Mapping[str, Any]) -> None:
    try:
        write_checkpoint(path, kind, content)
    except OSError as error:
        raise ModelError(
            f"{path}: cannot be written: {error.strerror}; make room and train with --resume: what was written before "
            "is whole"
        ) from None


def refuse_others(path: str | Path, content: Mapping[str, Any], expected: Mapping[str, Any], remedy: str) -> None:
    """Refuse content in which a key has another value than the expected one.

    Raises:
        ModelError: names the first such key; ``remedy`` ends the message.
    """
    for name, value in expected.items():
        if content.get(name) != value:
            raise ModelError(f"{path}: made with {name} {plain(content.get(name))}, expected {plain(value)}; {remedy}")


def brief(error: Exception) -> str:
    """The first two lines of a message: the first alone often says only that something follows."""
    lines = (str(error) or type(error).__name__).splitlines()
    return plain(" ".join(map(str.strip, lines[:2])))


def check_numbers(path: str | Path, model: nn.Module, remedy: str) -> None:
    """Refuse weights that are not finite numbers of 32 bits.

    Raises:
        ModelError: names the first such weight; ``remedy`` ends the message.
    """
    for name, tensor in model.state_dict().items():
        if tensor.dtype != torch.float32:
            raise ModelError(f"{path}: {name} is {tensor.dtype}, expected torch.float32; {remedy}")
        if not bool(tensor.isfinite().all()):
            raise ModelError(f"{path}: {name} holds what is not a finite number; {remedy}")
