"""Linkers on disk: a directory with a file for each seed, of plain data and tensors."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import torch

from codegraft.errors import ModelError, plain
from codegraft.files import atomic_directory
from codegraft.graphmer.linking.linker import ASKED, FEATURES, Linker
from codegraft.graphmer.linking.reader import Reader, ReaderConfig
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint

LINKER_DIRECTORY: Final = Path("models/linker")

_KIND: Final = "linker"
_TRAIN: Final = "train it again: `dvc repro train_linker`"


def write_linkers(directory: str | Path, linkers: Mapping[int, Linker]) -> None:
    """Write the linkers of all seeds, whole or not at all; equal linkers give equal bytes."""
    with atomic_directory(directory) as temporary:
        for seed, linker in linkers.items():
            write_checkpoint(temporary / f"seed_{seed}.pt", _KIND, _content(linker))


def read_linkers(directory: str | Path = LINKER_DIRECTORY, tokenizer: str | None = None) -> dict[int, Linker]:
    """The linkers by seed, in ascending order.

    Args:
        directory: that :func:`write_linkers` wrote.
        tokenizer: SHA-256 of the tokenizer that code will be read with; any by default.

    Raises:
        ModelError: there is none, one is damaged, or of another tokenizer.
    """
    files = {path.stem.removeprefix("seed_"): path for path in Path(directory).glob("seed_*.pt")}
    if not files or not all(seed.isdecimal() for seed in files):
        raise ModelError(f"{directory}: no linker is here; {_TRAIN}")
    return {int(seed): _read(files[seed], tokenizer) for seed in sorted(files, key=int)}


def _content(linker: Linker) -> dict[str, Any]:
    return {
        "config": asdict(linker.reader.config),
        "features": list(FEATURES),
        "reader": linker.reader.state_dict(),
        "relations": list(linker.relations),
        "tokenizer": linker.tokenizer,
        "types": list(linker.types),
        "weights": torch.from_numpy(linker.weights),
        "without_reader": torch.from_numpy(linker.without_reader),
    }


def _read(path: Path, tokenizer: str | None) -> Linker:
    content = read_checkpoint(path, _KIND, _TRAIN)
    try:
        linker = _linker(content)
    except (KeyError, TypeError, ValueError, RuntimeError, AttributeError) as error:
        raise ModelError(f"{path}: not a linker of this program ({plain(error)}); {_TRAIN}") from None
    if tokenizer is not None and linker.tokenizer != tokenizer:
        raise ModelError(
            f"{path}: trained with the tokenizer {linker.tokenizer[:16]}, texts are read with {tokenizer[:16]}; "
            f"{_TRAIN}"
        )
    return linker


def _linker(content: Mapping[str, Any]) -> Linker:
    if content["features"] != list(FEATURES):
        raise ValueError(f"it weighs {', '.join(content['features'])}")
    with torch.device("meta"):
        reader = Reader(ReaderConfig(**content["config"]))
    # The shapes cost nothing before they are known to be those of the weights.
    reader.load_state_dict(content["reader"], assign=True)
    relations, types = tuple(content["relations"]), tuple(content["types"])
    weights, without = content["weights"].numpy(), content["without_reader"].numpy()
    numbers = [*reader.parameters(), content["weights"], content["without_reader"]]
    if not all(bool(torch.isfinite(tensor).all()) for tensor in numbers):
        raise ValueError("a weight is no finite number")
    if weights.shape != without.shape or weights.shape != (len(ASKED), len(relations), len(FEATURES)):
        raise ValueError(f"weights of shape {list(weights.shape)}")
    return Linker(reader.eval(), weights, without, relations, types, str(content["tokenizer"]))
