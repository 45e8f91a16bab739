"""Answers of a graph to questions that people type."""

from dataclasses import replace

import numpy as np
import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.linking.complete import ask, complete
from codegraft.graphmer.linking.graph import LinkGraph, Side
from tests.graphmer.chains import corpora
from tests.graphmer.linking.codes import Popular, ontology, own_of, write


@pytest.fixture(scope="module")
def links(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None).links()


@pytest.fixture(scope="module")
def several():
    graph = corpora.small().graph
    return LinkGraph.of(graph, np.ones(len(graph.triples), bool), ontology())


def answered(links, relation, symbol, side=Side.TAIL, limit=1000):
    question = ask(links, ontology(), relation, symbol, side)
    return complete(links, ontology(), Popular(links), question, limit)


def ids(links, completion):
    return [links.ids[answer.entity] for answer in completion.answers]


def known(links, completion):
    return sorted(links.ids[links.ends(completion.question.side)[1][row]] for row in completion.known)


def test_what_is_known_is_told_apart_from_what_is_likely(links):
    completion = answered(links, "calls", "Till.pay")
    assert known(links, completion) == ["mine:shop.prices.add_tax"]
    assert "mine:shop.prices.add_tax" not in ids(links, completion)


def test_answers_are_all_that_the_ontology_allows_by_probability(links):
    completion = answered(links, "calls", "Till.pay")
    names = ids(links, completion)
    assert set(names) == {
        id_
        for id_, type_ in zip(links.ids, np.array(links.types)[links.type], strict=True)
        if type_ in ontology().range("calls") and id_.startswith("mine:") and id_ != "mine:shop.prices.add_tax"
    }
    probabilities = [answer.probability for answer in completion.answers]
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) == pytest.approx(1)


def test_probabilities_are_the_softmax_of_the_scores(links):
    completion = answered(links, "calls", "Till.pay")
    counts = np.array(
        [
            np.count_nonzero((links.relation == completion.question.relation) & (links.tail == answer.entity))
            for answer in completion.answers
        ]
    )
    expected = (counts + 0.5) / (counts + 0.5).sum()
    np.testing.assert_allclose([answer.probability for answer in completion.answers], expected, rtol=1e-5)


def test_heads_are_asked_for_too(links):
    completion = answered(links, "calls", "add_tax", Side.HEAD)
    assert known(links, completion) == [
        "mine:shop.report.total",
        "mine:shop.till.Till.change",
        "mine:shop.till.Till.pay",
    ]
    assert "mine:shop.till.Till.reload" in ids(links, completion)


def test_a_relation_that_is_not_stored_asks_the_other_way_round(links):
    derived, stored = answered(links, "defined_in", "Till"), answered(links, "defines", "Till", Side.HEAD)
    assert derived == stored
    assert known(links, derived) == ["mine:shop/till.py"]


def test_nothing_leads_to_itself_where_the_ontology_forbids_it(links):
    assert "mine:shop.till.Till" not in ids(links, answered(links, "inherits_from", "Till"))
    assert "mine:shop.report.daily" in ids(links, answered(links, "calls", "daily"))


def test_a_relation_that_the_code_never_says_is_answered(links):
    completion = answered(links, "implements", "Till")
    assert completion.known == ()
    assert completion.answers


def test_support_comes_with_the_answers(links):
    [answer, *_] = [
        answer
        for answer in answered(links, "calls", "Till.reload").answers
        if links.ids[answer.entity] == "mine:shop.prices.add_tax"
    ]
    assert 1 <= len(answer.support) <= 3


def test_no_more_answers_than_asked_for(links):
    assert len(answered(links, "calls", "Till.pay", limit=2).answers) == 2


def test_only_what_is_seen_is_known(links):
    blind = replace(links, seen=np.zeros(len(links.head), bool))
    completion = answered(blind, "calls", "Till.pay")
    assert completion.known == ()
    assert "mine:shop.prices.add_tax" in ids(blind, completion)


@pytest.mark.parametrize(
    ("relation", "symbol", "side", "said"),
    [
        ("cals", "Till", Side.TAIL, r"^cals: no relation; there are annotated_with, calls, .*, writes_to$"),
        ("\x1b[2J", "Till", Side.TAIL, r"^\\x1b\[2J: no relation"),
        ("overrides", "Till", Side.TAIL, r"^mine:shop.till.Till: is of type Class; heads of overrides are of Method"),
        ("imports", "Till", Side.HEAD, r"^mine:shop.till.Till: is of type Class; tails of imports are of Library, Mod"),
        ("defined_in", "till.py", Side.TAIL, r"is of type File; tails of defines are of"),
        ("calls", "Tyll", Side.TAIL, r"^Tyll: not in the graph; names like it: Till"),
    ],
)
def test_questions_that_make_no_sense_get_one_line(links, relation, symbol, side, said):
    with pytest.raises(KnowledgeGraphError, match=said) as error:
        ask(links, ontology(), relation, symbol, side)
    assert str(error.value).isprintable()


def test_the_relation_decides_between_namesakes(links):
    assert links.ids[ask(links, ontology(), "imports", "till", Side.TAIL).known] == "mine:shop.till"
    assert links.ids[ask(links, ontology(), "defines", "shop/till.py", Side.TAIL).known] == "mine:shop/till.py"


def test_of_several_repositories_the_one_that_is_meant_is_said(several):
    sqrt = "<external>:math.sqrt"
    with pytest.raises(KnowledgeGraphError, match=r"from outside all 11 repositories .* --repository"):
        ask(several, ontology(), "invokes", sqrt, Side.HEAD)
    question = ask(several, ontology(), "invokes", sqrt, Side.HEAD, "cedar")
    completion = complete(several, ontology(), Popular(several), question)
    assert {id_.partition(":")[0] for id_ in known(several, completion)} == {"cedar"}
    assert {id_.partition(":")[0] for id_ in ids(several, completion)} == {"cedar"}
    with pytest.raises(KnowledgeGraphError, match=r"^beech: no repository of this graph; there are amber, birch"):
        ask(several, ontology(), "invokes", sqrt, Side.HEAD, "beech")
    with pytest.raises(KnowledgeGraphError, match=r"^amber:.*: not of the repository cedar; leave --repository out"):
        ask(several, ontology(), "calls", "use_amber_left", Side.TAIL, "cedar")


def test_a_name_from_outside_is_asked_of_the_only_repository(links):
    question = ask(links, ontology(), "invokes", "os.path.exists", Side.HEAD)
    assert links.repositories[question.repository] == "mine"
