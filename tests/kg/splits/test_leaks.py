import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.leaks import CHECKS, audit_split
from codegraft.kg.splits.model import Part, Reason, Split
from tests.kg.split_graphs import random_graph, tables

TRANSDUCTIVE, BY_FILE, BY_REPOSITORY = "transductive", "file-inductive", "repository-inductive"
TRAIN, VALID, TEST, DROPPED = Part
INVERSES = {"defines": "defined_in"}


def audit(kind, said, clusters=()):
    """Audit triples given as (part, head, relation, tail); ``r1:a.x`` is defined, and said, in file ``a`` of ``r1``.

    A fifth item names the file that says it.
    """
    rows, homes = [], {"<external>:print": ("", "")}
    for _, head, relation, tail, *said_in in said:
        for name in (head, tail):
            homes[name] = homes.get(name) or tuple(name.split(".")[0].split(":"))
        repository, file = said_in[0].split(":") if said_in else homes[head]
        rows.append((head, relation, tail, "python", repository, file, "exact"))
    part = np.array([row[0] for row in said], np.int8)
    split = Split(kind, part, np.where(part == DROPPED, Reason.CROSSES, Reason.KEPT).astype(np.int8))
    return audit_split(split, *tables(rows, homes), clusters, INVERSES)


def failed(report):
    return {name: leak.count for name, leak in report.leaks.items() if leak.count}


SOUND = {
    TRANSDUCTIVE: [
        (TRAIN, "r1:a.x", "calls", "r1:a.y"),
        (TRAIN, "r1:a.y", "defines", "r1:b.z"),
        (TRAIN, "r1:b.z", "calls", "r1:b.z"),
        (VALID, "r1:a.x", "calls", "r1:b.z"),
        (TRAIN, "r2:c.x", "calls", "r1:a.x"),
        (TEST, "r2:c.x", "calls", "r1:a.y"),
        (TEST, "r2:c.x", "defines", "r1:b.z"),
    ],
    BY_FILE: [
        (TRAIN, "r1:a.x", "calls", "r1:a.y"),
        (TRAIN, "r1:a.x", "defines", "<external>:print"),
        (VALID, "r1:b.x", "calls", "r1:a.x"),
        (VALID, "r1:b.x", "calls", "<external>:print"),
        (TEST, "r1:c.x", "calls", "r1:c.y"),
        (TEST, "r1:c.y", "calls", "r1:b.x"),
        (DROPPED, "r1:a.x", "calls", "r1:c.x"),
    ],
    BY_REPOSITORY: [
        (TRAIN, "r1:a.x", "calls", "r1:b.y"),
        (TRAIN, "r1:b.y", "defines", "r1:b.y"),
        (VALID, "r2:a.x", "calls", "r1:a.x"),
        (TEST, "r3:a.x", "calls", "r3:b.y"),
        (TEST, "r3:a.y", "calls", "<external>:print"),
        (DROPPED, "r1:a.x", "calls", "r3:a.y"),
    ],
}


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_split_passes(kind):
    report = audit(kind, SOUND[kind])
    assert failed(report) == {}
    assert report.passed
    assert report.raise_for_leaks() is None


PLANTED = {
    "repeated": (TRANSDUCTIVE, [(TEST, "r1:a.x", "calls", "r1:a.y")]),
    "inverse": (TRANSDUCTIVE, [(VALID, "r1:b.z", "defined_in", "r1:a.y"), (TRAIN, "r1:a.x", "defined_in", "r1:a.x")]),
    "same_pair": (TRANSDUCTIVE, [(TEST, "r1:a.x", "defines", "r1:a.y")]),
    "opposite_pair": (TRANSDUCTIVE, [(TEST, "r1:a.y", "calls", "r1:a.x")]),
    "unseen_relation": (TRANSDUCTIVE, [(TEST, "r1:a.y", "uses", "r1:a.y")]),
    "unseen_entity": (TRANSDUCTIVE, [(TEST, "r1:a.y", "calls", "r1:a.new")]),
    "divided_place": (BY_FILE, [(TEST, "r1:a.y", "calls", "r1:a.y")]),
    "named_too_early": (BY_FILE, [(TRAIN, "r1:a.y", "calls", "r1:c.y")]),
}


