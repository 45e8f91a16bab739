import os
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ParamsError
from codegraft.programs.problems import SPLITS
from codegraft.programs.rows import Dropped, Reason
from codegraft.programs.splits import Shares, Statement, divide
from tests.programs.contests import ROOT, words

SHARES = Shares(validation=0.15, test=0.3, seed=0)
EVERYWHERE = [Statement(f"fixed {split}", split, words(f"fixed {split}")) for split in SPLITS]


def statement(number, split="train", text=None):
    return Statement(f"p{number}", split, words(number) if text is None else text)


def split(statements, shares=SHARES):
    return divide(statements, shares, threshold=0.8)


def near(text):
    """A copy with one word changed: still above the threshold."""
    return text.replace(text.split()[40], "changed", 1)


GROUPS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(SPLITS), st.integers(0, 20)), max_size=25)


def problems(groups):
    """Problems of the same group say nearly the same."""
    return [
        Statement(f"p{name}", split, f"{words(group)} {number}") for number, (group, split, name) in enumerate(groups)
    ]


@given(GROUPS, st.sampled_from([1, 2]))
def test_nothing_straddles_and_everything_is_somewhere_or_named(groups, splits):
    statements = problems([(group, SPLITS[SPLITS.index(part) % splits], name) for group, part, name in groups])
    found = split(statements)
    kept = [(row, part) for row, part in enumerate(found.splits) if part]
    group_of = [group for group, *_ in groups]
    assert [(a, b) for a, b in combinations(kept, 2) if group_of[a[0]] == group_of[b[0]] and a[1] != b[1]] == []
    names = [statements[row].name for row, _ in kept]
    assert sorted(names) == sorted({statement.name for statement in statements} - only_dropped(statements, found))
    assert len(names) == len(set(names))
    assert len(kept) + len(found.dropped) == len(statements)


def only_dropped(statements, found):
    """Names of which no problem was kept."""
    return {dropped.name for dropped in found.dropped} - {
        statement.name for statement, part in zip(statements, found.splits, strict=True) if part
    }


@given(GROUPS)
def test_splits_of_the_source_are_kept(groups):
    statements = EVERYWHERE + problems(groups)
    found = split(statements)
    assert all(part in ("", statement.split) for statement, part in zip(statements, found.splits, strict=True))
    assert found.splits[: len(SPLITS)] == list(SPLITS)


def test_the_less_held_out_copy_of_a_problem_is_left_out():
    copy = near(words(1))
    statements = [*EVERYWHERE, statement(1), statement(2, "test", copy), statement(3, "validation", copy), statement(4)]
    found = split(statements)
    assert found.splits[3:] == ["", "test", "", "train"]
    assert found.dropped == [
        Dropped("p1", "train", Reason.NEAR_DUPLICATE, "of p2 in test"),
        Dropped("p3", "validation", Reason.NEAR_DUPLICATE, "of p2 in test"),
    ]
    assert found.clusters == 1


def test_near_duplicates_within_a_split_stay():
    found = split([*EVERYWHERE, statement(1), statement(2, text=near(words(1)))])
    assert found.splits[3:] == ["train", "train"]
    assert (found.dropped, found.clusters) == ([], 1)


def test_short_statements_are_no_duplicates():
    found = split([*EVERYWHERE, statement(1, text="Add two numbers."), statement(2, "test", "Add two numbers.")])
    assert found.splits[3:] == ["train", "test"]


def test_of_problems_with_one_name_the_most_held_out_stays():
    statements = [
        *EVERYWHERE,
        *(Statement("p", part, words(part)) for part in ("train", "test", "train", "validation")),
    ]
    found = split(statements)
    assert found.splits[3:] == ["", "test", "", ""]
    assert {dropped[2:] for dropped in found.dropped} == {(Reason.REPEATED_NAME, "in test")}


@pytest.mark.parametrize("seed", range(5))
def test_missing_splits_are_made_in_the_shares_asked_for(seed):
    found = split([statement(number) for number in range(100)], SHARES._replace(seed=seed))
    assert [found.splits.count(part) for part in SPLITS] == [55, 15, 30]


def test_only_the_missing_split_is_made():
    statements = [statement(number) for number in range(80)] + [statement(number, "test") for number in range(80, 100)]
    found = split(statements)
    assert [found.splits.count(part) for part in SPLITS] == [65, 15, 20]
    assert found.splits[80:] == ["test"] * 20


@pytest.mark.parametrize(("count", "sizes"), [(0, [0, 0, 0]), (1, [1, 0, 0]), (2, [1, 0, 1]), (3, [1, 1, 1])])
def test_few_problems_are_divided_as_far_as_they_go(count, sizes):
    found = split([statement(number) for number in range(count)])
    assert [found.splits.count(part) for part in SPLITS] == sizes


def test_the_seed_decides_and_the_order_does_not_and_company_hardly():
    statements = [statement(number) for number in range(40)]
    first = dict(zip(statements, split(statements).splits, strict=True))
    back = dict(zip(statements[::-1], split(statements[::-1]).splits, strict=True))
    assert back == first
    assert split(statements, SHARES._replace(seed=1)).splits != list(first.values())
    fewer = dict(zip(statements[1:], split(statements[1:]).splits, strict=True))
    assert sum(fewer[one] != first[one] for one in fewer) <= 4  # at either border, one that came or went each


GROUPED = [(number % 9, "train", number) for number in range(40)]
DIVIDED = "from tests.programs.test_splits import *; print(split(problems(GROUPED)))"


def test_the_division_does_not_depend_on_the_hash_seed():
    own = os.environ | {"PYTHONHASHSEED": "1"}
    done = subprocess.run([sys.executable, "-c", DIVIDED], env=own, cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().strip() == str(split(problems(GROUPED)))


def test_a_threshold_that_would_miss_pairs_is_refused():
    with pytest.raises(ParamsError, match=r"expected 0\.75 to 1"):
        divide([], SHARES, threshold=0.5)
