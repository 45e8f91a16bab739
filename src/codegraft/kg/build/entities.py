"""The entities that a repository's code makes: itself, its files, its build targets, and what it defines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.build.attributes import compact, definition_attributes
from codegraft.kg.build.entity_types import TYPE, Types, definition_types
from codegraft.kg.build.joined import Code, Rows
from codegraft.symbols.model import NONE, Flag

T = TypeVar("T")


@dataclass(frozen=True)
class Entities:
    """Entities of one repository, a column each.

    Attributes:
        id, name, language, attributes: [n] strings; ``attributes`` are compact JSON objects with sorted keys.
        type: [n] codes of ``ENTITY_TYPES``.
        file: [n] rows of the repository's files, -1 for none.
        start, end, line_start, line_end: [n] place in that file, -1 where there is no file.
    """

    id: list[str]
    name: list[str]
    language: list[str]
    attributes: list[str]
    type: Types
    file: Rows
    start: Rows
    end: Rows
    line_start: Rows
    line_end: Rows

    def take(self, order: Rows) -> "Entities":
        """These rows, in this order."""
        columns: dict[str, Any] = {
            name: _take(column, order) if isinstance(column, list) else column[order]
            for name, column in vars(self).items()
        }
        return Entities(**columns)


@dataclass(frozen=True)
class Named:
    """The entities of a repository and what they stand for.

    Attributes:
        entities: sorted by id.
        repository: row of the repository itself.
        file: [f] row of each file.
        definition: [d] row of each definition, -1 where it is no entity.
        target: [d] row of each module's build target, -1 where there is none.
    """

    entities: Entities
    repository: int
    file: Rows
    definition: Rows
    target: Rows


def name_entities(code: Code, repository: str, version: str, licence: str) -> Named:
    """Name everything in a repository.

    Ids are ``repository:`` and a path or a qualified name; a build target is ``repository:<target>module``. Where two
    are equal the later gets ``#2``, ``#3`` and so on. The repository comes first, then files, targets, modules, the
    rest, each in document order, so that no variable takes the id of a module.

    Raises:
        KnowledgeGraphError: the repository's name would let ids of two repositories meet.
    """
    check_repository_name(repository)
    types = definition_types(code)
    is_program = (code.definitions.flags & Flag.MAIN > 0) & (types == TYPE["Module"])
    programs = np.flatnonzero(is_program).astype(np.int32)
    rows = np.flatnonzero(types != NONE).astype(np.int32)
    rows = rows[np.argsort(types[rows] != TYPE["Module"], kind="stable")]
    entities = _stack(
        _repository_row(repository, version, licence),
        _file_rows(code, repository),
        _target_rows(code, programs, repository),
        _definition_rows(code, rows, types, repository),
    )
    _number_repeats(entities.id)
    order = np.array(sorted(range(len(entities.id)), key=entities.id.__getitem__), np.int32)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    _, file, target, definition = np.split(rank, np.cumsum([1, len(code.files), len(programs)]))
    size = len(types)
    return Named(
        entities=entities.take(order),
        repository=int(rank[0]),
        file=file,
        definition=_scattered(definition, rows, size),
        target=_scattered(target, programs, size),
    )


def check_repository_name(name: str) -> None:
    """Refuse a name that would let the ids of two repositories, or of a repository and the outside, meet.

    Raises:
        KnowledgeGraphError: it is empty, holds a colon, or begins as the ids of external names do.
    """
    if not name or ":" in name or name.startswith("<"):
        raise KnowledgeGraphError(
            f"repository {name!r}: ids begin with its name and a colon; rename it to something that is not empty, "
            "holds no `:` and does not begin with `<`"
        )


def _repository_row(repository: str, version: str, licence: str) -> Entities:
    attributes = compact({"licence": licence, "version": version})
    none = np.full(1, NONE, np.int32)
    type_ = np.full(1, TYPE["Repository"], np.int8)
    return Entities([f"{repository}:"], [repository], [""], [attributes], type_, none, none, none, none, none)


def _file_rows(code: Code, repository: str) -> Entities:
    """Files, as large as their modules, which are whole files."""
    files, definitions = code.files, code.definitions
    modules = np.flatnonzero(definitions.owner == NONE)
    end, line_end = np.zeros(len(files), np.int32), np.ones(len(files), np.int32)
    end[definitions.file[modules]] = definitions.end[modules]
    line_end[definitions.file[modules]] = definitions.line_end[modules]
    return Entities(
        id=[f"{repository}:{file.path}" for file in files],
        name=[file.path.rpartition("/")[2] for file in files],
        language=[file.language for file in files],
        attributes=[compact({"sha256": file.sha256}) for file in files],
        type=np.full(len(files), TYPE["File"], np.int8),
        file=np.arange(len(files), dtype=np.int32),
        start=np.zeros(len(files), np.int32),
        end=end,
        line_start=np.ones(len(files), np.int32),
        line_end=line_end,
    )


def _target_rows(code: Code, modules: Rows, repository: str) -> Entities:
    names = _take(code.definitions.qualified, modules)
    return _placed(
        code,
        modules,
        id_=[f"{repository}:<target>{name}" for name in names],
        name=names,
        attributes=["{}"] * len(modules),
        type_=np.full(len(modules), TYPE["BuildTarget"], np.int8),
    )


def _definition_rows(code: Code, rows: Rows, types: Types, repository: str) -> Entities:
    definitions = code.definitions
    return _placed(
        code,
        rows,
        id_=[f"{repository}:{qualified}" for qualified in _take(definitions.qualified, rows)],
        name=_take(definitions.name, rows),
        attributes=definition_attributes(definitions, rows),
        type_=types[rows],
    )


def _placed(
    code: Code, rows: Rows, *, id_: list[str], name: list[str], attributes: list[str], type_: Types
) -> Entities:
    """Entities that stand where these definitions do."""
    definitions = code.definitions
    return Entities(
        id=id_,
        name=name,
        language=_take([file.language for file in code.files], definitions.file[rows]),
        attributes=attributes,
        type=type_,
        file=definitions.file[rows],
        start=definitions.start[rows],
        end=definitions.end[rows],
        line_start=definitions.line_start[rows],
        line_end=definitions.line_end[rows],
    )


def _number_repeats(ids: list[str]) -> None:
    """Append ``#2``, ``#3`` ... to every id that stood before, in place."""
    if len(set(ids)) == len(ids):
        return
    taken, seen = set(ids), dict.fromkeys(ids, 0)
    for row, id_ in enumerate(ids):
        seen[id_] += 1
        if seen[id_] > 1:
            while (candidate := f"{id_}#{seen[id_]}") in taken:
                seen[id_] += 1
            taken.add(candidate)
            ids[row] = candidate


def _stack(*parts: Entities) -> Entities:
    columns: dict[str, Any] = {}
    for name, column in vars(parts[0]).items():
        pieces = [getattr(part, name) for part in parts]
        columns[name] = list(chain.from_iterable(pieces)) if isinstance(column, list) else np.concatenate(pieces)
    return Entities(**columns)


def _scattered(values: Rows, rows: Rows, size: int) -> Rows:
    """``values`` at ``rows`` of a column that is -1 elsewhere."""
    column = np.full(size, NONE, np.int32)
    column[rows] = values
    return column


def _take(values: Sequence[T], rows: npt.NDArray[Any]) -> list[T]:
    return [values[row] for row in rows.tolist()]
