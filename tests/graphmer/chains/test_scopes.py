"""Which definitions are around a place."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.scopes import Scopes
from tests.graphmer.chains import corpora


@st.composite
def nested(draw, low=0, high=40, depth=3):
    """Spans inside (low, high) that nest or lie apart."""
    spans = []
    while low + 1 < high and draw(st.booleans()):
        start = draw(st.integers(low, high - 2))
        end = draw(st.integers(start + 1, high))
        spans += [(start, end), *(draw(nested(start + 1, end, depth - 1)) if depth else [])]
        low = end
    return spans


class Material:
    """The columns that scopes are made of."""

    def __init__(self, rows):
        self.home = np.array([file for file, *_ in rows], np.int64)
        self.entities = {side: _Column([row[place] for row in rows]) for place, side in ((1, "start"), (2, "end"))}


class _Column(list):
    def to_numpy(self):
        return np.array(self, np.int32)


FILES = st.lists(nested(), max_size=3)


@given(FILES, st.randoms(use_true_random=False))
def test_the_innermost_definition_that_started_before_is_around(files, random):
    rows = [(file, start, end) for file, spans in enumerate(files) for start, end in spans]
    random.shuffle(rows)
    scopes = Scopes.of(Material(rows), np.array([start for _, start, _ in rows], np.int64))
    places = [(file, byte) for file in range(len(files) + 1) for byte in range(41)]
    found = scopes.around(*(np.array([place[side] for place in places], np.int64) for side in (0, 1)))
    for (file, byte), scope in zip(places, found.tolist(), strict=True):
        around = [row for row in rows if row[0] == file and row[1] < byte < row[2]]
        expected = max(around, key=lambda row: row[1]) if around else None
        assert (rows[scopes.entity[scope]] if scope >= 0 else None) == expected
        assert (scopes.depth[scope] + 1 if scope >= 0 else 0) == len(around)


def test_definitions_without_a_name_are_none():
    scopes = Scopes.of(Material([(0, 0, 9), (0, 2, 8), (0, 3, 7)]), np.array([0, -1, 5]))
    assert scopes.entity.tolist() == [0, 2]
    assert scopes.parent.tolist() == [-1, 0]


def test_real_definitions_nest():
    material = corpora.small().material()
    name = np.where(material.home >= 0, material.entities["start"].to_numpy(), -1)
    scopes = Scopes.of(material, name)
    child = np.flatnonzero(scopes.parent >= 0)
    parent = scopes.parent[child]
    assert (scopes.start[parent] <= scopes.start[child]).all()
    assert (scopes.end[parent] >= scopes.end[child]).all()
    assert (scopes.file[parent] == scopes.file[child]).all()
