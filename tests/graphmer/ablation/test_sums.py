"""Sums come back as they were written, and nothing else is taken for them."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.ablation.sums import read_sums, write_sums
from tests.graphmer.ablation.cases import ITEMS, sums


@pytest.fixture
def file(tmp_path):
    write_sums(tmp_path / "whole.parquet", sums())
    return tmp_path / "whole.parquet"


def test_sums_come_back_to_the_last_bit(file):
    found = read_sums(file)
    assert (found.seeds, found.files) == (sums().seeds, sums().files)
    np.testing.assert_array_equal(found.values, sums().values)
    assert found.asked.tolist() == [[[ITEMS, ITEMS]] * 12] * 3


def test_equal_sums_are_equal_bytes(file, tmp_path):
    write_sums(tmp_path / "again.parquet", sums())
    assert (tmp_path / "again.parquet").read_bytes() == file.read_bytes()


def test_a_file_that_is_not_there_says_what_makes_it(tmp_path):
    with pytest.raises(ModelError, match=r"whole.parquet: no such file; run `dvc repro ablate_graphmer`"):
        read_sums(tmp_path / "whole.parquet")


def test_a_file_that_is_cut_short_is_damaged(file):
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(ModelError, match="not readable as Parquet"):
        read_sums(file)


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.slice(0, len(table) - 1),
        lambda table: table.take(list(range(len(table)))[::-1]),
        lambda table: pa.concat_tables([table, table.slice(0, 1)]),
    ],
    ids=["a row less", "backwards", "a row twice"],
)
def test_seeds_that_were_not_judged_on_the_same_files_are_refused(file, change):
    pq.write_table(change(pq.read_table(file)), file)
    with pytest.raises(ModelError, match="expected each of its files, in order, for each of its seeds"):
        read_sums(file)


def test_what_is_no_number_is_refused(file):
    broken = sums()
    write_sums(file, replace(broken, values=np.full_like(broken.values, np.nan)))
    with pytest.raises(ModelError, match="not a finite number"):
        read_sums(file)


def test_a_table_of_something_else_is_refused(file):
    pq.write_table(pa.table({"seed": ["a"], "file": ["b"]}), file)
    with pytest.raises(ModelError):
        read_sums(file)
