import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from safetensors.numpy import save_file

from codegraft.errors import ModelError
from codegraft.graphsage.evaluate.predictions import CONFIDENCES, HEADS, read_predictions
from tests.graphsage.evaluate.small import dataset, oracle


@pytest.fixture(scope="module")
def data():
    return dataset()


@pytest.fixture
def written(data, tmp_path):
    """The directory of what an oracle said, and the oracle's own."""
    said = oracle(data)
    program, split = (np.asarray(data.programs.rows[name]) for name in ("program", "split"))
    asked = np.flatnonzero(split != "train")
    columns = {
        "program": np.tile(program[asked], 2).tolist(),
        "seed": np.repeat([3, 8], len(asked)),
        "confidence": said.confidence[:, asked].ravel().astype(np.float32),
    }
    pq.write_table(pa.table(columns), tmp_path / CONFIDENCES)
    save_file({name: getattr(said, name) for name in said._fields[1:]}, tmp_path / HEADS)
    return tmp_path, said


def test_what_was_written_is_read(data, written):
    place, said = written
    found = read_predictions(place, data)
    asked = np.flatnonzero(np.asarray(data.programs.rows["split"]) != "train")
    assert np.allclose(found.confidence[:, asked], said.confidence[:, asked])
    for name in said._fields[1:]:
        assert np.array_equal(getattr(found, name), getattr(said, name))


@pytest.mark.parametrize("name", [CONFIDENCES, HEADS])
def test_what_is_missing_is_named(data, written, name):
    place, _ = written
    (place / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}.*run `dvc repro train_graphsage`"):
        read_predictions(place, data)


@pytest.mark.parametrize("name", [CONFIDENCES, HEADS])
def test_what_is_truncated_is_said(data, written, name):
    place, _ = written
    (place / name).write_bytes((place / name).read_bytes()[:-40])
    with pytest.raises(ModelError, match="damaged or not of this data set"):
        read_predictions(place, data)


def test_predictions_of_other_programs_are_refused(data, written):
    place, _ = written
    table = pq.read_table(place / CONFIDENCES)
    other = pa.array(["f" * 16] * len(table))
    pq.write_table(table.set_column(0, "program", other), place / CONFIDENCES)
    with pytest.raises(ModelError, match=r"not of this data set.*f{16}"):
        read_predictions(place, data)


def test_a_program_too_few_is_refused(data, written):
    place, _ = written
    pq.write_table(pq.read_table(place / CONFIDENCES).slice(1), place / CONFIDENCES)
    with pytest.raises(ModelError, match="has no confidence"):
        read_predictions(place, data)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: {"rows": said.rows[1:]},
        lambda said: {"bugs": said.bugs[:, :, :1]},
        lambda said: {"imports": said.imports * np.nan},
        lambda said: {"embedding": said.embedding[:1]},
    ],
)
def test_heads_that_do_not_fit_are_refused(data, written, change):
    place, said = written
    save_file({**said._asdict(), **change(said)}, place / HEADS)
    with pytest.raises(ModelError, match="damaged or not of this data set"):
        read_predictions(place, data)
