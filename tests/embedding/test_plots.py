import struct

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.embedding.plots import (
    draw_tsne,
    kind_styles,
    project,
    sample_evenly,
    write_accuracies,
    write_losses,
)
from codegraft.embedding.score import Score
from codegraft.embedding.train import Run
from codegraft.snapshot.kinds import NODE_KINDS

KINDS = ("Call", "Literal", "Odd")


def png_chunks(content):
    position, names = 8, []
    while position < len(content):
        (length,) = struct.unpack(">I", content[position : position + 4])
        names.append(content[position + 4 : position + 8].decode())
        position += length + 12
    return names


def draw(path, seed=0):
    kind = torch.tensor([0, 1, 2] * 10)
    plane = np.random.default_rng(seed).normal(size=(30, 2)).astype(np.float32)
    draw_tsne(path, [("left", plane), ("right", plane[::-1])], kind, KINDS, "title", "note")
    return path.read_bytes()


def test_a_picture_has_the_same_bytes_every_time_and_holds_neither_date_nor_program(tmp_path):
    picture = draw(tmp_path / "a.png")
    assert picture == draw(tmp_path / "b.png")
    assert set(png_chunks(picture)) == {"IHDR", "pHYs", "IDAT", "IEND"}
    assert picture != draw(tmp_path / "c.png", seed=1)


def test_every_kind_of_a_snapshot_has_a_look_of_its_own():
    assert len(set(kind_styles(NODE_KINDS).values())) == len(NODE_KINDS)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(1, 60), st.integers(0, 3))
def test_a_sample_takes_equally_of_each_kind_as_far_as_there_are_any(kinds, points, seed):
    kind = torch.tensor(kinds)
    chosen = sample_evenly(kind, points, seed)
    assert chosen.tolist() == sorted(set(chosen.tolist()))
    assert len(chosen) == min(points, len(kinds))
    taken = torch.bincount(kind[chosen], minlength=5)
    left = torch.bincount(kind, minlength=5) - taken
    for unfilled in torch.nonzero(left).flatten():  # a kind with nodes to spare has as many points as any, save one
        assert taken[unfilled] >= taken.max() - 1


def test_a_projection_repeats_itself_at_the_perplexity_that_was_asked_for():
    embeddings = torch.from_numpy(np.random.default_rng(0).normal(size=(40, 8)).astype(np.float32))
    plane = project(embeddings, 30.0, seed=0)
    assert plane.shape == (40, 2)
    np.testing.assert_array_equal(plane, project(embeddings, 30.0, seed=0))
    assert not np.array_equal(plane, project(embeddings, 13.0, seed=0))


def test_a_perplexity_that_the_points_cannot_bear_is_never_lowered():
    with pytest.raises(ValueError, match="perplexity"):
        project(torch.zeros(10, 8), 30.0, seed=0)


def test_series_are_means_over_seeds_beside_flat_baselines(tmp_path):
    def run(*accuracies):
        return Run(None, [2.0, 1.0], [Score(value, 0.0, 0.0, 2 * value) for value in accuracies])

    runs = {1: [run(0.0, 0.25, 0.5), run(0.5, 0.75, 1.0)], 2: [run(0.125, 0.25, 0.5)]}
    write_accuracies(
        tmp_path / "accuracy.csv", runs, {"majority": [Score(value, 0.0, 0.0, 0.0) for value in (0.25, 0.375)]}
    )
    assert (tmp_path / "accuracy.csv").read_text().splitlines() == [
        "epoch,layers_1,layers_2,majority",
        "0,0.25,0.125,0.3125",
        "1,0.5,0.25,0.3125",
        "2,0.75,0.5,0.3125",
    ]
    write_losses(tmp_path / "loss.csv", runs)
    assert (tmp_path / "loss.csv").read_text().splitlines() == [
        "epoch,train_1,held_out_1,train_2,held_out_2",
        "1,2.0,1.0,2.0,0.5",
        "2,1.0,1.5,1.0,1.0",
    ]
