import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.evidence import EVIDENCE, relation_evidence
from tests.kg.split_graphs import tables

HOMES = {
    "r:": ("r", ""),
    "r:a.A": ("r", "a.py"),
    "r:a.B": ("r", "a.py"),
    "r:c.C": ("r", "c.py"),
    "<library>:x": ("", ""),
}
ONTOLOGY = {"calls": "semantic", "inherits_from": "syntactic", "imports": "syntactic", "contains": "syntactic"}


def tag(head, relation, tail, resolution="exact", evidence=ONTOLOGY):
    rows = [(head, relation, tail, "python", "r", "a.py", resolution)]
    (code,) = relation_evidence(*tables(rows, HOMES), evidence)
    return EVIDENCE[code]


def test_a_call_within_a_file_still_needs_resolution():
    assert tag("r:a.A", "calls", "r:a.B") == "semantic"


def test_a_base_class_is_seen_where_the_same_file_defines_it():
    assert tag("r:a.A", "inherits_from", "r:a.B") == "syntactic"
    assert tag("r:a.A", "inherits_from", "r:c.C") == "semantic"


def test_values_that_were_followed_are_not_seen():
    assert tag("r:a.A", "inherits_from", "r:a.B", "inferred") == "semantic"


def test_names_from_outside_and_repositories_have_no_definition_to_look_for():
    assert tag("r:a.A", "imports", "<library>:x", "external") == "syntactic"
    assert tag("r:", "contains", "r:a.A") == "syntactic"


def test_what_is_said_in_another_file_than_its_head_is_not_seen():
    assert tag("r:c.C", "inherits_from", "r:a.A") == "semantic"


def test_each_row_has_its_own_tag():
    rows = [("r:a.A", name, "r:a.B", "python", "r", "a.py", "exact") for name in ("imports", "calls", "contains")]
    assert relation_evidence(*tables(rows, HOMES), ONTOLOGY).tolist() == [0, 1, 0]


@pytest.mark.parametrize("evidence", [{}, {"calls": "obvious"}])
def test_a_relation_without_evidence_is_refused(evidence):
    with pytest.raises(KnowledgeGraphError, match="relations calls: whether they are syntactic or semantic"):
        tag("r:a.A", "calls", "r:a.B", evidence=evidence)


def test_an_unknown_end_is_refused():
    with pytest.raises(KnowledgeGraphError, match="r:nobody"):
        tag("r:a.A", "calls", "r:nobody")


def test_a_graph_without_triples_has_no_tags():
    assert relation_evidence(*tables([], HOMES), ONTOLOGY).tolist() == []
