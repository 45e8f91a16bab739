"""Vocabularies: what is frequent enough has a column, and labels are where they belong."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ProgramError
from codegraft.programs.vocabulary import (
    LEAST_GRAPHS,
    LEAST_GROUPS,
    Carrier,
    Vocabularies,
    bug_mask,
    frequent,
    indicators,
    read_vocabularies,
    write_vocabularies,
)

names = st.lists(st.sampled_from("abcd"), max_size=4)
carriers = st.lists(st.builds(Carrier, st.sampled_from("PQR"), names), max_size=60)


@given(carriers, st.none() | st.integers(1, 3))
def test_names_are_counted_once_a_graph_and_the_rare_are_left_out(some: list[Carrier], limit: int | None) -> None:
    counts = Counter(name for _, carried in some for name in set(carried))
    groups = {name: {group for group, carried in some if name in carried} for name in counts}
    expected = sorted(
        (name for name in counts if counts[name] >= LEAST_GRAPHS and len(groups[name]) >= LEAST_GROUPS),
        key=lambda name: (-counts[name], name),
    )
    assert list(frequent(some, limit).items()) == [(name, counts[name]) for name in expected[:limit]]


def test_a_name_of_one_repository_alone_is_no_name_to_learn() -> None:
    assert frequent([Carrier("one", ["mine", "os"])] * 100 + [Carrier("two", ["os"])]) == {"os": 101}


@given(st.lists(names, max_size=6))
def test_a_label_is_where_a_list_has_a_name_and_nowhere_else(lists: list[list[str]]) -> None:
    vocabulary = ["c", "a", "z"]
    matrix = indicators(lists, vocabulary)
    assert matrix.shape == (len(lists), 3)
    assert matrix.tolist() == [[name in carried for name in vocabulary] for carried in lists]


def test_kinds_and_exceptions_are_known_apart() -> None:
    mask = bug_mask(np.array([True, False]), np.array([False, True]), ["off_by_one", "exception:KeyError"])
    assert mask.tolist() == [[True, False], [False, True]]


def test_what_is_written_is_read_in_the_same_order(tmp_path: Path) -> None:
    vocabularies = Vocabularies({"sys": 9, "abc": 9, "os": 5}, {"off_by_one": 7})
    write_vocabularies(tmp_path / "v.json", vocabularies)
    read = read_vocabularies(tmp_path / "v.json")
    assert read == vocabularies
    assert list(read.imports) == ["sys", "abc", "os"]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"imports": []}', '{"imports": [], "bugs": [1]}', '{"imports": 1, "bugs": 2}']
)
def test_something_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "v.json").write_text(text)
    with pytest.raises(ProgramError, match=r"v\.json: not a vocabulary .* run `dvc repro --force featurize`"):
        read_vocabularies(tmp_path / "v.json")


def test_a_missing_file_names_the_stage(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="run `dvc repro featurize`"):
        read_vocabularies(tmp_path / "none")
