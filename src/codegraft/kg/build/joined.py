"""The code models of one repository, one a language, put together as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from codegraft.symbols.model import NONE, CodeModel, Definitions, References, SourceFile

Rows = npt.NDArray[np.int32]
T = TypeVar("T")


@dataclass(frozen=True)
class Code:
    """What a repository says in all its languages.

    Attributes:
        files: by path.
        definitions: those of each model after those of the one before; their files are rows of ``files``.
        references: likewise, to rows of these definitions and externals.
        externals, externals_kind, externals_language: [x] dotted names, what is known of them, and where they are used.
        module: [d] the module of each definition.
    """

    files: tuple[SourceFile, ...]
    definitions: Definitions
    references: References
    externals: tuple[str, ...]
    externals_kind: tuple[str, ...]
    externals_language: tuple[str, ...]
    module: Rows


def join(models: Sequence[CodeModel]) -> Code:
    """Join the models of a repository, none if it has no code; their order decides which of equal names is first."""
    models = models or [_no_model()]
    files = tuple(sorted(_chain(model.files for model in models), key=lambda file: file.path))
    row_of = {file.path: row for row, file in enumerate(files)}
    file_rows = [np.array([row_of[file.path] for file in model.files], np.int32) for model in models]
    definitions = _definitions(models, file_rows)
    return Code(
        files=files,
        definitions=definitions,
        references=_references(models, file_rows),
        externals=_chain(model.externals for model in models),
        externals_kind=_chain(model.externals_kind for model in models),
        externals_language=_chain((model.language,) * len(model.externals) for model in models),
        module=nearest(definitions.owner, definitions.owner == NONE),
    )


def nearest(owner: Rows, chosen: npt.NDArray[np.bool_]) -> Rows:
    """For each definition [d] the innermost one around it, itself included, that is ``chosen``; -1 for none."""
    found = np.where(chosen, np.arange(len(owner), dtype=np.int32), NONE)
    open_ = np.flatnonzero(~chosen)
    around = owner[open_]
    while len(open_):
        inside = around >= 0
        open_, around = open_[inside], around[inside]
        reached = found[around]
        found[open_] = reached
        open_, around = open_[reached < 0], owner[around[reached < 0]]
    return found.astype(np.int32)


def _definitions(models: Sequence[CodeModel], file_rows: Sequence[Rows]) -> Definitions:
    parts = [model.definitions for model in models]
    sizes = [len(part.kind) for part in parts]
    return Definitions(
        kind=np.concatenate([part.kind for part in parts]),
        flags=np.concatenate([part.flags for part in parts]),
        owner=_shifted([part.owner for part in parts], sizes),
        file=np.concatenate([rows[part.file] for part, rows in zip(parts, file_rows, strict=True)]),
        start=np.concatenate([part.start for part in parts]),
        end=np.concatenate([part.end for part in parts]),
        line_start=np.concatenate([part.line_start for part in parts]),
        line_end=np.concatenate([part.line_end for part in parts]),
        name=_chain(part.name for part in parts),
        qualified=_chain(part.qualified for part in parts),
        signature=_chain(part.signature for part in parts),
    )


def _references(models: Sequence[CodeModel], file_rows: Sequence[Rows]) -> References:
    parts = [model.references for model in models]
    sizes = [len(model.definitions.kind) for model in models]
    return References(
        kind=np.concatenate([part.kind for part in parts]),
        resolution=np.concatenate([part.resolution for part in parts]),
        source=_shifted([part.source for part in parts], sizes),
        target=_shifted([part.target for part in parts], sizes),
        external=_shifted([part.external for part in parts], [len(model.externals) for model in models]),
        file=np.concatenate([rows[part.file] for part, rows in zip(parts, file_rows, strict=True)]),
        start=np.concatenate([part.start for part in parts]),
        end=np.concatenate([part.end for part in parts]),
        line_start=np.concatenate([part.line_start for part in parts]),
        line_end=np.concatenate([part.line_end for part in parts]),
    )


def _shifted(columns: Sequence[Rows], sizes: Sequence[int]) -> Rows:
    """Row numbers of several tables of these sizes as row numbers of one below the other; -1 stays."""
    firsts = accumulate(sizes[:-1], initial=0)
    moved = [np.where(column >= 0, column + first, NONE) for column, first in zip(columns, firsts, strict=True)]
    return np.concatenate(moved).astype(np.int32)


def _chain(parts: Iterable[Sequence[T]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(parts))


def _no_model() -> CodeModel:
    none, codes, flags = np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0, np.uint16)
    definitions = Definitions(codes, flags, none, none, none, none, none, none, (), (), ())
    references = References(codes, codes, none, none, none, none, none, none, none, none)
    return CodeModel("", (), definitions, references, (), ())
