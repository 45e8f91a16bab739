import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.leaks import audit_split
from codegraft.kg.splits.model import Kind, Part, Reason, Split
from codegraft.kg.splits.split import split_kg
from tests.kg.split_graphs import random_graph, tables

ROOT = Path(__file__).parents[3]
KINDS = get_args(Kind)
TRANSDUCTIVE, BY_FILE, BY_REPOSITORY = KINDS
INVERSES = {"defines": "uses"}
SHARES = {"test_share": 0.2, "valid_share": 0.1}
TWINS = ((("r0", "f0.py"), ("r1", "f1.py"), ("r1", "f2.py")), (("r2", "f0.py"), ("r2", "f1.py")))

GRAPHS = st.builds(
    random_graph,
    st.integers(0, 1000),
    repositories=st.integers(1, 6),
    files=st.integers(1, 6),
    triples=st.integers(1, 200),
    languages=st.sampled_from([("python",), ("python", "java")]),
)


def split(graph, kind, **changes):
    return split_kg(*graph, kind=kind, **{"seed": 0, "near_duplicates": (), **SHARES, **changes})


def split_or_refusal(graph, kind, **changes):
    """A split, or nothing for a graph that says that it is too small for one."""
    try:
        return split(graph, kind, **changes)
    except KnowledgeGraphError as error:
        if "no triple is left for" not in str(error):
            raise
        return None


def parts(result, triples):
    """(head, relation, tail) -> (part, reason)."""
    rows = zip(*(triples[name].to_pylist() for name in ("head", "relation", "tail")), strict=True)
    return dict(zip(rows, zip(result.part.tolist(), result.reason.tolist(), strict=True), strict=True))


@pytest.mark.parametrize("kind", KINDS)
@given(graph=GRAPHS, seed=st.integers(0, 3))
def test_every_split_passes_the_audit(kind, graph, seed):
    result = split_or_refusal(graph, kind, seed=seed, near_duplicates=TWINS)
    if result:
        report = audit_split(result, *graph, TWINS, INVERSES)
        report.raise_for_leaks()
        assert sum(report.triples.values()) == graph[0].num_rows


@pytest.mark.parametrize("kind", KINDS)
@given(graph=GRAPHS)
def test_every_triple_is_in_one_part_and_dropped_for_a_reason(kind, graph):
    result = split_or_refusal(graph, kind)
    if result:
        rows = np.concatenate([result.rows(part) for part in Part])
        assert sorted(rows.tolist()) == list(range(graph[0].num_rows))
        assert ((result.part == Part.DROPPED) == (result.reason != Reason.KEPT)).all()
        assert sum(result.dropped().values()) == len(result.rows(Part.DROPPED))
        assert result.part.dtype == result.reason.dtype == np.int8


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(seed=st.integers(0, 100))
def test_the_order_of_rows_does_not_matter(kind, seed):
    triples, entities = random_graph(seed, triples=150)
    generator = np.random.default_rng(seed)
    shuffled = [table.take(generator.permutation(table.num_rows)) for table in (triples, entities)]
    shuffled[0] = shuffled[0].set_column(0, "head", shuffled[0]["head"].dictionary_encode())
    clusters = tuple(reversed([tuple(reversed(cluster)) for cluster in TWINS]))
    first = parts(split((triples, entities), kind, near_duplicates=TWINS), triples)
    assert parts(split(shuffled, kind, near_duplicates=clusters), shuffled[0]) == first


@pytest.mark.parametrize("kind", KINDS)
def test_the_seed_decides_and_nothing_else(kind):
    graph = random_graph(0, repositories=9)
    found = [split(graph, kind, seed=seed).part.tolist() for seed in (0, 0, 1, 2, 3)]
    assert found[0] == found[1]
    assert any(part != found[0] for part in found[2:])


PROGRAM = """
import hashlib
from tests.kg.splits.test_split import KINDS, TWINS, random_graph, split
for kind in KINDS:
    print(hashlib.sha256(split(random_graph(0), kind, near_duplicates=TWINS).part.tobytes()).hexdigest())
"""


