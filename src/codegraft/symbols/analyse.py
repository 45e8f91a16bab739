"""Source files -> code models: one for each language of a repository."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from codegraft.parsing.nodes import Nodes, read_nodes
from codegraft.symbols.java.analysis import link_java
from codegraft.symbols.java.syntax import JavaSyntax, read_java
from codegraft.symbols.model import CodeModel, SourceFile
from codegraft.symbols.python.model import link_python

Facts = Mapping[str, Any]
"""What parsing one file finds, as plain fields: arrays, numbers, tuples of strings or bytes."""


def parse_python(text: bytes) -> Facts:
    """Facts of a Python file."""
    return read_nodes("python", text)._asdict()


def _link_python(files: Sequence[SourceFile], facts: Sequence[Facts], repository: str) -> CodeModel:
    nodes = [Nodes(**columns) for columns in facts]
    return link_python(files, nodes, repositories=[repository] * len(files))


def parse_java(text: bytes) -> Facts:
    """Facts of a Java file."""
    return read_java(text)._asdict()


def _link_java(files: Sequence[SourceFile], facts: Sequence[Facts], repository: str) -> CodeModel:
    del repository
    return link_java(files, [JavaSyntax(**columns) for columns in facts])


PARSE: Final[Mapping[str, Callable[[bytes], Facts]]] = {"java": parse_java, "python": parse_python}
"""By language: text to facts. Takes all the time that depends on one file alone, so its result is worth keeping."""

LINK: Final[Mapping[str, Callable[[Sequence[SourceFile], Sequence[Facts], str], CodeModel]]] = {
    "java": _link_java,
    "python": _link_python,
}
"""By language: the files of a repository with their facts, and its name, to what their code says."""


def link_names(
    language: str, files: Sequence[SourceFile], facts: Sequence[Facts], repositories: Sequence[str]
) -> list[tuple[CodeModel, list[int]]]:
    """What every name means in files of several repositories: code models, each with the numbers of its files.

    Their definitions hold local variables and imported names. Python is one model, in which repositories import from
    each other; Java's packages say nothing of where they come from, so each repository is a model of its own.
    """
    if language == "python":
        nodes = [Nodes(**columns) for columns in facts]
        model = link_python(files, nodes, repositories=repositories, local=True)
        return [(model, list(range(len(files))))]
    members: dict[str, list[int]] = {}
    for number, repository in enumerate(repositories):
        members.setdefault(repository, []).append(number)
    return [
        (LINK[language]([files[number] for number in own], [facts[number] for number in own], repository), own)
        for repository, own in members.items()
    ]


def analyse(language: str, files: Sequence[tuple[SourceFile, bytes]], repository: str = "") -> CodeModel:
    """What the files of one repository that are in one language define and refer to."""
    facts = [PARSE[language](text) for _, text in files]
    return LINK[language]([file for file, _ in files], facts, repository)
