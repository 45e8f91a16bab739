"""Python files -> code model."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from codegraft.parsing.nodes import Nodes
from codegraft.symbols.model import CodeModel, SourceFile
from codegraft.symbols.python.definitions import PythonDefinitions
from codegraft.symbols.python.flow import PythonFlow
from codegraft.symbols.python.names import PythonNames
from codegraft.symbols.python.program import Program
from codegraft.symbols.python.references import PythonReferences
from codegraft.symbols.python.tree import Forest


class _Place(NamedTuple):
    repository: str
    path: str
    language: str


def link_python(
    files: Sequence[SourceFile], nodes: Sequence[Nodes], *, repositories: Sequence[str], local: bool = False
) -> CodeModel:
    """What Python files define and refer to.

    Args:
        files: the files, of one repository or of several.
        nodes: what ``parsing.nodes.read_nodes`` gives for each.
        repositories: name of the repository of each.
        local: variables and parameters of functions and imported names are definitions, too; reads and writes say
            which definition every name means, in place of what types, exceptions and decorators refer to.
    """
    forest = Forest(nodes)
    places = [
        _Place(repository, file.path, file.language) for file, repository in zip(files, repositories, strict=True)
    ]
    solved = PythonFlow(Program(forest, places))
    solved.solve()
    definitions = PythonDefinitions(solved, local=local)
    table = definitions.table()
    references = PythonReferences(solved, definitions, PythonNames(solved, definitions) if local else None)
    rows = references.table()
    externals = tuple(solved.objects.externals)
    kinds = tuple(references.external_kinds.get(number, "") for number in range(len(externals)))
    read = tuple(_with_problems(file, found) for file, found in zip(files, nodes, strict=True))
    return CodeModel("python", read, table, rows, externals, kinds)


def _with_problems(file: SourceFile, nodes: Nodes) -> SourceFile:
    """A file with what the parser could not read of it."""
    syntax = (f"syntax error at line {nodes.error_line}",) if nodes.error_line else ()
    cut = ("syntax nested too deep, or too broken, is left out",) if nodes.cut else ()
    return replace(file, problems=(*file.problems, *syntax, *cut)) if syntax or cut else file
