"""No answer breaks a rule of the ontology, by itself or together with what is seen."""

import numpy as np
import pytest

from codegraft.graphmer.linking.allowed import may_answer
from codegraft.graphmer.linking.graph import Side
from tests.graphmer.linking.codes import ontology, own_of, write


@pytest.fixture(scope="module")
def links(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None).links()


def oracle(links, side, known, relation):
    """Ids by looking at each candidate and at every seen triple."""
    name = links.relations[relation]
    declared = ontology().relations[name]
    said = {
        (int(head), int(tail))
        for head, tail, number in zip(links.head, links.tail, links.relation, strict=True)
        if number == relation
    }
    heads, tails = [head for head, _ in said], [tail for _, tail in said]
    found = set()
    for entity in range(len(links.ids)):
        head, tail = (known, entity) if side is Side.TAIL else (entity, known)
        outside = links.ids[entity].startswith("<")
        types = ontology().range(name) if side is Side.TAIL else ontology().domain(name)
        rules = [
            links.types[links.type[entity]] in types,
            (head, tail) not in said,
            not (declared.functional and head in heads),
            not (declared.inverse_functional and tail in tails),
            not (declared.irreflexive and head == tail),
            not (declared.antisymmetric and (tail, head) in said),
            not (outside and (side is Side.HEAD or declared.inverse_functional)),
        ]
        if all(rules):
            found.add(links.ids[entity])
    return found


@pytest.mark.parametrize("side", Side)
def test_answers_are_those_that_no_rule_forbids(links, side):
    for relation in range(len(links.relations)):
        for known in range(len(links.ids)):
            may = may_answer(links, ontology(), side, known, relation)
            assert {links.ids[row] for row in np.flatnonzero(may)} == oracle(links, side, known, relation)


def test_what_is_defined_is_not_defined_again(links):
    relation, file = links.relations.index("defines"), links.ids.index("mine:shop/till.py")
    assert not may_answer(links, ontology(), Side.TAIL, file, relation).any()
