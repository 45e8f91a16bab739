import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.rules.members import argument_counts_agree, erased_types_agree
from codegraft.kg.validate import validate
from tests.kg.graphs import entity, tables, triple
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)


@pytest.mark.parametrize(
    ("override", "overridden", "agree"),
    [
        ("", "", True),
        ("self", "self", True),
        ("self, a", "self", False),
        ("self, a=", "self", True),
        ("self", "self, a=1", True),
        ("self", "self, a", False),
        ("self, *rest", "self, a, b", True),
        ("self, a, b, *rest", "self", False),
        ("self, *, key", "self", True),
        ("self, **more", "self, a", False),
        ("(self, a, /)", "(self, b)", True),
    ],
)
def test_python_signatures_agree_on_some_number_of_arguments(override, overridden, agree):
    assert argument_counts_agree(override, overridden) is agree


@pytest.mark.parametrize(
    ("override", "overridden", "agree"),
    [
        ("", "", True),
        ("int,String", "int, String", True),
        ("(int)", "int", True),
        ("int", "long", False),
        ("int", "", False),
        ("String", "Object", True),
        ("String[]", "java.lang.Object", True),
        ("int", "Object", False),
        ("Object", "String", False),
    ],
)
def test_java_signatures_agree_when_their_erasures_do(override, overridden, agree):
    assert erased_types_agree(override, overridden) is agree


def lay_out(types, file, place, top=None):
    """Types one after the other from a place on: (file, start, end, outermost type) of each; and where they end."""
    rows = []
    for inner in types:
        outermost = top or (file, place)
        inside, end = lay_out(inner, file, place + 2, outermost)
        rows += [(file, place, end + 1, outermost), *inside]
        place = end + 1
    return rows, place


TYPES = st.recursive(st.just([]), lambda types: st.lists(types, max_size=3), max_leaves=6)


@given(st.lists(TYPES, max_size=3))
def test_private_methods_are_called_within_their_outermost_type_alone(files):
    rows = [row for number, types in enumerate(files) for row in lay_out(types, f"{number}.java", 0)[0]]
    entities, methods = [], []
    for file, start, end, outermost in rows:
        place = {"file": file, "language": "java"}
        entities.append(entity(f"shop:{file}{start}", "Class", start=start, end=end, **place))
        span = {"start": start + 1, "end": start + 2, "attributes": '{"visibility":"private"}'}
        methods.append((outermost, entity(f"shop:{file}{start}:run()", "Method", **span, **place)))
    calls = [(a, b, triple(one, "calls", two, language="java")) for a, one in methods for b, two in methods]
    graph = tables([row for _, _, row in calls], [*entities, *(method for _, method in methods)])
    result = validate(*graph, ONTOLOGY).results["visibility"]
    assert (result.checked, result.violations) == (len(calls), sum(a != b for a, b, _ in calls))
