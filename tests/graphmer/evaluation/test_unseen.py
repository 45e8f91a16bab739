"""A directory that was in no split is judged as the default graph is."""

import json
from dataclasses import replace

import numpy as np
import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.evaluation.unseen import CHANCE, baselines, evaluate, hide, table
from codegraft.graphmer.linking.graph import Questions, Side
from codegraft.params import load_params
from tests.graphmer.chains import corpora
from tests.graphmer.linking.codes import own_of, write


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Thirty modules of one repository."""
    files = {path.partition("/")[2]: text for path, text in corpora.files().items()}
    return own_of(write(tmp_path_factory.mktemp("code") / "mine", files), kept=None)


@pytest.fixture(scope="module")
def params():
    return load_params(corpora.ROOT / "params.yaml").kg.model_copy(update={"near_duplicates": 1.0})


@pytest.fixture(scope="module")
def unseen(own, params):
    return hide(own, params, seed=1, most=10_000)


def pairs(links, rows):
    return {frozenset((int(links.head[row]), int(links.tail[row]))) for row in rows}


def test_no_pair_of_entities_is_both_seen_and_hidden(unseen):
    links = unseen.links
    assert not links.seen[unseen.rows].any()
    assert pairs(links, np.flatnonzero(links.seen)).isdisjoint(pairs(links, np.flatnonzero(~links.seen)))


def test_a_tenth_is_asked_and_everything_that_is_named_is_seen(unseen, params):
    links = unseen.links
    assert len(unseen.rows) == pytest.approx(params.test_share * len(links.head), rel=0.1)
    seen = np.union1d(links.head[links.seen], links.tail[links.seen])
    assert np.isin(np.union1d(links.head, links.tail), seen).all()


def test_copies_of_files_are_not_asked_about(tmp_path, params):
    files = {path.partition("/")[2]: text for path, text in corpora.files().items()}
    copied = files | {"vendor_copy/left.py": files["amber/left.py"]}
    own = own_of(write(tmp_path / "mine", copied), kept=None)
    unseen = hide(own, params, seed=1, most=10_000)
    said_in = {own.graph.triples["file"][row].as_py() for row in unseen.rows.tolist()}
    assert "birch/left.py" in said_in
    assert said_in.isdisjoint({"amber/left.py", "vendor_copy/left.py"})


def test_the_same_seed_hides_the_same(own, params, unseen):
    again, other = hide(own, params, seed=1, most=10_000), hide(own, params, seed=2, most=10_000)
    assert again.rows.tolist() == unseen.rows.tolist() != other.rows.tolist()
    few = hide(own, params, seed=1, most=7)
    assert len(few.rows) == 7
    assert set(few.rows.tolist()) < set(unseen.rows.tolist())


def test_intervals_resample_files(own, unseen):
    files = own.graph.triples["file"].to_pylist()
    by_cluster = {}
    for row, cluster in zip(unseen.rows.tolist(), unseen.asked.repository.tolist(), strict=True):
        by_cluster.setdefault(cluster, set()).add(files[row])
    assert all(len(names) == 1 for names in by_cluster.values())
    assert len(by_cluster) == len({files[row] for row in unseen.rows})


class Oracle:
    """Knows the answers."""

    def __init__(self, links):
        self.links = links

    def scores(self, questions, candidates):
        answer = self.links.ends(questions.side)[1][questions.triple]
        return (answer[:, None] == candidates).astype(np.float32)


def test_systems_are_judged_side_by_side(unseen):
    systems = {"knows all": [Oracle(unseen.links)]} | baselines(unseen.links)
    found = evaluate(unseen, systems)
    assert list(found) == [CHANCE, *systems]
    assert found["knows all"]["mrr"] == 1
    assert found["constant"]["mrr"] < 2 * found[CHANCE]["mrr"] < 0.1
    assert found["untrained"]["mrr"] < 0.1
    assert found[CHANCE]["mrr"] < found["repository popularity"]["mrr"] < 1
    low, high = (found["repository popularity"]["intervals"]["mrr"][end] for end in ("low", "high"))
    assert low < found["repository popularity"]["mrr"] < high
    assert {found[name]["questions"] for name in found} == {len(Side) * len(unseen.rows)}
    json.dumps(found, allow_nan=False)


def test_no_system_sees_what_is_hidden(own, unseen):
    """Other hidden triples change no baseline's scores."""
    links, rows = unseen.links, np.flatnonzero(~unseen.links.seen)
    tail = links.tail.copy()
    tail[rows] = links.tail[np.roll(rows, 1)]
    changed = replace(links, tail=tail)
    for name, [system, *_] in baselines(links).items():
        other = baselines(changed)[name][0]
        for relation in range(len(links.relations)):
            asked = _questions(links, relation)
            candidates = links.candidates(asked.repository)
            np.testing.assert_array_equal(
                system.scores(asked, candidates), other.scores(asked, candidates), err_msg=name
            )


def _questions(links, relation):
    known = np.flatnonzero(~links.outside)[:5]
    repository = int(links.repository[known[0]])
    return Questions(Side.TAIL, repository, known, np.full(5, relation), np.full(5, -1))


def test_the_table_has_a_line_for_each_system(unseen):
    lines = table(evaluate(unseen, {"knows all": [Oracle(unseen.links)]})).split("\n")
    assert lines[0].split() == [
        "MRR",
        "[95",
        "%]",
        "hits@1",
        "hits@3",
        "hits@10",
        "tails",
        "heads",
        "semantic",
        "tails",
    ]
    assert lines[1].startswith("chance     0.0")
    assert lines[2].split() == ["knows", "all", "1.000", "[1.000,", "1.000]", *["1.000"] * 6]
    assert lines[3] == f"{2 * len(unseen.rows)} questions; the interval resamples files"


def test_a_single_file_has_no_interval(tmp_path, params):
    own = own_of(write(tmp_path / "mine", {"a.py": corpora.files()["amber/amber/left.py"]}), kept=None)
    unseen = hide(own, params, seed=0, most=100)
    found = evaluate(unseen, {"knows all": [Oracle(unseen.links)]})
    assert found["knows all"]["intervals"]["mrr"] == {"low": None, "high": None}
    assert "[1.000" not in table(found)


@pytest.mark.parametrize("code", ["", "def f(): pass\n", ")))(((\n"])
def test_too_little_code_is_refused_in_one_line(tmp_path, params, code):
    own = own_of(write(tmp_path / "mine", {"a.py": code}), kept=None)
    with pytest.raises(KnowledgeGraphError, match="no triple is left for") as error:
        hide(own, params, seed=0, most=10)
    assert "\n" not in str(error.value)
