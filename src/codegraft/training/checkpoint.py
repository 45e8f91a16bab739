"""Checkpoints as files: plain data and tensors, written whole, read without running anything that they contain."""

import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import torch

from codegraft.errors import ModelError, plain
from codegraft.files import atomic_write, read_file
from codegraft.pickle_machine import PickleError, RefusedError
from codegraft.training.archive import ArchiveError, read_archive

_ZIP: Final = b"PK\x03\x04"
"""How a file of ``torch.save`` begins."""


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
        whole = read_file(path)
        content = read_archive(whole, device) if whole.startswith(_ZIP) else None
    except FileNotFoundError:
        raise ModelError(f"{path}: no such file; {remedy}") from None
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror}; {remedy}") from None
    except RefusedError as error:
        raise ModelError(
            f"{path}: holds more than tensors and plain data, which could run code when loaded, and was not loaded "
            f"({plain(error)}); do not trust where it came from; {remedy}"
        ) from None
    except (ArchiveError, PickleError) as error:
        raise ModelError(f"{path}: damaged ({plain(error)}); {remedy}") from None
    if content is None:
        raise ModelError(f"{path}: not a checkpoint of this program, or cut off; {remedy}")
    if not isinstance(content, dict) or content.get("kind") != kind:
        found = plain(content.get("kind")) if isinstance(content, dict) else type(content).__name__
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
