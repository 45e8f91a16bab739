import dataclasses

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from codegraft.embedding import model as embed_model
from codegraft.embedding.model import (
    EncoderInfo,
    NodeEncoder,
    embed,
    load_node_encoder,
    save_node_encoder,
)
from codegraft.errors import BundleError, ModelError
from codegraft.snapshot.export import Layout, bundle_of
from tests.embedding.forests import TREES, forest, forest_bundle

BUNDLE = forest_bundle(2, 3)
KINDS = tuple(BUNDLE.manifest["node_kind_names"])


def encoder(layers=2, kinds=KINDS):
    torch.manual_seed(0)
    return NodeEncoder(EncoderInfo(kinds, layers, 8, 0, "some snapshot", ("repo1",)))


def naive(encoder, kind, edge_index):
    """The formula of NodeEncoder's docstring, node by node, in float64."""
    h = np.eye(len(encoder.info.kinds) + 1)[kind]
    edges = edge_index.T.tolist()
    for depth, conv in enumerate(encoder.convs):
        h = np.maximum(h, 0) if depth else h
        weights = {name: tensor.detach().double().numpy() for name, tensor in conv.state_dict().items()}
        rows = []
        for i, own in enumerate(h):
            parts = []
            for way, others in (("in", [a for a, b in edges if b == i]), ("out", [b for a, b in edges if a == i])):
                total = h[others].sum(axis=0)
                both = np.concatenate([total / max(len(others), 1), total])
                parts.append(weights[f"conv_{way}.lin_l.weight"] @ both + weights[f"conv_{way}.lin_l.bias"])
            row = weights["lin.weight"] @ own + weights["lin.bias"] + (parts[0] + parts[1]) / 2
            rows.append((row - row.mean()) / np.sqrt(row.var() + 1e-5))
        h = np.array(rows)
    return h


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_an_encoder_computes_its_formula(layers):
    kind = torch.tensor([0, 1, 2, 3, len(KINDS), 1])
    edge_index = torch.tensor([[0, 0, 1, 1, 3, 5, 0], [1, 2, 3, 4, 3, 0, 1]])  # a self-loop, a parallel edge, a cycle
    model = encoder(layers)
    np.testing.assert_allclose(model(kind, edge_index).detach(), naive(model, kind, edge_index), atol=1e-5)


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_an_encoder_sees_as_many_steps_as_it_has_layers_in_both_directions(layers):
    chain = torch.tensor([[0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8]])
    kind = torch.zeros(9, dtype=torch.int64)
    model = encoder(layers)
    before, after = model(kind, chain), model(kind.index_fill(0, torch.tensor([4]), 1), chain)
    changed = torch.nonzero((before != after).any(dim=1)).flatten().tolist()
    assert changed == list(range(4 - layers, 5 + layers))


def test_a_saved_encoder_comes_back_and_says_what_it_was_trained_on(tmp_path):
    saved = encoder()
    save_node_encoder(saved, tmp_path)
    loaded = load_node_encoder(tmp_path, 2)
    assert loaded.info == saved.info
    assert torch.equal(embed(BUNDLE, loaded), embed(BUNDLE, saved))


def test_a_saved_encoder_has_the_same_bytes_every_time(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        save_node_encoder(encoder(), tmp_path / name)
    assert (tmp_path / "a/2_layers.safetensors").read_bytes() == (tmp_path / "b/2_layers.safetensors").read_bytes()


def test_a_depth_that_was_not_trained_is_named(tmp_path):
    save_node_encoder(encoder(), tmp_path)
    with pytest.raises(ModelError, match="no encoder of 3 layers"):
        load_node_encoder(tmp_path, 3)


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\xff" * 8])
def test_a_damaged_encoder_is_refused(tmp_path, content):
    (tmp_path / "2_layers.safetensors").write_bytes(content)
    with pytest.raises(ModelError, match="not a node encoder"):
        load_node_encoder(tmp_path, 2)


def test_an_encoder_that_does_not_say_what_it_is_is_refused(tmp_path):
    save_file({"weight": torch.zeros(2)}, tmp_path / "1_layers.safetensors")
    with pytest.raises(ModelError, match="not a node encoder"):
        load_node_encoder(tmp_path, 1)


def test_an_encoder_under_the_name_of_another_depth_is_refused(tmp_path):
    save_node_encoder(encoder(2), tmp_path)
    (tmp_path / "2_layers.safetensors").rename(tmp_path / "1_layers.safetensors")
    with pytest.raises(ModelError, match="declares 2 layers"):
        load_node_encoder(tmp_path, 1)


def test_weights_of_another_shape_than_declared_are_refused(tmp_path):
    model = encoder(1)
    model.info = dataclasses.replace(model.info, hidden=16)
    save_node_encoder(model, tmp_path)
    assert load_file(tmp_path / "1_layers.safetensors")
    with pytest.raises(ModelError, match="size mismatch"):
        load_node_encoder(tmp_path, 1)


def test_embeddings_do_not_depend_on_how_files_are_packed(monkeypatch):
    whole = embed(BUNDLE, encoder())
    monkeypatch.setattr(embed_model, "EMBED_NODES", 1)
    torch.testing.assert_close(embed(BUNDLE, encoder()), whole)
    assert whole.shape == (len(BUNDLE.x), 8)


def test_kinds_are_matched_by_name_when_the_bundle_lacks_some():
    wider = encoder(kinds=("Alien", *KINDS))
    narrow = NodeEncoder(dataclasses.replace(wider.info, kinds=KINDS))
    known = torch.arange(2 * len(KINDS) + 4) % (len(KINDS) + 2) > 0  # columns of the mean, then of the sum
    narrow.load_state_dict(
        {
            name: weight[:, known[: weight.shape[1]]] if name.startswith("convs.0") and weight.ndim == 2 else weight
            for name, weight in wider.state_dict().items()
        }
    )
    torch.testing.assert_close(embed(BUNDLE, wider), embed(BUNDLE, narrow))


def test_a_bundle_with_kinds_that_the_encoder_never_saw_is_refused():
    with pytest.raises(ModelError, match=f"not trained on the node kinds {KINDS[0]}:"):
        embed(BUNDLE, encoder(kinds=KINDS[1:]))


def test_a_bundle_without_files_cannot_be_embedded():
    with pytest.raises(BundleError, match="node_file"):
        embed(bundle_of(forest(1, 1), dataclasses.replace(TREES, files=False)), encoder())
    with pytest.raises(BundleError, match="parent_edges"):
        embed(bundle_of(forest(1, 1), Layout(files=True)), encoder())
