import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from codegraft.errors import VerificationError
from codegraft.verify.losses import LOSSES, losses, rise
from codegraft.verify.records import NotMadeError, Records, Series
from tests.pipeline.declared import ROOT

FINITE = st.floats(-1e6, 1e6)


def series(values):
    return Series("plots/some.tsv", "loss", np.array(values, np.float64))


@given(arrays(np.float64, st.integers(2, 60), elements=FINITE))
def test_the_rise_is_that_of_the_mean_of_a_tenth(values):
    rows = len(values) // 10 or 1
    first, last = [values[row] for row in range(rows)], [values[-1 - row] for row in range(rows)]
    assert rise(series(values)) == pytest.approx(sum(last) / rows - sum(first) / rows, abs=1e-6)


@pytest.mark.parametrize(
    ("values", "found"),
    [([2.0, 1.0], -1.0), ([1.0, 1.0], 0.0), ([1.0, 9.0, 2.0], 1.0), ([*[4.0] * 10, *[8.0] * 8, 5.0, 6.0], 1.5)],
)
def test_known_rises(values, found):
    assert rise(series(values)) == found


@pytest.mark.parametrize("values", [[], [1.0], [math.nan, 1.0], [2.0, math.nan]])
def test_without_two_numbers_there_is_no_rise(values):
    assert math.isnan(rise(series(values)))


@pytest.mark.parametrize("model", LOSSES)
def test_the_losses_of_a_model_are_those_that_it_minimises(model):
    found = {(one.file.rpartition("/")[2], one.name) for one in losses(Records(ROOT), model)}
    assert (
        found
        == {
            "embed_nodes": {("loss.csv", f"{kind}_{depth}") for kind in ("train", "held_out") for depth in (1, 2, 3)},
            "graphsage": {("total.tsv", "total")},
            "graphmer": {(f"{name}.tsv", name) for name in ("mlm", "mnm", "mlm_loss", "mnm_loss")},
            "linker": {("losses.csv", f"seed_{seed}") for seed in (0, 1, 2)},
        }[model]
    )


def test_each_seed_is_held_to_each_of_its_losses(root):
    assert len(losses(Records(root), "graphsage")) == 10
    (root / "plots/graphsage/seed_1/plots/metrics/train/total.tsv").unlink()
    with pytest.raises(VerificationError, match=r"4 of train/total.tsv, 5 of validation/total.tsv; .*train_graphsage"):
        losses(Records(root), "graphsage")


def test_no_series_at_all_is_a_stage_to_run(tmp_path):
    with pytest.raises(NotMadeError, match="run `dvc repro train_linker`"):
        losses(Records(tmp_path), "linker")
    (tmp_path / "plots/graphmer").mkdir(parents=True)
    (tmp_path / "plots/graphmer/lr.tsv").write_text("step\tlr\n1\t0.1\n")
    with pytest.raises(VerificationError, match=r"0 of train/mlm\.tsv"):
        losses(Records(tmp_path), "graphmer")
