"""What the ontology asks: read from its file, right by loops, and large where a rule is broken."""

import itertools
import math
import random

import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.regularisers import (
    ENTITY_WIDTH,
    Pairs,
    TripleScorer,
    acyclicity,
    antisymmetry,
    contrastive,
    rules_of,
)
from codegraft.kg.ontology import load_ontology
from tests.graphmer.encoder.encoder_batches import Group, Window, batch_of, tiny

ONTOLOGY = load_ontology()
NAMES = tuple(ONTOLOGY.relations)
RULES = rules_of(ONTOLOGY, NAMES)
INHERITS, CALLS, RAISES = (NAMES.index(name) + 1 for name in ("inherits_from", "calls", "raises"))


def scorer(seed=0):
    torch.manual_seed(seed)
    made = TripleScorer(tiny(relations=len(NAMES)))
    with torch.no_grad():
        made.direction.normal_()
    return made


def pairs_of(triples, seed=0, places=None):
    """One row of (head entity, relation, tail entity); an entity has one vector wherever it stands."""
    draw = random.Random(seed)
    vectors = {}
    for entity in itertools.chain.from_iterable((head, tail) for head, _, tail in triples):
        vectors.setdefault(entity, torch.tensor([draw.gauss(0, 1) for _ in range(ENTITY_WIDTH)]))
    empty = (places or len(triples)) - len(triples)

    def column(values):
        return torch.tensor([[*values, *[-1] * empty]])

    def matrix(entities):
        return torch.stack([*(vectors[entity] for entity in entities), *[torch.ones(ENTITY_WIDTH)] * empty])[None]

    heads, relations, tails = zip(*triples, strict=True)
    return Pairs(
        there=column([1] * len(triples)) == 1,
        relation=column(relations).clamp(min=0),
        head=matrix(heads),
        tail=matrix(tails),
        head_entity=column(heads),
        tail_entity=column(tails),
    )


def score(made, relation, head, tail):
    further = made.direction[relation] @ (tail - head)
    return (((head * made.factor[relation]) @ tail + further) / math.sqrt(ENTITY_WIDTH)).item()


def may_be_tail(own, side, relation):
    """Whether an entity, the head or tail of a triple of ``own``, may be the tail of another, by the file."""
    types = (ONTOLOGY.domain if side == "head" else ONTOLOGY.range)(NAMES[own - 1])
    return bool(types & ONTOLOGY.range(NAMES[relation - 1]))


def test_rules_are_what_the_file_says():
    assert RULES.antisymmetric.tolist() == [False, *(ONTOLOGY.relations[name].antisymmetric for name in NAMES)]
    assert [NAMES[number - 1] for number in RULES.acyclic] == ["contains", "implements", "inherits_from"]
    for side, own, relation in itertools.product(("head", "tail"), range(1, 23), range(1, 23)):
        place = 0 if side == "head" else 1
        assert bool(RULES.may_be_tail[place, own, relation]) == may_be_tail(own, side, relation)
    assert not RULES.may_be_tail[:, 0].any()


def test_another_ontology_gives_other_rules():
    other = ONTOLOGY.model_copy(update={"relations": {**ONTOLOGY.relations, "calls": ONTOLOGY.relations["overrides"]}})
    assert bool(rules_of(other, NAMES).antisymmetric[CALLS]) is True
    assert bool(RULES.antisymmetric[CALLS]) is False


def test_an_unknown_relation_is_named():
    with pytest.raises(ModelError, match="the ontology has no relation hugs"):
        rules_of(ONTOLOGY, ("calls", "hugs"))


def test_the_reverse_of_a_triple_is_to_score_less():
    made, pairs = scorer(), pairs_of([(1, INHERITS, 2), (3, CALLS, 4)], places=3)
    with torch.no_grad():
        found = antisymmetry(made, pairs)[0]
    for place in range(2):
        head, tail, relation = pairs.head[0, place], pairs.tail[0, place], int(pairs.relation[0, place])
        gain = score(made, relation, tail, head) - score(made, relation, head, tail)
        assert float(found[place]) == pytest.approx(math.log1p(math.exp(gain)), rel=1e-4)