def test_the_hash_seed_does_not_matter():
    here = [split(random_graph(0), kind, near_duplicates=TWINS).part.tobytes() for kind in KINDS]
    command, environment = [sys.executable, "-c", PROGRAM], {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [hashlib.sha256(part).hexdigest() for part in here]


def test_transductive_shares_are_met_up_to_one_pair():
    triples, entities = random_graph(0, triples=2000)
    result = split((triples, entities), TRANSDUCTIVE)
    most = max(Counter(frozenset(pair) for pair in pairs(triples)).values())
    for part, share in ((Part.TEST, 0.2), (Part.VALID, 0.1)):
        assert abs(len(result.rows(part)) - share * triples.num_rows) <= most
    assert result.dropped() == {}


def test_transductive_shares_shrink_together_where_too_little_can_be_held_out():
    rows = [(f"r:a.{n}", "calls", f"r:a.{m}", "python", "r", "a.py", "exact") for n in range(3) for m in range(n, 3)]
    rows += [(f"r:b.{n}", "calls", "r:a.0", "python", "r", "a.py", "exact") for n in range(6)]
    homes = {name: ("r", "a.py") for row in rows for name in (row[0], row[2])}
    result = split(tables(rows, homes), TRANSDUCTIVE, test_share=0.4, valid_share=0.4)
    sizes = [len(result.rows(part)) for part in (Part.TRAIN, Part.VALID, Part.TEST)]
    assert sizes[0] >= 6
    assert sizes[1] == sizes[2] > 0


def test_what_is_held_out_has_ends_like_any_triple():
    triples, entities = random_graph(0, triples=600, repositories=10)
    degree = Counter(name for pair in pairs(triples) for name in pair)
    ends = np.array([degree[head] * degree[tail] for head, tail in pairs(triples)])
    can_be = np.array([min(degree[head], degree[tail]) > 1 for head, tail in pairs(triples)])
    held_out = np.concatenate([split((triples, entities), TRANSDUCTIVE, seed=n).rows(Part.TEST) for n in range(20)])
    assert np.mean(ends[held_out]) < 1.1 * np.mean(ends[can_be])


def pairs(triples):
    return zip(triples["head"].to_pylist(), triples["tail"].to_pylist(), strict=True)


@pytest.mark.parametrize("kind", KINDS)
@given(graph=GRAPHS)
def test_triples_of_one_pair_stay_together_in_either_direction(kind, graph):
    result = split_or_refusal(graph, kind)
    if result:
        found = {}
        for pair, part in zip(pairs(graph[0]), result.part.tolist(), strict=True):
            assert part == Part.DROPPED or found.setdefault(frozenset(pair), part) == part


@pytest.mark.parametrize("seed", range(5))
def test_the_only_triple_of_a_relation_is_for_training(seed):
    triples, entities = random_graph(0, triples=300)
    relations = [f"rare{row}" if row < 20 else "calls" for row in range(triples.num_rows)]
    triples = triples.set_column(1, "relation", [relations])
    assert set(split((triples, entities), TRANSDUCTIVE, seed=seed).part[:20]) == {Part.TRAIN}


def test_triples_of_near_duplicates_are_not_asked_for():
    triples, entities = random_graph(0)
    result = split((triples, entities), TRANSDUCTIVE, near_duplicates=TWINS)
    files = list(zip(triples["repository"].to_pylist(), triples["file"].to_pylist(), strict=True))
    copied = {
        part for file, part in zip(files, result.part.tolist(), strict=True) if any(file in twin for twin in TWINS)
    }
    assert copied == {Part.TRAIN}


def expected_parts(triples, entities, part_of, by_file, clusters):
    """The rules of the inductive splits, word by word, for known parts of the files or repositories."""
    home = {row["id"]: (row["repository"], row["file"]) for row in entities.to_pylist()}
    rows, outcome = triples.to_pylist(), {}
    twins = {file: cluster for cluster in clusters for file in cluster}

    def part_of_file(repository, file):
        key = (repository, file) if by_file else repository
        return part_of[key] if repository and (file or not by_file) else None

    for row in rows:
        said = part_of_file(row["repository"], row["file"])
        latest = max(part_of_file(*home[row[end]]) or Part.TRAIN for end in ("head", "tail"))
        reason = Reason.KEPT if said is None or said == latest else Reason.CROSSES
        reason = Reason.NOTHING_HELD_OUT if said is not None and said > latest else reason
        outcome[id(row)] = [latest if said is None else said, reason]
    kept = [row for row in rows if not outcome[id(row)][1]]
    cluster = {id(row): twins.get((row["repository"], row["file"]), id(row)) for row in kept}
    for row in kept:
        if outcome[id(row)][0] > min(outcome[id(other)][0] for other in kept if cluster[id(other)] == cluster[id(row)]):
            outcome[id(row)][1] = Reason.NEAR_DUPLICATE
    seen = {row["relation"] for row in rows if outcome[id(row)] == [Part.TRAIN, Reason.KEPT]}
    for row in rows:
        if row["relation"] not in seen and not outcome[id(row)][1]:
            outcome[id(row)][1] = Reason.UNSEEN_RELATION
    return [(Part.DROPPED if reason else part, reason) for part, reason in outcome.values()]


@pytest.mark.parametrize("kind", [BY_FILE, BY_REPOSITORY])
@pytest.mark.parametrize("seed", range(8))
def test_inductive_splits_follow_their_rules_word_by_word(kind, seed):
    triples, entities = random_graph(seed, triples=250, repositories=6)
    result = split((triples, entities), kind, seed=seed, near_duplicates=TWINS)
    by_file, part_of = kind == BY_FILE, {}
    for row, part, reason in zip(triples.to_pylist(), result.part.tolist(), result.reason.tolist(), strict=True):
        key = (row["repository"], row["file"]) if by_file else row["repository"]
        if reason == Reason.KEPT and (row["file"] or not by_file):
            assert part_of.setdefault(key, part) == part
    expected = expected_parts(triples, entities, part_of, by_file, TWINS)
    assert list(zip(result.part.tolist(), result.reason.tolist(), strict=True)) == expected


def chain(places, *, language="python"):
    """One file a place with ten triples inside, said about its own two entities under ten relations."""
    rows, homes = [], {}
    for repository, file in places:
        ends = [f"{repository}:{file}.{name}" for name in "ab"]
        homes |= dict.fromkeys(ends, (repository, file))
        rows += [(ends[0], f"is{n}", ends[1], language, repository, file, "exact") for n in range(10)]
    return rows, homes


def merged(*chains):
    rows = [row for rows, _ in chains for row in rows]
    return tables(rows, {id_: home for _, homes in chains for id_, home in homes.items()})


def where(result, triples, column="file"):
    """Value of a column -> the parts that its triples are in."""
    found = {}
    for value, part in zip(triples[column].to_pylist(), result.part.tolist(), strict=True):
        found.setdefault(value, set()).add(part)
    return found


def test_whole_files_are_held_out_near_the_shares():
    graph = merged(chain([("r", f"f{n}.py") for n in range(20)]))
    result = split(graph, BY_FILE)
    assert Counter(part for parts in where(result, graph[0]).values() for part in parts) == {0: 14, 1: 2, 2: 4}


def test_a_triple_of_training_about_a_held_out_entity_is_dropped_and_the_way_back_is_asked():
    rows, homes = chain([("r", f"f{n}.py") for n in range(20)])
    names = sorted(homes)
    rows += [(one, "knows", other, "python", *homes[one], "exact") for one in names for other in names]
    triples, entities = tables(rows, homes)
    result = split((triples, entities), BY_FILE)
    part = {file: min(parts) for file, parts in where(result, triples).items()}
    for row, got, reason in zip(rows, result.part.tolist(), result.reason.tolist(), strict=True):
        if row[1] == "knows":
            said, about = part[row[5]], part[homes[row[2]][1]]
            assert (got == Part.DROPPED) == (said < about)
            assert (reason == Reason.CROSSES) == (said < about)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("kind", [BY_FILE, BY_REPOSITORY])
def test_each_language_with_several_repositories_is_in_several_parts(kind, seed):
    python = chain([(f"p{n}", f"p{n}.py") for n in range(9)])
    java = chain([(f"j{n}", f"J{n}.java") for n in range(2)], language="java")
    kotlin = chain([(f"k{n}", f"K{n}.kt") for n in range(3)], language="kotlin")
    graph = merged(python, java, kotlin)
    found = where(split(graph, kind, seed=seed, test_share=0.1, valid_share=0.1), graph[0], "language")
    assert found == {"python": {0, 1, 2}, "java": {Part.TRAIN, Part.TEST}, "kotlin": {0, 1, 2}}


def test_the_only_repository_of_a_language_stays_for_training():
    graph = merged(chain([(f"p{n}", f"p{n}.py") for n in range(9)]), chain([("j", "J.java")], language="java"))
    assert where(split(graph, BY_REPOSITORY), graph[0], "language")["java"] == {Part.TRAIN}


@pytest.mark.parametrize("seed", range(5))
def test_near_duplicate_files_are_held_out_together(seed):
    graph = merged(chain([("r", f"f{n}.py") for n in range(20)]))
    twins = [[("r", f"f{n}.py") for n in (3, 14)], [("r", f"f{n}.py") for n in (7, 8, 19)]]
    result = split(graph, BY_FILE, seed=seed, near_duplicates=twins)
    found = where(result, graph[0])
    assert all(len(set.union(*(found[file] for _, file in cluster))) == 1 for cluster in twins)
    assert result.dropped() == {}


def test_a_vendored_copy_in_a_held_out_repository_is_dropped():
    places = [(f"r{n}", f"{name}{n}.py") for n in range(10) for name in ("own", "copy")]
    graph = merged(chain(places))
    result = split(graph, BY_REPOSITORY, near_duplicates=[[place for place in places if place[1].startswith("copy")]])
    found = where(result, graph[0])
    part = {n: min(found[f"own{n}.py"]) for n in range(10)}
    assert set(part.values()) == {0, 1, 2}
    assert all(found[f"copy{n}.py"] == {Part.DROPPED if part[n] else Part.TRAIN} for n in range(10))
    assert result.dropped() == {"near_duplicate": 10 * sum(map(bool, part.values()))}


def test_what_no_file_says_goes_with_its_entities():
    rows, homes = chain([("r", f"f{n}.py") for n in range(10)])
    homes["r:"] = ("r", "")
    rows += [("r:", "contains", f"r:f{n}.py.a", "python", "r", "", "exact") for n in range(10)]
    triples, entities = tables(rows, homes)
    found = where(split((triples, entities), BY_FILE), triples, "tail")
    assert all(found[f"r:f{n}.py.a"] == found[f"r:f{n}.py.b"] for n in range(10))


def test_what_is_said_only_about_seen_entities_is_not_asked():
    rows, homes = chain([("r", f"f{n}.py") for n in range(10)])
    homes |= {"r:": ("r", ""), "<library>:x": ("", "")}
    rows += [("r:", f"depends{n}", "<library>:x", "python", "r", f"f{n}.py", "exact") for n in range(10)]
    triples, entities = tables(rows, homes)
    result = split((triples, entities), BY_FILE)
    held_out = sum(part != {Part.TRAIN} for file, part in where(result, triples).items())
    assert result.dropped() == {"nothing_held_out": held_out}
    assert held_out == 3


def test_a_relation_that_only_held_out_files_use_is_dropped():
    rows, homes = chain([("r", f"f{n}.py") for n in range(10)])
    triples, entities = tables(rows, homes)
    held_out = triples["file"].take(split((triples, entities), BY_FILE).rows(Part.TEST)[:1]).to_pylist()[0]
    own = [name for name, (_, file) in homes.items() if file == held_out]
    position = next(place for place, row in enumerate(rows) if row[5] == held_out)
    rows[position] = (own[0], "odd", own[1], "python", "r", held_out, "exact")
    assert split(tables(rows, homes), BY_FILE).dropped() == {"unseen_relation": 1}


ONE = tables([("r:a", "calls", "r:b", "python", "r", "a.py", "exact")], {"r:a": ("r", "a.py"), "r:b": ("r", "a.py")})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("graph", "message"),
    [
        ((ONE[0].slice(1), ONE[1]), "the knowledge graph has no triples"),
        (ONE, r"no triple is left for valid and test \(1 repositories, 1 files, 1 triples; dropped: none\)"),
        ((ONE[0], ONE[1].slice(1)), "1 entities that the table of entities lacks, such as r:a"),
    ],
)
def test_a_graph_that_cannot_be_split_says_why(kind, graph, message):
    with pytest.raises(KnowledgeGraphError, match=message):
        split(graph, kind)


