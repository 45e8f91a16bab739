"""The Parquet that stages write opens as it is where its users work."""

import pandas as pd
import pytest

from codegraft.snapshot.extract.rows import build_snapshot, write_rows
from codegraft.sources import Directory, collect, write_sources


@pytest.fixture
def files(tmp_path):
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "a.py").write_text("def f(x):\n    return x\n")
    collection = collect(directories=[Directory(name="code", path=str(tmp_path / "code"), licence="MIT")])
    write_sources(collection, tmp_path / "sources.parquet", tmp_path / "skipped.csv")
    write_rows(build_snapshot(collection.table), tmp_path / "snapshot")
    return tmp_path


def test_pandas(files):
    assert pd.read_parquet(files / "sources.parquet")["path"].tolist() == ["a.py"]
    assert "Function" in set(pd.read_parquet(files / "snapshot" / "nodes.parquet")["type"])


def test_datasets(files, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from datasets import disable_progress_bars, load_dataset

    disable_progress_bars()
    loaded = load_dataset(
        "parquet", data_files=str(files / "sources.parquet"), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert loaded[0]["text"].startswith("def f")
