import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.better import Measured, compare
from codegraft.training.bootstrap import Resampler, mean_over

CLUSTERS = np.repeat(np.arange(8), 25)
SEEDS = (0, 1, 2)


def measured(gain, seeds=SEEDS, noise=0.05, seed_noise=0.01, seed=0, questions=200):
    """A system whose questions give it ``gain`` on average; what a question is worth is the same for every system."""
    worth = np.random.default_rng(99).normal(0.5, 0.3, questions)
    draw = np.random.default_rng(seed)
    statistics = []
    for _ in seeds or (0,):
        values = worth + gain + draw.normal(0, seed_noise) + draw.normal(0, noise, questions)
        statistics.append(mean_over(values, CLUSTERS[:questions]))
    return Measured(np.arange(questions), seeds, tuple(statistics))


def verdict(model, other):
    return compare(model, other, Resampler(CLUSTERS))


def test_a_clear_gain_is_better_one_way_only():
    model, other = measured(0.1), measured(0.0, seed=1)
    assert verdict(model, other).better
    assert not verdict(other, model).better
    assert verdict(model, other).gain["mean"] == pytest.approx(0.1, abs=0.03)


def test_nothing_is_better_than_itself():
    model = measured(0.0)
    found = verdict(model, model)
    assert found.gain == {"mean": 0.0, "low": 0.0, "high": 0.0}
    assert not found.better


def test_one_seed_that_fails_undoes_a_gain():
    values = [np.full(len(CLUSTERS), gain) for gain in (0.2, 0.2, -0.3)]
    model = Measured(np.arange(len(CLUSTERS)), SEEDS, tuple(mean_over(value, CLUSTERS) for value in values))
    assert not verdict(model, measured(0.0, (), noise=0, seed_noise=0)).better


def test_a_gain_on_one_cluster_alone_is_none():
    worth = np.where(CLUSTERS == 0, 1.0, 0.0)
    model = Measured(np.arange(len(CLUSTERS)), SEEDS, (mean_over(worth, CLUSTERS),) * 3)
    nothing = Measured(np.arange(len(CLUSTERS)), (), (mean_over(0 * worth, CLUSTERS),))
    found = verdict(model, nothing)
    assert found.over_seeds is not None
    assert found.over_seeds.low > 0
    assert not found.better


def test_a_gain_that_one_of_four_clusters_makes_is_none():
    clusters = np.arange(4)
    model, nothing = (
        Measured(clusters, (), (mean_over(np.array(values), clusters),))
        for values in ([0.1, 0.1, 0.1, 1.5], [0.0, 0.0, 0.0, 0.0])
    )
    found = compare(model, nothing, Resampler(clusters))
    assert found.gain["low"] > 0 > found.over_clusters.low
    assert not found.better


def lucky(draw, by_cluster, by_seed):
    """A model that is worth nothing but what four repositories and three seeds happen to give it."""
    clusters = np.arange(4)
    values = draw.normal(0, by_cluster, 4)
    return Measured(clusters, SEEDS, tuple(mean_over(values + draw.normal(0, by_seed), clusters) for _ in SEEDS))


@pytest.mark.slow
@pytest.mark.parametrize(("by_cluster", "by_seed"), [(1.0, 0.0), (0.0, 1.0), (1.0, 1.0)])
def test_of_models_that_are_only_lucky_few_are_called_better(by_cluster, by_seed):
    draw, clusters = np.random.default_rng(0), np.arange(4)
    nothing = Measured(clusters, (), (mean_over(np.zeros(4), clusters),))
    found = [compare(lucky(draw, by_cluster, by_seed), nothing, Resampler(clusters)) for _ in range(400)]
    by_draws_alone = np.mean([one.gain["low"] > 0 for one in found])
    assert by_draws_alone > 0.06
    assert np.mean([one.better for one in found]) <= 0.04


def test_a_system_that_draws_nothing_stands_for_itself_on_every_seed():
    fixed = measured(0.0, ())
    repeated = Measured(fixed.questions, SEEDS, fixed.statistics * 3)
    model = measured(0.1, seed=1)
    assert verdict(model, fixed) == verdict(model, repeated)


def test_of_two_systems_that_draw_nothing_the_clusters_decide():
    found = verdict(measured(0.1, ()), measured(0.0, (), seed=1))
    assert found.over_seeds is None
    assert found.better


def test_less_is_more_of_a_loss_that_is_negated():
    losses = [np.full(len(CLUSTERS), loss) for loss in (1.0, 2.0)]
    small, large = (Measured(np.arange(len(CLUSTERS)), SEEDS, (mean_over(-loss, CLUSTERS),) * 3) for loss in losses)
    assert verdict(small, large).better


@pytest.mark.parametrize(
    ("model", "other", "message"),
    [
        (measured(0.1, (0, 1)), measured(0.0, (0, 1)), r"seeds \[0, 1\]: a comparison takes 3 trainings at least"),
        (measured(0.1, (0,)), measured(0.0, ()), r"seeds \[0\]: a comparison takes 3"),
        (measured(0.1), measured(0.0, (3, 4, 5)), r"seeds \[0, 1, 2\] against \[3, 4, 5\]: train both on the same"),
        (measured(0.1), measured(0.0, questions=100), "answered 200 and 100 questions that are not the same"),
    ],
)
def test_what_cannot_be_compared_is_refused(model, other, message):
    with pytest.raises(ModelError, match=message):
        verdict(model, other)


def test_questions_in_another_order_are_refused():
    model = measured(0.1)
    with pytest.raises(ModelError, match="not the same in the same order"):
        verdict(model, Measured(model.questions[::-1], SEEDS, model.statistics))


def test_one_cluster_is_refused():
    with pytest.raises(ModelError, match="one cluster"):
        compare(measured(0.1), measured(0.0), Resampler(np.zeros(len(CLUSTERS))))


def test_clusters_of_other_rows_are_refused():
    with pytest.raises(ModelError, match="100 rows have a cluster, 200 questions"):
        compare(measured(0.1), measured(0.0), Resampler(CLUSTERS[:100]))


def test_a_seed_without_its_figure_is_refused():
    statistic = mean_over(np.ones(len(CLUSTERS)), CLUSTERS)
    with pytest.raises(ModelError, match=r"1 statistics for seeds \[0, 1, 2\]"):
        Measured(np.arange(3), SEEDS, (statistic,))
    with pytest.raises(ModelError, match="twice"):
        Measured(np.arange(3), (0, 0), (statistic, statistic))
