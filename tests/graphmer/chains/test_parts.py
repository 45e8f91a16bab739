"""What may be used for what."""

import itertools

import numpy as np
import pyarrow as pa
import pytest

from codegraft.graphmer.chains.chains import SPLITS
from codegraft.graphmer.chains.parts import file_parts, group_parts, split_codes
from codegraft.kg.splits.model import Part

TRAIN, VALID, TEST, DROPPED = Part
SOURCES = pa.table({"repository": ["a", "a", "b", "c"], "path": ["x.py", "y.py", "x.py", "x.py"]})


def parts_of(*said, clusters=()):
    """Parts of the four files; ``said`` are (file, file_inductive, repository_inductive)."""
    splits = np.array([(TRAIN, by_file, by_repository) for _, by_file, by_repository in said], np.int8)
    return file_parts(SOURCES, np.array([file for file, *_ in said]), splits.reshape(-1, 3), clusters).tolist()


def test_splits_are_read_by_their_words():
    words = {kind: ["train", "valid", "test", "dropped"] for kind in SPLITS}
    table = pa.table({kind: pa.array(column).dictionary_encode() for kind, column in words.items()})
    assert split_codes(table).tolist() == [[part] * 3 for part in Part]


@pytest.mark.parametrize(
    ("by_file", "by_repository", "part"),
    [
        (TRAIN, TRAIN, TRAIN),
        (VALID, TRAIN, TEST),
        (TEST, TRAIN, TEST),
        (TRAIN, VALID, VALID),
        (VALID, VALID, VALID),
        (TEST, VALID, TEST),
        (TRAIN, TEST, TEST),
        (TEST, TEST, TEST),
        (DROPPED, TRAIN, TEST),
        (TRAIN, DROPPED, TEST),
    ],
)
def test_code_is_learned_from_only_if_nothing_holds_it_out(by_file, by_repository, part):
    assert parts_of((3, by_file, by_repository))[3] == part


def test_one_held_out_triple_holds_out_its_file_or_its_repository():
    said = [(0, TRAIN, TRAIN), (0, DROPPED, TRAIN), (1, TRAIN, TRAIN), (1, TEST, TRAIN), (2, TRAIN, VALID)]
    assert parts_of(*said) == [TRAIN, TEST, VALID, TRAIN]
    assert parts_of(*said, (0, TRAIN, TEST))[:2] == [TEST, TEST]


def test_triples_of_no_file_hold_nothing_out():
    assert parts_of((-1, TEST, TEST)) == [TRAIN] * 4


def test_a_held_out_copy_of_learned_code_is_dropped():
    clusters = [[("a", "x.py"), ("b", "x.py"), ("elsewhere", "z.py")]]
    assert parts_of((2, TRAIN, TEST), clusters=clusters) == [TRAIN, TRAIN, DROPPED, TRAIN]
    assert parts_of((0, TEST, TRAIN), (2, TRAIN, VALID), clusters=clusters) == [DROPPED, TRAIN, VALID, TRAIN]
    assert parts_of((0, TEST, TRAIN), (2, TRAIN, TEST), clusters=clusters) == [TEST, TRAIN, TEST, TRAIN]


def plain_group_part(window, splits):
    if window == TRAIN and all(part == TRAIN for part in splits):
        return TRAIN
    if window == VALID and splits[2] == VALID:
        return VALID
    return TEST if VALID in splits or TEST in splits else DROPPED


def test_triples_are_learned_only_if_every_split_learns_them():
    cases = list(itertools.product((TRAIN, VALID, TEST), *[Part] * 3))
    window, splits = (np.array(column, np.int8) for column in ([c[0] for c in cases], [c[1:] for c in cases]))
    assert group_parts(window, splits).tolist() == [plain_group_part(first, rest) for first, *rest in cases]
