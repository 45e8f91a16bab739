import json
from time import process_time

import numpy as np
import pyarrow as pa
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.ontology import ONTOLOGY_FILE, RULES, load_ontology
from codegraft.kg.validate import CHECKS, validate
from tests.kg.faults import FAULTS, LEAF, RIGHT, drop
from tests.kg.graphs import entity, tables, triple
from tests.kg.planted import clean_graph, large_graph
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)
RAW = yaml.safe_load((ROOT / ONTOLOGY_FILE).read_text(encoding="utf-8"))


def check(graph, **options):
    return validate(*graph.tables(), ONTOLOGY, **options)


def broken(report):
    """Rules that found something, whether or not their threshold lets it pass."""
    return {name for name, result in report.results.items() if result.violations}


def test_the_clean_graph_breaks_no_rule_and_each_rule_checks_something():
    report = check(clean_graph())
    assert broken(report) == set()
    assert [name for name, result in report.results.items() if not result.checked or not result.passed] == []
    assert tuple(report.results) == tuple(CHECKS) == RULES


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_breaks_its_rule_alone(name):
    plant, expected = FAULTS[name]
    graph = clean_graph()
    plant(graph)
    assert broken(check(graph)) == set(expected.split())


@pytest.mark.parametrize("name", RIGHT)
def test_what_looks_like_a_fault_and_is_right_breaks_no_rule(name):
    graph = clean_graph()
    RIGHT[name](graph)
    assert broken(check(graph)) == set()


def test_every_rule_has_a_planted_fault_of_its_own():
    assert {expected for _, expected in FAULTS.values() if " " not in expected} == set(RULES)


def test_an_empty_file_may_hold_triples():
    graph = clean_graph()
    empty = {"file": "empty.py", "start": 0, "end": 0, "line_start": 1, "line_end": 1}
    graph.define("shop:empty.py", "File", by=[("shop:", "contains")], **{**empty, "line_end": 0})
    graph.change("shop:", "contains", "shop:empty.py", **empty)
    assert broken(check(graph)) == set()