def test_the_inverse_from_an_entity_to_itself_is_no_other_leak():
    said = [(TRAIN, "r1:a.x", "defined_in", "r1:a.x"), (TEST, "r1:a.x", "defines", "r1:a.x")]
    assert failed(audit(TRANSDUCTIVE, SOUND[TRANSDUCTIVE] + said)) == {"inverse": 1}


@pytest.mark.parametrize("check", PLANTED)
def test_a_planted_leak_fails_its_check_and_no_other(check):
    kind, triples = PLANTED[check]
    assert failed(audit(kind, SOUND[kind] + triples)) == {check: 1}


def test_a_divided_repository_is_found():
    divided = [(TEST, "r1:a.x", "calls", "r1:a.x"), (VALID, "r1:c.x", "calls", "r1:c.x")]
    assert failed(audit(BY_REPOSITORY, SOUND[BY_REPOSITORY] + divided)) == {"divided_place": 2}


def test_a_repository_that_is_held_out_and_named_in_training_is_found():
    triples = [(TRAIN, "r1:a.x", "calls", "r3:b.y"), (VALID, "r2:a.x", "calls", "r3:b.y")]
    assert failed(audit(BY_REPOSITORY, SOUND[BY_REPOSITORY] + triples)) == {"named_too_early": 2}


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize(("files", "count"), [(("a", "b"), 1), (("a", "c"), 2), (("b", "c"), 2), (("a", "new"), 0)])
def test_near_duplicates_on_two_sides_are_found(kind, files, count):
    said = [(TRAIN, "r1:a.x", "calls", "r1:a.y"), (VALID, "r1:b.x", "calls", "r1:a.x")]
    said += [(TEST, "r1:c.x", "calls", "r1:b.x"), (TEST, "r1:c.x", "calls", "r1:a.y")]
    report = audit(kind, said, [[("r1", "none"), *(("r1", file) for file in files)]])
    assert report.leaks["near_duplicate"].count == count


def test_near_duplicates_of_which_one_alone_is_divided_pass():
    assert audit(TRANSDUCTIVE, SOUND[TRANSDUCTIVE], [[("r1", "a"), ("r1", "z")]]).passed


@pytest.mark.parametrize("part", [TRAIN, VALID, TEST])
def test_an_empty_part_is_a_fault(part):
    kept = [row for row in SOUND[BY_FILE] if row[0] != part]
    report = audit(BY_FILE, kept)
    assert report.leaks["empty_part"].examples == (part.name.lower(),)


def test_a_graph_without_triples_has_three_empty_parts():
    nothing = Split(BY_FILE, np.empty(0, np.int8), np.empty(0, np.int8))
    assert failed(audit_split(nothing, *tables([], {}), (), {})) == {"empty_part": 3}


def test_valid_leaks_into_test_as_train_does():
    said = [*SOUND[TRANSDUCTIVE], (TEST, "r1:a.x", "defines", "r1:b.z"), (TEST, "r1:b.z", "calls", "r1:a.x")]
    assert failed(audit(TRANSDUCTIVE, said)) == {"same_pair": 1, "opposite_pair": 1}


def test_leaks_are_told_with_their_triples():
    report = audit(TRANSDUCTIVE, SOUND[TRANSDUCTIVE] + PLANTED["repeated"][1])
    with pytest.raises(KnowledgeGraphError) as caught:
        report.raise_for_leaks()
    assert str(caught.value).splitlines() == [
        "transductive split leaks; divide the graph again:",
        "  repeated: 1, such as r1:a.x calls r1:a.y (test)",
    ]


def test_the_report_counts_parts_and_relations():
    report = audit(BY_FILE, SOUND[BY_FILE])
    assert report.triples == {"train": 2, "valid": 2, "test": 2, "dropped": 1}
    assert report.shares == {part: count / 7 for part, count in report.triples.items()}
    assert report.relations == {"train": {"calls": 1, "defines": 1}, "valid": {"calls": 2}, "test": {"calls": 2}}
    assert report.dropped == {"crosses": 1}
    assert json.loads(json.dumps(report.as_json()))["leaks"]["repeated"] == {"count": 0, "examples": []}


