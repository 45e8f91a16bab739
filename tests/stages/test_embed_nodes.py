import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
import yaml

from codegraft.embedding.model import embed, load_node_encoder
from codegraft.snapshot.bundle import load_tensor_bundle, save_bundle
from codegraft.snapshot.export import Layout, bundle_of
from tests.embedding.forests import PARAMS, TREES, forest

ROOT = Path(__file__).parents[2]
OUTPUTS = (
    "metrics/embed_nodes.json",
    "models/node_encoder/1_layers.safetensors",
    "models/node_encoder/2_layers.safetensors",
    "plots/embed_nodes/accuracy.csv",
    "plots/embed_nodes/loss.csv",
    "plots/tsne.png",
)


def workspace(folder, layout=TREES):
    """A folder with a small bundle and the project's parameters made small."""
    params = yaml.safe_load((ROOT / "params.yaml").read_text())
    params["embed_nodes"] = PARAMS.model_copy(update={"epochs": 2}).model_dump()
    folder.mkdir()
    (folder / "params.yaml").write_text(yaml.safe_dump(params | {"threads": 1, "hardware": "cpu"}))
    save_bundle(bundle_of(forest(), layout), folder / "data/bundle.safetensors")
    return folder


def run_stage(folder, hash_seed="0"):
    return subprocess.run(
        [sys.executable, "-m", "codegraft.stages.embed_nodes"],
        cwd=folder,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """The same stage run in two places, in processes of different hash seeds."""
    folders = [workspace(tmp_path_factory.mktemp("stage") / name) for name in ("first", "second")]
    for seed, folder in enumerate(folders):
        done = run_stage(folder, str(seed))
        assert (done.returncode, done.stderr) == (0, "")
    return folders


def test_two_runs_give_the_same_bytes(twice):
    first, second = twice
    assert sorted(str(path.relative_to(first)) for path in first.rglob("*") if path.is_file()) == sorted(
        [*OUTPUTS, "params.yaml", "data/bundle.safetensors", ".codegraft/seconds/embed_nodes.json"]
    )
    for name in OUTPUTS:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_metrics_name_depths_baselines_and_what_was_held_out(twice):
    found = json.loads((twice[0] / "metrics/embed_nodes.json").read_text())
    assert set(found) == {"baselines", "cross_file_edge_share", "interval_covers", "layers", "seeds", "split_by"}
    tables = {"majority", "parent_kind", "neighbour_kinds"}
    assert set(found["baselines"]) == {*tables, "random_encoder_1", "random_encoder_2"}
    assert set(found["layers"]) == {"1", "2"}
    assert {seed: len(drawn["held_out"]) for seed, drawn in found["seeds"].items()} == {"0": 1, "1": 1, "2": 1}


def test_accuracies_stand_beside_every_baseline(twice):
    header = (twice[0] / "plots/embed_nodes/accuracy.csv").read_text().splitlines()[0]
    tables = "majority,parent_kind,neighbour_kinds"
    assert header == f"epoch,layers_1,layers_2,{tables},random_encoder_1,random_encoder_2"


def test_the_encoders_embed_the_bundle_that_they_were_trained_on(twice):
    bundle = load_tensor_bundle(twice[0] / "data/bundle.safetensors")
    encoder = load_node_encoder(twice[0] / "models/node_encoder", 2)
    assert encoder.info.snapshot == bundle.manifest["snapshot"]["id"]
    assert torch.isfinite(embed(bundle, encoder)).all()


def test_a_bundle_without_tree_edges_ends_the_stage_with_what_to_do(tmp_path):
    done = run_stage(workspace(tmp_path / "work", Layout(files=True)))
    assert done.returncode == 1
    assert done.stderr.strip().endswith("set export.parent_edges: true in params.yaml")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "work/models").exists()