def test_a_graph_without_files_cannot_be_split_by_files():
    graph = tables([("r:a", "calls", "r:b", "python", "r", "", "exact")], {"r:a": ("r", ""), "r:b": ("r", "")})
    with pytest.raises(KnowledgeGraphError, match=r"valid and test \(1 repositories, 0 files"):
        split(graph, BY_FILE)


def test_one_repository_cannot_be_split_by_repositories():
    with pytest.raises(KnowledgeGraphError, match=r"repository-inductive split: .*valid and test \(1 repositories"):
        split(random_graph(0, repositories=1), BY_REPOSITORY)


@pytest.mark.parametrize("shares", [(0.0, 0.1), (0.1, 0.0), (0.5, 0.5), (-0.1, 0.2), (0.1, float("nan"))])
def test_impossible_shares_are_refused(shares):
    with pytest.raises(KnowledgeGraphError, match="both must be above 0 and their sum below 1"):
        split(ONE, TRANSDUCTIVE, test_share=shares[0], valid_share=shares[1])


def test_an_unknown_kind_is_refused():
    with pytest.raises(KnowledgeGraphError, match="split 'random': expected one of transductive, file-inductive"):
        split(ONE, "random")


def test_dropped_triples_are_counted_by_reason():
    part, reason = np.array([[0, 3, 3, 3, 2], [0, 1, 1, 4, 0]], np.int8)
    assert Split(TRANSDUCTIVE, part, reason).dropped() == {"crosses": 2, "unseen_relation": 1}
