"""What the Java library calls on objects that it is given: ``hashCode`` of keys, ``compareTo`` when it sorts."""

from typing import Final

from codegraft.symbols.java.declarations import NONE, Function, Type
from codegraft.symbols.java.flow import Values
from codegraft.symbols.java.names import Names
from codegraft.symbols.java.sites import Site

_PRINTING: Final = frozenset({"println", "print", "append", "valueOf", "format", "printf", "formatted", "toString"})
_SORTING: Final = frozenset({"sort", "sorted", "max", "min"})
_LOOKING_UP: Final = frozenset({"get", "getOrDefault", "containsKey", "contains", "remove", "indexOf", "lastIndexOf"})
_PUTTING: Final = frozenset(
    {"put", "putIfAbsent", "computeIfAbsent", "computeIfPresent", "compute", "merge", "add", "offer"}
)
_HASHED: Final = ("java.util.Hash", "java.util.LinkedHash", "java.util.concurrent.ConcurrentHash")
_SORTED: Final = ("java.util.Tree", "java.util.PriorityQueue", "java.util.concurrent.ConcurrentSkipList")


def add_callbacks(site: Site, method: Function, values: Values, names: Names) -> None:
    """Note which of the objects at a call of a method of the library it calls methods of, and which methods."""
    owner, name = method.owner.binary, method.name
    to_string, comparing = _of_object(names, "toString"), names.by_name["java.lang.Comparable"].methods["compareTo"][0]
    if name in _PRINTING and not method.owner.interface:
        for variable, type_ in zip(site.arguments, method.parameters, strict=False):
            if variable != NONE and _takes_anything(type_):
                values.call_on(site, variable, to_string)
    elif name in _SORTING and not site.callbacks:
        variables = site.arguments if method.static else [site.receiver]
        for variable in variables:
            values.call_on_contents(site, variable, comparing)
    elif owner == "java.util.Objects" and name in ("equals", "hash", "hashCode"):
        called = _of_object(names, "equals" if name == "equals" else "hashCode")
        for variable in site.arguments[:1] if name == "equals" else site.arguments:
            if variable != NONE:
                values.call_on(site, variable, called)
    elif name in _LOOKING_UP or name in _PUTTING:
        _key(site, method, values, names, comparing)


def _key(site: Site, method: Function, values: Values, names: Names, comparing: Function) -> None:
    """A collection looks for its first argument, in a way that its class decides."""
    if not site.arguments or site.arguments[0] == NONE or site.receiver == NONE or method.static:
        return
    equals, hashing = _of_object(names, "equals"), _of_object(names, "hashCode")
    looks_up = method.name in _LOOKING_UP

    def calls(collection: str) -> list[Function]:
        if collection.startswith(_HASHED):
            return [hashing, equals] if looks_up else [hashing]
        if collection.startswith(_SORTED):
            return [comparing]
        return [equals] if looks_up else []

    values.call_on_key(site, calls)


def _of_object(names: Names, name: str) -> Function:
    return names.object.methods[name][0]


def _takes_anything(type_: Type | None) -> bool:
    head = type_.head if type_ is not None else None
    while head is not None and head.kind == "array" and type_ is not None and type_.args and type_.args[0] is not None:
        type_ = type_.args[0]
        head = type_.head
    return head is not None and head.binary == "java.lang.Object"
