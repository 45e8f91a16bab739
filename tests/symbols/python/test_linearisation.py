"""Orders of classes against Python's own, and hierarchies that Python refuses."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.symbols.python.linearisation import linearise


@st.composite
def hierarchies(draw, cyclic=False):
    """Bases of classes 0, 1 ...; without cycles a class has earlier ones only. Some bases are not classes of ours."""
    count = draw(st.integers(1, 9))
    return {
        number: draw(st.lists(st.integers(-2, count if cyclic else number - 1), max_size=3, unique=not cyclic))
        for number in range(count)
    }


def python_orders(bases):
    """Orders of the classes that Python can make, by number; negative ones are classes without bases."""
    made = {number: type(f"outside{number}", (), {}) for number in (-2, -1)}
    for number, own in bases.items():
        if all(base in made for base in own):
            try:
                made[number] = type(f"class{number}", tuple(made[base] for base in own), {})
            except TypeError:
                continue
    number_of = {class_: number for number, class_ in made.items()}
    return {number: [number_of[at] for at in class_.__mro__[:-1]] for number, class_ in made.items() if number >= 0}


@settings(max_examples=200)
@given(hierarchies())
def test_orders_are_python_s(bases):
    orders = linearise(bases)
    assert list(python_orders(bases).items()) == [(key, orders[key]) for key in python_orders(bases)]
    assert orders.keys() >= bases.keys()


@settings(max_examples=200)
@given(hierarchies(), st.randoms(use_true_random=False))
def test_orders_do_not_depend_on_the_order_of_classes(bases, random):
    shuffled = list(bases)
    random.shuffle(shuffled)
    orders = linearise({number: bases[number] for number in shuffled})
    expected = linearise(bases)
    assert {number: orders[number] for number in bases} == {number: expected[number] for number in bases}


@settings(max_examples=200)
@given(hierarchies(cyclic=True))
def test_any_hierarchy_has_orders_of_all_that_leads_up_each_once(bases):
    orders = linearise(bases)
    for number, own in bases.items():
        assert orders[number][0] == number
        assert len(set(orders[number])) == len(orders[number])
        assert set(orders[number]) >= {number, *own}
        assert set(orders[number]) <= _above(bases, number)


def _above(bases, number):
    found, pending = {number}, [number]
    while pending:
        new = [base for base in bases.get(pending.pop(), ()) if base not in found]
        found.update(new)
        pending += new
    return found


def test_contradicting_bases_are_all_there():
    bases = {0: [], 1: [], 2: [0, 1], 3: [1, 0], 4: [2, 3]}
    assert linearise(bases)[4] == [4, 2, 3, 0, 1]


def test_a_class_that_inherits_from_itself_is_its_only_ancestor():
    assert linearise({0: [0]}) == {0: [0]}


def test_classes_of_a_cycle_have_each_other():
    orders = linearise({0: [1], 1: [0]})
    assert (orders[0][0], orders[1][0]) == (0, 1)
    assert set(orders[0]) == {0, 1}


@pytest.mark.parametrize("step", [1, -1], ids=["bases first", "bases last"])
def test_a_long_chain_takes_no_stack(step):
    start = time.process_time()
    found = linearise({number: [number - 1] for number in range(1, 5_000)[::step]})
    assert found[4_999] == list(range(4_999, -1, -1))
    assert time.process_time() - start < 10


def test_a_long_cycle_ends():
    bases = {number: [(number + 1) % 2_000] for number in range(2_000)}
    assert linearise(bases)[0][:3] == [0, 1, 2]
