"""Runs side by side."""

import pytest

from codegraft.errors import ExperimentError
from codegraft.experiments.compare import compare, differing, rendered
from tests.experiments import tiny


def test_only_what_differs_is_shown_beside_the_beginning(repo):
    found = compare(repo, ["alpha", "beta"])
    assert [side.name for side in found.sides] == [tiny.git(repo.root_dir, "rev-parse", "HEAD")[:7], "alpha", "beta"]
    assert found.params == {"rate": [0.5, 0.25, 0.5], "text": ["small", "small", "large"]}
    assert found.metrics == {"score:loss": [0.5, 0.25, 0.5]}


def test_branches_commits_and_the_workspace_are_sides_too(root, repo):
    revision = tiny.git(root, "rev-parse", tiny.ref(tiny.git(root, "rev-parse", "HEAD").strip(), "beta")).strip()
    (root / "params.yaml").write_text("rate: 7.0\ntext: small\nfail: never\n")
    found = compare(repo, ["main", revision[:9], "workspace"])
    assert found.params == {"rate": [0.5, 0.5, 7.0], "text": ["small", "large", "small"]}
    assert [side.name for side in found.sides] == ["main", revision[:9], "workspace"]


def test_columns_are_aligned_and_numbers_end_flush(repo):
    lines = rendered(compare(repo, ["alpha", "gamma"]), ["*"]).splitlines()
    assert lines[1].split() == ["rate", "0.500", "0.250", "0.125"]
    assert len({len(line) for line in lines[:3]}) == 1
    assert lines[3] == ""


def test_metrics_that_are_not_shown_are_counted(repo):
    assert "1 more metric" in rendered(compare(repo, ["alpha", "main"]), [])


def test_equal_sides_say_so(repo):
    assert rendered(compare(repo, ["main", "workspace"]), []) == "no parameter differs\n\nno metric differs"


def test_an_unknown_name_comes_with_near_ones_in_one_line(repo):
    with pytest.raises(ExperimentError, match="alpah: no run or revision has this name; near to it: alpha") as caught:
        compare(repo, ["alpah", "beta"])
    assert "\n" not in str(caught.value)


def test_a_name_of_several_runs_asks_for_a_revision(root, repo):
    tiny.commit(root, "second")
    revision = tiny.save(root, "alpha", rate=3.0, hours=9)
    with pytest.raises(ExperimentError, match=f"alpha: 2 runs have this name; .*{revision[:7]}"):
        compare(repo, ["alpha", "main"])
    assert compare(repo, [revision, "main"]).params == {"rate": [0.5, 3.0]}


def test_a_key_that_one_side_lacks_differs():
    assert differing([{"a": 1, "b": 2}, {"a": 1}]) == {"b": [2, None]}
