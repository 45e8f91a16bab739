from collections.abc import Iterator
from itertools import islice

import pytest

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.feed import Feed, Position, Stage
from tests.graphmer.chains.chain_cases import SHAPE, flat, masker, random_chains, windows_in

CHAINS = random_chains(11, windows=60)
ALWAYS = (Stage(0, 40),)


def feed(
    rank: int = 0, processes: int = 1, batches: int = 1, curriculum: tuple[Stage, ...] = ALWAYS, rows: int = 3
) -> Feed:
    return Feed(CHAINS, masker(SHAPE._replace(rows=rows)), 5, processes, rank, batches, curriculum)


def made(feed: Feed, start: Position) -> Iterator[tuple[list[Batch], Position]]:
    """The batches of each step that a feed plans."""
    return (([epoch[number] for number in mine], after) for epoch, mine, after in feed.plan(start))


@pytest.mark.parametrize(("processes", "batches", "rows"), [(1, 1, 4), (1, 4, 1), (2, 2, 1), (2, 1, 2), (4, 1, 1)])
def test_a_step_has_the_same_rows_for_any_number_of_processes(processes, batches, rows):
    whole = [windows_in(batch) for batch, _ in islice(made(feed(rows=4), Position()), 9)]
    feeds = [feed(rank, processes, batches, rows=rows) for rank in range(processes)]
    shared = zip(*(islice(made(one, Position()), 9) for one in feeds), strict=True)
    for expected, ranks in zip(whole, shared, strict=True):
        assert sorted(windows_in(batch for batches, _ in ranks for batch in batches)) == sorted(expected)
        assert len({position for _, position in ranks}) == 1


@pytest.mark.parametrize("curriculum", [ALWAYS, (Stage(0, 10), Stage(2, 20), Stage(7, 40))])
@pytest.mark.parametrize("done", [1, 2, 5, 7, 20])
def test_training_goes_on_where_it_stopped(curriculum, done):
    whole = list(islice(made(feed(curriculum=curriculum), Position()), done + 3))
    rest = list(islice(made(feed(curriculum=curriculum), whole[done - 1][1]), 3))
    assert [position for _, position in rest] == [position for _, position in whole[done:]]
    assert [flat(batches) for batches, _ in rest] == [flat(batches) for batches, _ in whole[done:]]


def test_positions_count_steps_and_epochs():
    positions = [position for _, position in islice(made(feed(), Position()), 40)]
    assert [position.step for position in positions] == list(range(1, 41))
    per_epoch = len(Epoch(CHAINS, masker(), Draws(5, 1)))
    assert positions[per_epoch - 2] == Position(per_epoch - 1, 1, per_epoch - 1)
    assert positions[per_epoch - 1] == Position(per_epoch, 2, 0)


def test_a_curriculum_begins_with_short_windows():
    steps = islice(made(feed(curriculum=(Stage(0, 10), Stage(3, 40))), Position()), 6)
    longest = [max(int(batch.root.max()) for batch in batches) + 1 for batches, _ in steps]
    assert max(longest[:3]) <= 10 < max(longest[3:])


def test_a_curriculum_without_windows_is_refused():
    with pytest.raises(ParamsError, match="0 roots"):
        next(made(feed(curriculum=(Stage(0, 0),)), Position()))
