"""The stage, in a directory of its own."""

import json
import shutil

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
from safetensors.numpy import save_file

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import save_model_for_inference
from codegraft.graphsage.evaluate.predictions import CONFIDENCES, HEADS
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.graphsage.places import MODEL_DIRECTORY, MODEL_FILE
from codegraft.programs.dataset import FEATURES_DIRECTORY, write_features
from codegraft.programs.labels import LABELS_FILE, write_labels
from codegraft.sources import SCHEMA, SOURCES_FILE
from codegraft.stages import evaluate_graphsage
from tests.graphsage.evaluate.small import VOCABULARIES, dataset, labels, oracle


@pytest.fixture
def place(tmp_path, monkeypatch, request):
    """What the stages before it leave behind."""
    shutil.copy(request.config.rootpath / "params.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    data = dataset()
    write_features(FEATURES_DIRECTORY, data)
    write_labels(LABELS_FILE, labels())
    pq.write_table(SCHEMA.empty_table(), SOURCES_FILE)
    said = oracle(data)
    asked = np.flatnonzero(np.isfinite(said.confidence[0]))
    columns = {
        "program": np.tile(np.asarray(data.programs.rows["program"])[asked], 2).tolist(),
        "seed": np.repeat([0, 1], len(asked)),
        "confidence": said.confidence[:, asked].ravel(),
    }
    MODEL_DIRECTORY.mkdir(parents=True)
    pq.write_table(pa.table(columns), MODEL_DIRECTORY / CONFIDENCES)
    save_file({name: getattr(said, name) for name in said._fields[1:]}, MODEL_DIRECTORY / HEADS)
    torch.manual_seed(0)
    model = GraphSAGE(ModelConfig(2, 2)).eval()
    save_model_for_inference(model, MODEL_FILE, vocabularies=VOCABULARIES, trained_on={"seed": 0})
    return tmp_path


@pytest.mark.slow
def test_figures_pictures_and_answers_are_written_and_repeat(place):
    evaluate_graphsage.main()
    outputs = [
        evaluate_graphsage.METRICS,
        evaluate_graphsage.HUMANEVAL_METRICS,
        evaluate_graphsage.HUMANEVAL_PREDICTIONS,
        *sorted(evaluate_graphsage.PLOTS.iterdir()),
    ]
    assert [path.name for path in outputs[3:]] == ["embedding.png", "reliability.png", "roc.png"]
    first = [path.read_bytes() for path in outputs]
    evaluate_graphsage.main()
    assert [path.read_bytes() for path in outputs] == first
    assert json.loads(first[0])["confidence"]["auroc_within_problem"]["mean"] > 0.9
    assert json.loads(first[1])["problems"] == 164


def test_without_a_model_nothing_is_written(place):
    shutil.rmtree(MODEL_DIRECTORY)
    with pytest.raises(ModelError, match="run `dvc repro train_graphsage`"):
        evaluate_graphsage.main()
    assert not (place / "metrics").exists()
    assert not (place / "plots").exists()
