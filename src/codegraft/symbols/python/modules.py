"""Which file of a snapshot a Python import names."""

import sys
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

PACKAGE: Final = "__init__"

STANDARD: Final = frozenset({"abc", "functools", "io", "os", "types"})
"""A repository with all of these at its top is the standard library itself."""


class SourcePath(Protocol):
    """Where a file stands."""

    @property
    def repository(self) -> str:
        """Name of the repository."""

    @property
    def path(self) -> str:
        """POSIX path within it."""

    @property
    def language(self) -> str:
        """Only Python files are modules."""


class _Place(NamedTuple):
    """A file under an absolute name.

    ``root`` is the directory of the repository in which the name starts, ``None`` if the repository itself is the
    package. ``importer`` says who may use the name: scripts of that directory, the repository, or everybody.
    """

    repository: str
    root: str | None
    importer: str
    file: int


class PythonModules:
    """The import system as far as the files alone tell: packages, source roots, scripts beside each other.

    An absolute name is looked for under the importing file's own source root, then in its repository, then among the
    packages of other repositories; where it is ambiguous it names nothing. The standard library comes first.
    """

    def __init__(self, files: Sequence[SourcePath]) -> None:
        self._files = files
        self._by_path: dict[tuple[str, str], int] = {}
        self._packages: set[tuple[str, str]] = set()
        self._by_name: dict[str, list[_Place]] = {}
        self._own: dict[int, tuple[str | None, str]] = {}
        numbers = [number for number, facts in enumerate(files) if facts.language == "python"]
        for number in numbers:
            self._add_path(number)
        for number in numbers:
            self._add_names(number)
        tops: dict[str, set[str]] = {}
        for repository, path in self._by_path:
            tops.setdefault(repository, set()).add(path)
        self._standard = {repository for repository, paths in tops.items() if paths >= STANDARD}

    def name(self, file: int) -> str:
        """The likeliest absolute name of a file's module."""
        return self._own[file][1]

    def find(self, file: int, module: str) -> int | None:
        """The file that ``module`` names in an import in ``file``; leading dots make it relative."""
        name = module.lstrip(".")
        if name == module:
            return self._absolute(file, name)
        directory, _ = _split(self._files[file].path)
        for _ in range(len(module) - len(name) - 1):
            if not directory:
                return None
            directory, _ = _split(directory)
        return self._by_path.get((self._files[file].repository, _join(directory, name.replace(".", "/"))))

    def submodule(self, file: int, name: str) -> int | None:
        """The module ``name`` in the package whose ``__init__`` the file is."""
        directory, stem = _split(self._files[file].path)
        return self._by_path.get((self._files[file].repository, _join(directory, name))) if stem == PACKAGE else None

    def _absolute(self, file: int, name: str) -> int | None:
        repository = self._files[file].repository
        root, own = self._own[file]
        top = name.partition(".")[0]
        elsewhere = top in sys.stdlib_module_names and top != own.partition(".")[0]
        if elsewhere and repository not in self._standard:
            return None
        places = self._by_name.get(name, [])
        choices = (
            [place.file for place in places if (place.repository, place.root) == (repository, root)],
            [place.file for place in places if place.repository == repository and place.importer != "directory"],
            [place.file for place in places if place.importer == "everybody"],
        )
        candidates = next(filter(None, choices), [])
        return candidates[0] if len(candidates) == 1 else None

    def _add_path(self, number: int) -> None:
        facts = self._files[number]
        directory, stem = _split(facts.path)
        if stem == PACKAGE:
            self._packages.add((facts.repository, directory))
            self._by_path[facts.repository, directory] = number
        else:
            self._by_path.setdefault((facts.repository, _join(directory, stem)), number)

    def _add_names(self, number: int) -> None:
        repository = self._files[number].repository
        for root, name, importer in self._names(repository, self._files[number].path):
            self._own.setdefault(number, (root, name))
            path = _join(root, name.replace(".", "/")) if root is not None else ""
            if root is None or self._by_path.get((repository, path)) == number:
                self._by_name.setdefault(name, []).append(_Place(repository, root, importer, number))

    def _names(self, repository: str, path: str) -> Iterator[tuple[str | None, str, str]]:
        """Absolute names of a file: source root, name, who may use it; the likeliest first."""
        directory, stem = _split(path)
        top = directory
        while (repository, top) in self._packages and top:
            top, _ = _split(top)
        if (repository, top) in self._packages:
            yield None, _dotted(f"{repository}/{path}"), "everybody"
        elif top != directory:
            yield top, _dotted(path.removeprefix(f"{top}/")), "everybody"
        else:
            if directory not in ("", "src"):
                yield directory, stem, "directory"
            if path.startswith("src/"):
                yield "src", _dotted(path.removeprefix("src/")), "repository"
            yield "", _dotted(path), "repository"


def _split(path: str) -> tuple[str, str]:
    """Directory (empty at the top) and last part without its suffix."""
    directory, _, last = path.rpartition("/")
    return directory, last.removesuffix(".py")


def _join(directory: str, rest: str) -> str:
    return f"{directory}/{rest}".strip("/")


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix(f"/{PACKAGE}").replace("/", ".")
