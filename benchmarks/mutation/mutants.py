"""The mutants of source files: the operators of mutmut, applied to every function, the decorated ones too.

    python -m benchmarks.mutation.mutants FILE...

Prints one JSON line per mutant. Runs in the environment of requirements.txt, not in that of the tests.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode


class EveryFunction(MutationVisitor):
    """mutmut's visitor, which passes decorated functions over: its switch for mutants cannot wrap them, ours can."""

    def _skip_node_and_children(self, node: libcst.CSTNode) -> bool:
        if isinstance(node, libcst.FunctionDef):
            return False
        return bool(super()._skip_node_and_children(node))


def names(module: libcst.Module) -> dict[libcst.CSTNode, tuple[str, libcst.CSTNode]]:
    """Of every function of the module and every method of its classes: qualified name, and the statement it is in."""
    found: dict[libcst.CSTNode, tuple[str, libcst.CSTNode]] = {}
    for statement in module.body:
        if isinstance(statement, libcst.FunctionDef):
            found[statement] = statement.name.value, statement
        elif isinstance(statement, libcst.ClassDef) and isinstance(statement.body, libcst.IndentedBlock):
            for member in statement.body.body:
                if isinstance(member, libcst.FunctionDef):
                    found[member] = f"{statement.name.value}.{member.name.value}", statement
    return found


def mutants(path: Path) -> Iterator[dict[str, Any]]:
    """Each mutant of a file that compiles: its key, function, line, and the text to put in whose place."""
    source = path.read_text()
    wrapper = MetadataWrapper(libcst.parse_module(source))
    visitor = EveryFunction(mutation_operators, IgnoredCode(set(), set(), set()))
    wrapper.visit(visitor)
    named = names(wrapper.module)
    where = wrapper.resolve(PositionProvider)
    seen: set[str] = set()
    for mutation in visitor.mutations:
        outer = mutation.contained_by_top_level_function
        if outer not in named:
            continue
        name, statement = named[outer]
        mutated = wrapper.module.code_for_node(deep_replace(statement, mutation.original_node, mutation.mutated_node))
        whole = source.replace(wrapper.module.code_for_node(statement), mutated, 1)
        if whole == source or mutated in seen or not compiles(whole):
            continue
        seen.add(mutated)
        yield {
            "key": hashlib.sha256(f"{name}\n{mutated}".encode()).hexdigest()[:16],
            "function": name,
            "line": where[mutation.original_node].start.line,
            **change(source, whole),
        }


def compiles(source: str) -> bool:
    """Whether Python accepts the text."""
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def change(before: str, after: str) -> dict[str, Any]:
    """The lines of a text that were replaced, and by what."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return {
        "first": first,
        "old": "".join(old[first : len(old) - last]),
        "new": "".join(new[first : len(new) - last]),
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for mutant in mutants(Path(name)):
            sys.stdout.write(json.dumps({"file": name, **mutant}) + "\n")