EXAMPLES = {
    "a class is called": "shop:a.main calls shop:a.Leaf (shop/a.py:2): from Function to Class",
    "a tail is no entity": "shop:a.main calls shop:a.gone (shop/a.py:2): no entity of this type is the tail",
    "an entity stands alone": "shop:a.alone",
    "a relation is missing": "relation catches: no triple",
    "a licence is not allowed": (
        "shop:a.main instantiates shop:a.Leaf (shop/a.py:2): licence 'GPL-3.0-only' is not allowed"
    ),
    "an override asks for more": (
        "shop:a.Leaf.run overrides shop:a.Middle.run (shop/a.py:2): run with 'self, a, b' over run with 'self'"
    ),
    "three classes inherit in a circle": (
        "shop:a.Base inherits_from shop:a.Leaf inherits_from shop:a.Middle inherits_from shop:a.Base"
    ),
    "the file is no entity": (
        "shop:a.main instantiates shop:a.Leaf (shop/gone.py:2): no such File entity, or one without a span"
    ),
    "the place ends after the file": (
        "shop:a.main instantiates shop:a.Leaf (shop/a.py:2): bytes 10 to 1001, lines 2 to 3, are not in the file"
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_names_ids_and_place(name):
    plant, rule = FAULTS[name]
    graph = clean_graph()
    plant(graph)
    assert check(graph).results[rule].examples == (EXAMPLES[name],)


def test_examples_are_as_many_as_asked_for():
    graph = clean_graph()
    for row in graph.triples:
        row["licence"] = "none"
    result = check(graph, examples=3).results["licences"]
    assert (len(result.examples), result.violations, result.ratio) == (3, len(graph.triples), 0.0)


def demanding(rule, **demand):
    changed = ONTOLOGY.validation[rule].model_copy(update=demand)
    return ONTOLOGY.model_copy(update={"validation": {**ONTOLOGY.validation, rule: changed}})


def test_a_rule_passes_when_its_share_reaches_the_threshold():
    graph = clean_graph()
    graph.change(*LEAF, licence="none")
    triples = len(graph.triples)
    for threshold, passed in [((triples - 1) / triples, True), (1.0, False)]:
        report = validate(*graph.tables(), demanding("licences", threshold=threshold))
        assert report.passed == report.results["licences"].passed == passed


def test_violations_are_raised_with_rule_and_example():
    graph = clean_graph()
    graph.change(*LEAF, licence="none", file="gone.py")
    with pytest.raises(KnowledgeGraphError, match="does not keep to its ontology") as error:
        check(graph).raise_for_violations()
    assert "licences: 1 of 79, at least 100.0% must be right\n    shop:a.main instantiates" in str(error.value)
    assert "provenance: 1 of 79" in str(error.value)


def test_warnings_are_not_raised():
    graph = clean_graph()
    drop("catches")(graph)
    report = check(graph)
    assert not report.results["coverage"].passed
    assert report.passed
    report.raise_for_violations()
    severe = validate(*graph.tables(), demanding("coverage", severity="violation"))
    with pytest.raises(KnowledgeGraphError, match="coverage: 1 of 37"):
        severe.raise_for_violations()


def test_the_report_as_json_says_what_the_results_say():
    graph = clean_graph()
    graph.change(*LEAF, licence="none")
    report = check(graph)
    written = json.loads(json.dumps(report.as_json()))
    assert tuple(written) == RULES
    assert written["licences"] == {
        "severity": "violation",
        "checked": 79,
        "violations": 1,
        "ratio": pytest.approx(78 / 79),
        "passed": False,
        "threshold": 1.0,
        "examples": list(report.results["licences"].examples),
    }


def test_a_graph_without_rows_only_lacks_coverage():
    report = validate(*tables([], []), ONTOLOGY)
    assert broken(report) == {"coverage"}
    assert report.results["coverage"].violations == 37


def plain(table):
    """The table with strings spelled out."""
    kinds = [pa.string() if pa.types.is_dictionary(field.type) else field.type for field in table.schema]
    return table.cast(pa.schema(list(zip(table.column_names, kinds, strict=True))))


@pytest.mark.parametrize("name", FAULTS)
def test_order_chunks_and_encoding_of_the_tables_do_not_matter(name):
    graph = clean_graph()
    FAULTS[name][0](graph)
    triples, entities = graph.tables()
    rng = np.random.default_rng(0)
    mixed = [plain(table).take(rng.permutation(len(table))) for table in (triples, entities)]
    chunked = [pa.concat_tables([table.slice(0, 7), table.slice(7)]) for table in mixed]

    def counts(report):
        return {name: (result.checked, result.violations) for name, result in report.results.items()}

    expected = counts(validate(triples, entities, ONTOLOGY))
    assert counts(validate(*mixed, ONTOLOGY)) == counts(validate(*chunked, ONTOLOGY)) == expected


def is_a(name, wanted):
    """Whether an entity type is one of those wanted, by walking up the file's own words."""
    return name in wanted or any(is_a(parent, wanted) for parent in RAW["entities"].get(name, {}).get("is_a", []))


def fits(end, name, relation):
    return is_a(name, relation[end]) and not is_a(name, relation.get(f"{end}_except", []))


TYPE_NAMES = st.sampled_from([*RAW["entities"], "Package"])
RELATION_NAMES = st.sampled_from([*RAW["relations"], "knows"])


@given(st.lists(st.tuples(TYPE_NAMES, RELATION_NAMES, TYPE_NAMES), max_size=30))
def test_domain_and_range_are_those_of_the_file(said):
    entities = {name: entity(f"shop:{name}", name) for name in [*RAW["entities"], "Package"]}
    rows = [triple(entities[head], relation, entities[tail]) for head, relation, tail in said]
    expected = 0
    for head, name, tail in said:
        relation = RAW["relations"].get(name)
        expected += relation is None or not (fits("domain", head, relation) and fits("range", tail, relation))
    result = validate(*tables(rows, entities.values()), ONTOLOGY).results["domain_range"]
    assert (result.checked, result.violations) == (len(said), expected)


@pytest.mark.slow
def test_three_hundred_thousand_triples_are_validated_in_a_blink():
    triples, entities = large_graph(760)
    assert (len(triples) > 300_000, len(entities) > 75_000) == (True, True)
    began = process_time()
    report = validate(triples, entities, ONTOLOGY)
    assert process_time() - began < 0.5  # 0.07 s where it was written
    assert broken(report) == {"coverage"}
