"""Networks on disk: with all that resuming needs, or for use.

    save_checkpoint(model, optimizer, epoch, train_loss, val_loss, "last.pt", metadata)
    model, optimizer, metadata = load_checkpoint("last.pt", model, optimizer)

    save_model_for_inference(model, "model.pt", vocabularies=..., temperature=..., trained_on=...)
    trained = load_model_for_inference("model.pt")

Both hold the hash of the features' schema: a network reads columns by their number, so one that was trained on other
columns is refused, not asked. ``torch.load(..., weights_only=True)`` reads both, too.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import nn

from codegraft.errors import ModelError, plain
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.vocabulary import Vocabularies
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint

CHECKPOINT: Final = "graphsage checkpoint"
MODEL: Final = "graphsage model"

_TRAIN: Final = "train the model with `codegraft graphsage train` or `dvc repro train_graphsage`"


@dataclass(frozen=True)
class TrainedModel:
    """A network for use.

    Attributes:
        model: in eval mode.
        vocabularies: names of the modules and mistakes that its heads know, in the order of their columns.
        temperature: what the confidence logit is divided by before it becomes a probability.
        schema: hash of the schema of its features.
        trained_on: where it comes from: plain data, as :func:`save_model_for_inference` was given it.
    """

    model: GraphSAGE
    vocabularies: Vocabularies
    temperature: float
    schema: str
    trained_on: dict[str, Any]


def save_checkpoint(
    model: GraphSAGE,
    optimizer: torch.optim.Optimizer,
    epoch: int,
    train_loss: float,
    val_loss: float,
    path: str | Path,
    metadata: Mapping[str, Any] | None = None,
) -> None:
    """Write a network with its optimizer; ``metadata`` is plain data and tensors of the caller's."""
    content = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": epoch,
        "train_loss": train_loss,
        "val_loss": val_loss,
        "config": asdict(model.config),
        "schema": schema_hash(),
        "metadata": dict(metadata or {}),
    }
    write_checkpoint(path, CHECKPOINT, content)


def load_checkpoint(
    path: str | Path,
    model: GraphSAGE | None = None,
    optimizer: torch.optim.Optimizer | None = None,
    device: str | torch.device = "cpu",
) -> tuple[GraphSAGE, torch.optim.Optimizer | None, dict[str, Any]]:
    """Read what :func:`save_checkpoint` wrote.

    Args:
        path: of the checkpoint.
        model: to load into; a new one by default.
        optimizer: to load into, made over ``model``'s parameters.
        device: where the network goes.

    Returns:
        The network, the optimizer as it was given, and epoch, train_loss, val_loss, schema and metadata.

    Raises:
        ModelError: the file is missing, damaged or hostile, its features have another schema, or it does not fit
            ``model`` or ``optimizer``.
    """
    content = read_checkpoint(path, CHECKPOINT, _TRAIN, device)
    loaded = _network(path, content, model).to(device)
    if optimizer is not None:
        try:
            optimizer.load_state_dict(content["optimizer"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"{path}: its optimizer's state does not fit ({plain(error)}); {_TRAIN}") from None
    try:
        metadata = {name: content[name] for name in ("epoch", "train_loss", "val_loss", "schema", "metadata")}
    except KeyError as error:
        raise ModelError(f"{path}: lacks {plain(error)}; {_TRAIN}") from None
    return loaded, optimizer, metadata


def save_model_for_inference(
    model: GraphSAGE,
    path: str | Path,
    *,
    vocabularies: Vocabularies,
    temperature: float = 1.0,
    trained_on: Mapping[str, Any],
) -> None:
    """Write a network for use, without its optimizer.

    Raises:
        ModelError: the vocabularies are not of the size of the network's heads.
    """
    content = {
        "model": {name: tensor.detach().cpu() for name, tensor in model.state_dict().items()},
        "config": asdict(model.config),
        "schema": schema_hash(),
        "vocabularies": vocabularies._asdict(),
        "temperature": float(temperature),
        "trained_on": dict(trained_on),
    }
    _check_vocabularies(path, model.config, vocabularies)
    write_checkpoint(path, MODEL, content)


def load_model_for_inference(path: str | Path, device: str | torch.device = "cpu") -> TrainedModel:
    """Read what :func:`save_model_for_inference` wrote, ready for use.

    Raises:
        ModelError: the file is missing, damaged or hostile, is a checkpoint of the training, its features have another
            schema, or its parts contradict each other.
    """
    content = read_checkpoint(path, MODEL, _TRAIN, device)
    model = _network(path, content, None).to(device).eval()
    try:
        vocabularies = Vocabularies(**{head: _counts(names) for head, names in content["vocabularies"].items()})
        temperature, trained_on = float(content["temperature"]), dict(content["trained_on"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: not a whole model ({plain(repr(error))}); {_TRAIN}") from None
    if not 0 < temperature < float("inf"):
        raise ModelError(f"{path}: its temperature is {temperature}, expected a positive number; {_TRAIN}")
    _check_vocabularies(path, model.config, vocabularies)
    return TrainedModel(model, vocabularies, temperature, content["schema"], trained_on)


def _network(path: str | Path, content: dict[str, Any], model: GraphSAGE | None) -> GraphSAGE:
    """The network of a file, in ``model`` if there is one; its shapes cost nothing before they are known to be true."""
    try:
        if content["schema"] != schema_hash():
            raise ModelError(
                f"{path}: was trained on features of schema {plain(content['schema'])}, this version of codegraft "
                f"computes {schema_hash()}; {_TRAIN}, or use the version that trained it"
            )
        config = ModelConfig(**{**content["config"], "hidden": tuple(content["config"]["hidden"])})
        weights = dict(content["model"])
        if model is not None and model.config != config:
            raise ModelError(f"{path}: holds {plain(config)}, expected {model.config}; {_TRAIN}")
        with torch.device("meta"):
            shapes = GraphSAGE(config)
        shapes.load_state_dict(weights, assign=True)
    except ModelError:
        raise
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError, OverflowError) as error:
        raise ModelError(f"{path}: its weights are not those of its network ({plain(error)}); {_TRAIN}") from None
    _check_numbers(path, shapes)
    if model is None:
        return shapes
    model.load_state_dict(weights)
    return model


def _check_numbers(path: str | Path, model: nn.Module) -> None:
    for name, tensor in model.state_dict().items():
        if tensor.dtype != torch.float32:
            raise ModelError(f"{path}: {name} is {tensor.dtype}, expected torch.float32; {_TRAIN}")
        if not bool(tensor.isfinite().all()):
            raise ModelError(f"{path}: {name} holds what is not a finite number; {_TRAIN}")


def _check_vocabularies(path: str | Path, config: ModelConfig, vocabularies: Vocabularies) -> None:
    sizes = len(vocabularies.imports), len(vocabularies.bugs)
    if sizes != (config.imports, config.bugs):
        raise ModelError(
            f"{path}: the vocabularies name {sizes[0]} modules and {sizes[1]} mistakes, the heads have "
            f"{config.imports} and {config.bugs}; {_TRAIN}"
        )


def _counts(names: Mapping[str, int]) -> dict[str, int]:
    return {str(name): int(count) for name, count in names.items()}
