"""Checkpoints as files: plain data and tensors, written whole, read without running anything that they contain."""

import io
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import torch

from codegraft.errors import ModelError
from codegraft.files import atomic_write

_ZIP: Final = b"PK\x03\x04"
"""How a file of ``torch.save`` begins; the older formats that ``torch.load`` also takes are bare pickles and tars."""


def write_checkpoint(path: str | Path, kind: str, content: Mapping[str, Any]) -> None:
    """Write tensors and plain data (numbers, text, lists, dicts) whole or not at all; equal content gives equal bytes.

    ``kind`` says what the file is, so that it is not read as something else.
    """
    # Into memory first: torch.save names the archive inside after the file, and the temporary file has a random name.
    buffer = io.BytesIO()
    torch.save(_plain({"kind": kind, **content}), buffer)
    with atomic_write(path) as temporary:
        temporary.write_bytes(buffer.getbuffer())


def read_checkpoint(path: str | Path, kind: str, remedy: str, device: str | torch.device = "cpu") -> dict[str, Any]:
    """What :func:`write_checkpoint` wrote, tensors on a device; of pickles only plain data is read.

    Args:
        remedy: ends each message: what to do.

    Raises:
        ModelError: there is no such file, it is damaged, holds more than plain data and tensors, or is of another kind.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            begin = file.read(len(_ZIP))
        content = torch.load(path, map_location=device, weights_only=True) if begin == _ZIP else None
    except FileNotFoundError:
        raise ModelError(f"{path}: no such file; {remedy}") from None
    except pickle.UnpicklingError:
        raise ModelError(
            f"{path}: holds more than tensors and plain data, which could run code when loaded, and was not loaded; "
            f"do not trust where it came from; {remedy}"
        ) from None
    except (OSError, RuntimeError, EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise ModelError(f"{path}: damaged ({_first_line(error)}); {remedy}") from None
    if content is None:
        raise ModelError(f"{path}: not a checkpoint of this program, or cut off; {remedy}")
    if not isinstance(content, dict) or content.get("kind") != kind:
        found = content.get("kind") if isinstance(content, dict) else type(content).__name__
        raise ModelError(f"{path}: is a {found}, expected a {kind}; {remedy}")
    return content


def _plain(value: Any) -> Any:
    """A copy in plain dicts, lists and tuples, in which equal texts are one object: pickle writes an object once."""
    if isinstance(value, Mapping):
        return {_plain(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    return sys.intern(value) if type(value) is str else value


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
