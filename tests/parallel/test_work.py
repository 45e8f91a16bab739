"""What a worker does with a piece, and how many pieces are under way."""

import pickle
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import WorkerError
from codegraft.parallel.work import attempt, code_digest, in_flight, packed_function, result


def test_a_piece_is_done_and_its_result_comes_back():
    assert result(attempt(packed_function(len), pickle.dumps("four"))) == 4


def test_a_worker_with_other_code_refuses():
    other = pickle.dumps(("0" * len(code_digest()), len))
    with pytest.raises(WorkerError, match="has other code of codegraft"):
        result(attempt(other, pickle.dumps("four")))


@given(items=st.lists(st.integers(), max_size=30), slots=st.lists(st.integers(1, 5), min_size=1), seed=st.randoms())
def test_as_many_pieces_are_under_way_as_there_are_slots_and_each_is_done_once(items, slots, seed):
    under_way, most, numbers = [], [], count()

    def room():
        return slots[len(most) % len(slots)]

    def submit(item):
        under_way.append((next(numbers), item))
        return under_way[-1]

    def first(handles):
        assert sorted(handles) == sorted(under_way)
        chosen = seed.choice(under_way)
        most.append(len(under_way))
        under_way.remove(chosen)
        return chosen

    done = [(place, pickle.loads(item)) for place, (_, item) in in_flight(items, room, submit, first)]
    assert sorted(done) == list(enumerate(items))
    assert max(most, default=0) <= max(slots)