def test_a_tail_competes_with_tails_of_the_right_kind_that_are_not_true():
    triples = [(1, CALLS, 2), (1, CALLS, 3), (4, CALLS, 5), (6, RAISES, 7), (6, INHERITS, 8), (9, CALLS, 2)]
    made, pairs = scorer(), pairs_of(triples, places=8)
    with torch.no_grad():
        found = contrastive(made, pairs, RULES)[0]
    for place, (head, relation, _) in enumerate(triples):
        likely = [1.0]
        for number, (_, other, rival) in enumerate(triples):
            true = (head, relation, rival) in triples
            if number == place or (may_be_tail(other, "tail", relation) and not true):
                likely.append(math.exp(score(made, relation, pairs.head[0, place], pairs.tail[0, number])))
        own = score(made, relation, pairs.head[0, place], pairs.tail[0, place])
        assert float(found[place]) == pytest.approx(math.log(sum(likely)) - own, rel=1e-4)


def test_the_chance_of_coming_back_is_that_of_all_walks_by_hand():
    triples = [(1, INHERITS, 2), (2, INHERITS, 3), (4, RAISES, 5), (6, CALLS, 7)]
    made, pairs = scorer(), pairs_of(triples, places=5)
    with torch.no_grad():
        found = acyclicity(made, pairs, RULES)[0]
    nodes = [*((pairs.head[0, n], one[0], one[1], "head") for n, one in enumerate(triples))]
    nodes += [(pairs.tail[0, n], one[2], one[1], "tail") for n, one in enumerate(triples)]
    places = [0, 1, 2, 3, 5, 6, 7, 8]
    for number, relation in enumerate(RULES.acyclic.tolist()):
        step = torch.zeros(len(nodes), len(nodes))
        for one, (vector, entity, *_) in enumerate(nodes):
            weights = [
                math.exp(score(made, relation, vector, tail)) * (other != entity) * may_be_tail(own, side, relation)
                for tail, other, own, side in nodes
            ]
            step[one] = torch.tensor(weights) / (1 + sum(weights))
        for begin, (_, entity, *_) in enumerate(nodes):
            back = 0.0
            for length in (2, 3, 4):
                for way in itertools.product(range(len(nodes)), repeat=length):
                    if nodes[way[-1]][1] == entity:
                        back += math.prod(float(step[a, b]) for a, b in itertools.pairwise((begin, *way)))
            assert float(found[number, places[begin]]) == pytest.approx(back, rel=1e-4, abs=1e-7)


def test_a_belief_in_a_circle_costs_and_one_in_a_line_does_not():
    """Neighbours in a line go together; whether both ways or one decides the relation's direction."""
    made, pairs = scorer(), pairs_of([(1, INHERITS, 2), (2, INHERITS, 3), (3, INHERITS, 4)])
    line = torch.zeros(4, ENTITY_WIDTH)
    for entity in range(4):
        line[entity, entity : entity + 2] = 10.0
        line[entity, -1] = entity
    pairs = pairs._replace(head=line[None, :3], tail=line[None, 1:])
    with torch.no_grad():
        made.factor.fill_(1.0)
        made.factor[:, -1] = 0.0
        made.direction.zero_()
        both_ways = acyclicity(made, pairs, RULES)[0, 2]
        made.direction[INHERITS, -1] = 200.0
        one_way = acyclicity(made, pairs, RULES)[0, 2]
        made.direction[INHERITS, -1] = -200.0
        the_other_way = acyclicity(made, pairs, RULES)[0, 2]
    assert both_ways.min() > 0.5
    assert one_way.max() < 1e-3
    assert the_other_way.max() < 1e-3


def test_pairs_are_means_of_mentions_and_of_names_and_ends_of_tails_do_not_count():
    torch.manual_seed(0)
    model = GraphMER(tiny(relations=len(NAMES)))
    groups = [Group(0, 1, CALLS, [40]), Group(1, 2, RAISES, [50, 51], masked=True, head_entity=3, tail_entity=4)]
    batch = batch_of([[Window([10, 20, 30], groups)], []])
    hidden = torch.randn(*batch.tokens.shape, 64)
    with torch.no_grad():
        pairs = model.scorer.pairs(hidden, batch, model.token.weight)
        head = model.scorer.of_head(hidden[0, 1:3].mean(dim=0))
        tail = model.scorer.of_tail(model.token.weight[[50, 51]].mean(dim=0))
    torch.testing.assert_close(pairs.head[0, 0], head)
    torch.testing.assert_close(pairs.tail[0, 0], tail)
    assert pairs.there.tolist() == [[True] + [False] * 5, [False] * 6]
    assert (int(pairs.relation[0, 0]), int(pairs.head_entity[0, 0]), int(pairs.tail_entity[0, 0])) == (RAISES, 3, 4)