@pytest.mark.parametrize(
    ("part", "reason", "message"),
    [
        ([0, 1], [0, 0], "the split has 2 parts and 2 reasons for 3 triples"),
        ([0, 1, 4], [0, 0, 0], "triple 2: part 4 and reason 0"),
        ([0, 3, 2], [0, 0, 0], "triple 1: part 3 and reason 0"),
        ([0, 1, 2], [1, 0, 0], "triple 0: part 0 and reason 1"),
        ([0, 1, 3], [0, 0, 9], "triple 2: part 3 and reason 9"),
    ],
)
def test_parts_that_are_none_are_refused(part, reason, message):
    triples, entities = random_graph(0)
    split = Split(TRANSDUCTIVE, np.array(part, np.int8), np.array(reason, np.int8))
    with pytest.raises(KnowledgeGraphError, match=message):
        audit_split(split, triples.slice(0, 3), entities, (), {})


def naive(kind, part, triples, entities, clusters):
    """Every check, by comparing every triple with every other."""
    home = {row["id"]: (row["repository"], row["file"]) for row in entities.to_pylist()}
    rows = [{**row, "part": p} for row, p in zip(triples.to_pylist(), part, strict=True) if p != DROPPED]
    train = [row for row in rows if row["part"] == TRAIN]
    inverse = {**INVERSES, **{value: key for key, value in INVERSES.items()}}
    found = dict.fromkeys([*CHECKS], 0)

    def place(repository, file):
        key = repository if kind == BY_REPOSITORY else (repository, file)
        return key if repository and (file or kind == BY_REPOSITORY) else None

    def parts_of(where):
        return {row["part"] for row in rows if place(row["repository"], row["file"]) == where} if where else set()

    for row in rows:
        h, r, t = row["head"], row["relation"], row["tail"]
        earlier = [other for other in rows if other["part"] < row["part"]]
        known = {(other["head"], other["relation"], other["tail"]) for other in earlier}
        leads, said = {(head, tail) for head, _, tail in known}, (row["repository"], row["file"])
        repeated, inverted = (h, r, t) in known, (t, inverse.get(r), h) in known
        twins = {twin for cluster in clusters if said in cluster for twin in cluster if twin != said}
        found["repeated"] += repeated
        found["inverse"] += inverted
        found["same_pair"] += (h, t) in leads and not repeated and not inverted
        found["opposite_pair"] += (t, h) in leads and h != t and not inverted
        found["unseen_relation"] += r not in {other["relation"] for other in train} and row["part"] != TRAIN
        seen = {name for other in train for name in (other["head"], other["tail"])}
        found["unseen_entity"] += not {h, t} <= seen and row["part"] != TRAIN
        found["near_duplicate"] += any((other["repository"], other["file"]) in twins for other in earlier)
        found["divided_place"] += place(*said) is not None and min(parts_of(place(*said))) < row["part"]
        homes = [parts_of(place(*home[name])) for name in (h, t)]
        found["named_too_early"] += any(len(parts) == 1 and max(parts) > row["part"] for parts in homes)
    return {name: found[name] for name, (_, kinds) in CHECKS.items() if kind in kinds}


GRAPHS = st.builds(
    random_graph,
    st.integers(0, 300),
    repositories=st.integers(1, 4),
    files=st.integers(1, 4),
    definitions=st.integers(1, 3),
    triples=st.integers(1, 40),
)


@pytest.mark.parametrize("kind", SOUND)
@given(
    graph=GRAPHS,
    seed=st.integers(0, 300),
    twins=st.sampled_from(
        [(), ((("r0", "f0.py"), ("r1", "f1.py"), ("r0", "f2.py")), (("r2", "f0.py"), ("r2", "f1.py")))]
    ),
)
def test_the_audit_finds_what_comparing_every_pair_of_triples_finds(kind, graph, seed, twins):
    triples, entities = graph
    generator = np.random.default_rng(seed)
    part = generator.integers(4, size=triples.num_rows).astype(np.int8)
    if generator.random() < 0.5:  # whole files, so that few places are divided
        _, file = np.unique(triples["file"].to_numpy(), return_inverse=True)
        part = generator.integers(4, size=8).astype(np.int8)[file]
    relation = np.where(triples["relation"].to_numpy() == "uses", "defined_in", triples["relation"].to_numpy())
    triples = triples.set_column(1, "relation", [relation])
    split = Split(kind, part, np.where(part == DROPPED, Reason.CROSSES, Reason.KEPT).astype(np.int8))
    leaks = audit_split(split, triples, entities, twins, INVERSES).leaks
    assert {name: leaks[name].count for name in leaks if name != "empty_part"} == naive(
        kind, part.tolist(), triples, entities, twins
    )
