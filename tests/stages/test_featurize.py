"""The stage, in a directory of its own."""

import json

import pyarrow.parquet as pq
import pytest
import yaml

from codegraft.errors import ProgramError
from codegraft.programs.dataset import read_dataset
from codegraft.programs.history import FileHistory, Histories, write_history
from codegraft.programs.labels import write_labels
from codegraft.stages import featurize
from tests.programs.test_dataset import labels, sources


@pytest.fixture
def place(tmp_path, monkeypatch, request):
    params = yaml.safe_load((request.config.rootpath / "params.yaml").read_text(encoding="utf-8"))
    params["programs"] |= {"jobs": 1, "functions": 6, "history": ["alpha.jsonl"]}
    (tmp_path / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
    write_labels(tmp_path / "data/programs/labels.parquet", labels())
    pq.write_table(sources(), tmp_path / "data/sources.parquet", store_schema=False)
    history = FileHistory(*[1] * len(FileHistory.__dataclass_fields__))
    write_history(tmp_path / "alpha.jsonl", Histories("alpha", "c0ffee", {"alpha/m0.py": history}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_features_and_figures_are_written_and_repeat(place):
    written = []
    for _ in range(2):
        featurize.main()
        files = [*sorted((place / "data/features").iterdir()), place / "metrics/features.json"]
        written.append({file.name: file.read_bytes() for file in files})
    assert written[0] == written[1]
    figures = json.loads(written[0]["features.json"])
    assert figures["programs"]["graphs"] == len(read_dataset().programs.graphs)
    assert "temporal.history_known" not in figures["constant_names"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("data/programs/labels.parquet", r"labels\.parquet: no such file; run `dvc repro label`"),
        ("alpha.jsonl", r"alpha\.jsonl: .* write it with `codegraft programs history`"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(place, path, message):
    (place / path).unlink()
    with pytest.raises(ProgramError, match=message):
        featurize.main()
    assert not (place / "data/features").exists()
