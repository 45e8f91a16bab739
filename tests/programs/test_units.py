"""Units and edges of small programs, told by name."""

import numpy as np
import pytest

from codegraft.programs.graph import EDGE_TYPES, UNIT_KINDS
from codegraft.programs.reading import read_source
from codegraft.programs.units import Units
from codegraft.programs.units_of import units_of
from tests.programs.features.programs import JAVA, JAVASCRIPT, OF_LANGUAGE, PYTHON


def units(code: str, language: str = "python") -> Units:
    source = read_source(code, language)
    return units_of([source], np.array([0, len(source.text) + 1]))[1]


def named(found: Units) -> list[tuple[str, str]]:
    return [(UNIT_KINDS[kind], name.decode()) for kind, name in zip(found.kind, found.name, strict=True)]


def edges(found: Units) -> set[tuple[str, str, str]]:
    return {
        (found.name[source].decode(), EDGE_TYPES[code], found.name[target].decode())
        for source, target, code in found.edges.T.tolist()
    }


def test_python_units_stand_in_document_order_with_the_module_first() -> None:
    found = units(PYTHON)
    assert named(found)[:6] == [
        ("module", ""),
        ("import", "sys"),
        ("import", "os.path"),
        ("import", "collections.deque"),
        ("class", "Shape"),
        ("variable", "sides"),
    ]
    assert (np.diff(found.start) >= 0).all()


def test_python_edges_follow_scopes() -> None:
    found = edges(units(PYTHON))
    assert found >= {
        ("", "Imports", "sys"),
        ("", "Contains", "Shape"),
        ("", "Calls", "main"),
        ("Shape", "Inherits", "collections.deque"),
        ("Shape", "Contains", "area"),
        ("Shape", "Defines", "n"),
        ("area", "Calls", "twice"),
        ("area", "Calls", "os.path"),
        ("fib", "Calls", "fib"),
        ("fib", "Defines", "total"),
        ("fib", "Defines", "memo"),
        ("main", "Calls", "Shape"),
        ("main", "Uses", "sys"),
    }


def test_a_name_means_the_binding_of_the_scope_around_it() -> None:
    found = edges(
        units("x = 1\ndef f():\n    x = 2\n    def g():\n        return x\ndef h():\n    global x\n    x = 3\n")
    )
    assert ("g", "Uses", "x") in found
    assert ("h", "Uses", "x") in found
    assert ("h", "Defines", "x") not in found


def test_names_of_other_texts_are_not_mixed_up() -> None:
    sources = [read_source("x = 1\n", "python"), read_source("print(x)\n", "python")]
    offsets = np.cumsum([0] + [len(source.text) + 1 for source in sources])
    found = units_of(sources, offsets)[1]
    assert found.first.tolist() == [0, 2, 3]
    assert edges(found) == {("", "Defines", "x")}


def test_java_units_and_edges() -> None:
    found = units(JAVA, "java")
    assert {("class", "Shape"), ("function", "twice"), ("variable", "sides"), ("import", "java.util.Scanner")} <= set(
        named(found)
    )
    assert edges(found) >= {
        ("Shape", "Inherits", "Base"),
        ("Shape", "Contains", "twice"),
        ("Shape", "Defines", "sides"),
        ("twice", "Calls", "helper"),
        ("twice", "Uses", "sum"),
        ("helper", "Calls", "java.util.Scanner"),
        ("", "Imports", "java.util.List"),
    }


def test_classes_and_functions_of_scripts_are_units() -> None:
    found = units(JAVASCRIPT, "javascript")
    assert [UNIT_KINDS[kind] for kind in found.kind] == ["module", "import", "class", "function", "function"]
    assert edges(found) >= {("A", "Contains", "f"), ("", "Contains", "A"), ("", "Imports", "y")}


@pytest.mark.parametrize("language", OF_LANGUAGE)
def test_every_unit_but_the_module_has_an_owner_before_it(language: str) -> None:
    found = units(OF_LANGUAGE[language], language)
    assert found.owner[0] == -1
    assert (found.owner[1:] >= 0).all()
    inside = np.isin(found.kind, (1, 2))
    assert (found.owner[inside] < np.flatnonzero(inside)).all()
    assert (found.edges[:2] < len(found.kind)).all()
