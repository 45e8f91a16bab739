"""Constraints solved by a worklist, against repeating every rule until nothing changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.symbols.flow import MAX_VALUES, Flow

NAMES = 2
VARIABLES = 8
VALUES = MAX_VALUES - 1

_variables = st.integers(0, VARIABLES - 1)
_values = st.integers(0, VALUES - 1)
_names = st.integers(0, NAMES - 1)
INSTRUCTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _variables, _values),
        st.tuples(st.just("copy"), _variables, _variables),
        st.tuples(st.just("load"), _variables, _names, _variables),
        st.tuples(st.just("store"), _variables, _names, _variables),
    ),
    max_size=25,
)
"""``load``: b = a.name; ``store``: a.name = b."""


def solved(program):
    """What each variable holds, and each field by owner and name."""
    flow = Flow()
    first = flow.variables(VARIABLES)
    values = [flow.value(0, number) for number in range(VALUES)]

    def load(value, name, target):
        flow.copy(flow.field(value, name), target)

    def store(value, name, source):
        flow.copy(source, flow.field(value, name))

    for what, *parts in program:
        match what:
            case "add":
                flow.add(first + parts[0], values[parts[1]])
            case "copy":
                flow.copy(first + parts[0], first + parts[1])
            case "load":
                flow.when(first + parts[0], load, parts[1], first + parts[2])
            case "store":
                flow.when(first + parts[0], store, parts[1], first + parts[2])
    flow.run()
    fields = {(owner, name): flow.field(owner, name) for owner in values for name in range(NAMES)}
    return (
        [set(flow.points[first + variable]) for variable in range(VARIABLES)],
        {key: set(flow.points[field]) for key, field in fields.items() if flow.points[field]},
    )


def naive(program):
    """The same by doing every instruction again and again."""
    held = [set() for _ in range(VARIABLES)]
    fields = {}
    before = None
    while before != (state := (list(map(len, held)), sum(map(len, fields.values())))):
        before = state
        for what, *parts in program:
            match what:
                case "add":
                    held[parts[0]].add(parts[1])
                case "copy":
                    held[parts[1]] |= held[parts[0]]
                case "load":
                    for owner in set(held[parts[0]]):
                        held[parts[2]] |= fields.get((owner, parts[1]), set())
                case "store":
                    for owner in held[parts[0]]:
                        fields.setdefault((owner, parts[1]), set()).update(held[parts[2]])
    return held, {key: values for key, values in fields.items() if values}


@settings(max_examples=400)
@given(INSTRUCTIONS)
def test_the_solution_is_the_least_one(program):
    assert solved(program) == naive(program)


@settings(max_examples=150)
@given(INSTRUCTIONS, st.randoms(use_true_random=False))
def test_the_solution_does_not_depend_on_the_order_of_instructions(program, random):
    shuffled = list(program)
    random.shuffle(shuffled)
    assert solved(shuffled) == solved(program)


def _flow(variables):
    flow = Flow()
    return flow, flow.variables(variables), [flow.value(0, number) for number in range(MAX_VALUES + 1)]


def test_a_variable_may_hold_the_greatest_number_of_values():
    flow, first, values = _flow(2)
    flow.copy(first, first + 1)
    for value in values[:MAX_VALUES]:
        flow.add(first, value)
    flow.run()
    assert list(flow.points[first]) == values[:MAX_VALUES]
    assert set(flow.points[first + 1]) == set(values[:MAX_VALUES])
    assert flow.overflown == 0


def test_a_variable_of_too_many_values_says_nothing_and_so_does_what_gets_them():
    flow, first, values = _flow(4)
    flow.copy(first, first + 1)
    flow.copy(first + 1, first + 2)
    flow.add(first + 2, values[0])
    flow.add(first + 3, values[0])
    for value in values:
        flow.add(first, value)
    flow.run()
    assert [len(flow.points[first + number]) for number in range(4)] == [0, 0, 0, 1]
    assert flow.overflown == 3


def test_what_is_copied_from_too_many_values_later_says_nothing():
    flow, first, values = _flow(3)
    for value in values:
        flow.add(first, value)
    flow.add(first + 1, values[0])
    flow.copy(first, first + 1)
    flow.copy(first + 1, first + 2)
    flow.add(first + 2, values[1])
    flow.run()
    assert [len(flow.points[first + number]) for number in range(3)] == [0, 0, 0]


def test_nothing_is_added_after_too_many_values():
    flow, first, values = _flow(1)
    for value in values * 2:
        flow.add(first, value)
    flow.run()
    assert not flow.points[first]
    assert flow.overflown == 1


def test_overflow_in_a_cycle_ends_and_is_counted_once_for_each_variable():
    flow, first, values = _flow(3)
    for number in range(3):
        flow.copy(first + number, first + (number + 1) % 3)
    for value in values:
        flow.add(first, value)
    flow.run()
    assert flow.overflown == 3
    assert not any(flow.points[first + number] for number in range(3))


def test_variables_that_hold_nothing_stay_apart():
    flow, first, values = _flow(2)
    flow.add(first, values[0])
    assert list(flow.points[first]) == [values[0]]
    assert not flow.points[first + 1]


def test_a_rule_runs_once_for_each_value_held_before_and_after():
    flow, first, values = _flow(2)
    seen = []
    flow.add(first, values[0])
    flow.when(first, lambda value, part: seen.append((value, part)), 7)
    flow.add(first + 1, values[1])
    flow.add(first + 1, values[0])
    flow.copy(first + 1, first)
    flow.run()
    assert sorted(seen) == [(values[0], 7), (values[1], 7)]


def test_a_closed_variable_gives_what_it_holds_and_nothing_is_remembered_for_it():
    flow, first, values = _flow(3)
    seen = []
    flow.add(first, values[0])
    flow.add(first, values[1])
    flow.close(first)
    flow.copy(first, first + 1)
    flow.when(first, lambda value, part: seen.append((value, part)), 7)
    flow.run()
    assert flow.points[first + 1] == (values[0], values[1])
    assert sorted(seen) == [(values[0], 7), (values[1], 7)]
    flow.add(first, values[2])
    flow.run()
    assert flow.points[first + 1] == (values[0], values[1])
    assert len(seen) == 2


def test_what_is_copied_from_a_closed_variable_of_too_many_values_says_nothing():
    flow, first, values = _flow(3)
    for value in values:
        flow.add(first, value)
    flow.close(first)
    flow.add(first + 1, values[0])
    flow.copy(first, first + 1)
    flow.when(first, lambda value: flow.add(first + 2, value))
    flow.run()
    assert not any(flow.points[first + number] for number in range(3))
    assert flow.overflown == 2


def test_what_is_forgotten_flows_no_more_and_what_is_held_stays():
    flow, first, values = _flow(2)
    seen = []
    flow.copy(first, first + 1)
    flow.when(first, seen.append)
    flow.add(first, values[0])
    flow.run()
    flow.forget()
    flow.add(first, values[1])
    flow.run()
    assert (flow.points[first], flow.points[first + 1]) == ((values[0], values[1]), (values[0],))
    assert seen == [values[0]]


def test_variables_are_numbered_as_they_are_made_and_hold_nothing():
    flow = Flow()
    assert (flow.variables(3), flow.variable(), flow.variables(2), flow.variable()) == (0, 3, 4, 6)
    assert flow.points == [()] * 7


def test_a_value_without_a_second_part_has_none():
    flow = Flow()
    assert flow.value(1, 2) == flow.value(1, 2, -1) == 0
    assert (flow.kinds, flow.first, flow.second) == ([1], [2], [-1])


def test_a_chain_of_rules_takes_no_stack():
    flow, first, values = _flow(5_000)

    def pass_on(value, variable):
        flow.add(variable + 1, value)
        if variable + 2 < first + 5_000:
            flow.when(variable + 1, pass_on, variable + 1)

    flow.add(first, values[0])
    flow.when(first, pass_on, first)
    flow.run()
    assert list(flow.points[first + 4_999]) == [values[0]]


def test_values_are_the_same_where_their_parts_are():
    flow = Flow()
    assert flow.value(1, 2, 3) == flow.value(1, 2, 3)
    assert len({flow.value(1, 2, 3), flow.value(1, 2), flow.value(1, 3, 2), flow.value(2, 2, 3)}) == 4
    value = flow.value(1, 2, 3)
    assert (flow.kinds[value], flow.first[value], flow.second[value]) == (1, 2, 3)


def test_fields_are_made_once_by_owner_and_name():
    flow = Flow()
    assert flow.field(0, 0) == flow.field(0, 0)
    assert len({flow.field(0, 0), flow.field(0, 1), flow.field(1, 0), flow.variable()}) == 4
