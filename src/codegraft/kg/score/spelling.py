"""One call graph, several spellings: what has to be levelled before edges are compared."""

import re
from collections.abc import Iterable

from codegraft.kg.score.callgraph import Edge

METHOD = re.compile(r"(?P<owner>[^:]+):(?P<name>[^(]+)(?P<parameters>\(.*\))?")
"""A Java method: ``pkg.Class:method(int,java.lang.String)``, without parameters where they are not known."""

QUALIFIER = re.compile(r"[\w$.]+[.$](?=\w)")
TYPE_ARGUMENTS = re.compile(r"<[^<>]*>")
JDK = ("java.", "javax.", "jdk.")


def respelled(found: Iterable[Edge], expected: Iterable[Edge]) -> set[Edge]:
    """``found`` with Java names as ``expected`` writes them.

    A name becomes the only one in ``expected`` that differs from it in spelling alone, if there is one: ``Outer.Inner``
    or ``Outer$Inner``, ``String`` or ``java.lang.String``, ``<init>`` or the class's name, type arguments or none. A
    method that was found without parameters becomes the only one of its name.
    """
    spelled: dict[str, set[str]] = {}
    for name in {name for edge in expected for name in edge}:
        for key in _keys(name):
            spelled.setdefault(key, set()).add(name)

    def respell(name: str) -> str:
        candidates = spelled.get(_key(name), set())
        return next(iter(candidates)) if len(candidates) == 1 else name

    return {(respell(caller), respell(callee)) for caller, callee in found}


def judged(found: Iterable[Edge], expected: Iterable[Edge]) -> set[Edge]:
    """``found`` without library methods of a group from which ``expected`` lists none.

    Ground truths differ in whether they list calls of methods of built-in types (``<builtin>.list.append``) and of the
    Java library: where one lists none, it says nothing about them.
    """
    listed = {_group(callee) for _, callee in expected} | {None}
    return {edge for edge in found if _group(edge[1]) in listed}


def _group(callee: str) -> str | None:
    if callee.startswith("<builtin>.") and callee.count(".") > 1:
        return "method of a built-in type"
    return "method of the Java library" if ":" in callee and callee.startswith(JDK) else None


def _keys(name: str) -> set[str]:
    """Keys that a found name may have to mean ``name``."""
    return {_key(name), _key(name).partition("(")[0]}


def _key(name: str) -> str:
    """What all spellings of a Java method have in common; any other name is its own."""
    parts = METHOD.fullmatch(name)
    if parts is None:
        return name
    owner = parts["owner"].replace("$", ".")
    method = "<init>" if parts["name"] == owner.rpartition(".")[2] else parts["name"]
    return f"{owner}:{method}{_simple(parts['parameters'] or '')}"


def _simple(parameters: str) -> str:
    """Parameter types without packages, enclosing types, type arguments and blanks."""
    text = "".join(parameters.split()).replace("...", "[]")
    while text != (erased := TYPE_ARGUMENTS.sub("", text)):
        text = erased
    return QUALIFIER.sub("", text)
