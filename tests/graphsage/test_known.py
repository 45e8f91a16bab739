import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from codegraft.errors import ModelError
from codegraft.graphsage.known import Nearest, load_known
from tests.graphsage.served import KNOWN, known_embeddings, write_known


def test_the_nearest_are_those_of_the_greatest_cosine(tmp_path):
    write_known(tmp_path / "known.safetensors")
    nearest = Nearest(load_known(tmp_path / "known.safetensors"))
    asked = known_embeddings()[2:3].numpy()
    cosine = known_embeddings().numpy() @ asked[0]
    order = np.argsort(-cosine)[:4]
    found = nearest.to(asked, 4)
    assert [near.program for near in found] == [KNOWN[place]["program"] for place in order]
    assert [near.problem for near in found] == [KNOWN[place]["problem"] for place in order]
    np.testing.assert_allclose([near.similarity for near in found], cosine[order], atol=1e-6)
    assert found[0].similarity == pytest.approx(1)


def test_no_more_are_found_than_are_known(tmp_path):
    write_known(tmp_path / "known.safetensors")
    assert len(Nearest(load_known(tmp_path / "known.safetensors")).to(known_embeddings()[:1].numpy(), 99)) == len(KNOWN)


def test_who_knows_nothing_finds_nothing(tmp_path):
    save_file({"embedding": torch.zeros(0, 16)}, tmp_path / "known.safetensors", {"programs": "[]"})
    assert Nearest(load_known(tmp_path / "known.safetensors")).to(known_embeddings()[:1].numpy(), 5) == []


def damaged(path, kind):
    embedding, programs = known_embeddings(), json.dumps(KNOWN)
    if kind == "truncated":
        write_known(path)
        path.write_bytes(path.read_bytes()[:-10])
    elif kind == "not safetensors":
        path.write_bytes(b"PK\x03\x04" + b"\0" * 99)
    elif kind == "no names":
        save_file({"embedding": embedding}, path)
    elif kind == "names of another kind":
        save_file({"embedding": embedding}, path, {"programs": "[1, 2]"})
    elif kind == "fewer names":
        save_file({"embedding": embedding}, path, {"programs": json.dumps(KNOWN[:3])})
    elif kind == "not finite":
        save_file({"embedding": embedding * torch.nan}, path, {"programs": programs})
    elif kind == "another tensor":
        save_file({"weights": embedding}, path, {"programs": programs})


@pytest.mark.parametrize(
    "kind",
    ["missing", "truncated", "not safetensors", "no names", "names of another kind", "fewer names", "not finite",
     "another tensor"],
)  # fmt: skip
def test_what_is_damaged_is_refused_with_what_to_do(tmp_path, kind):
    damaged(tmp_path / "known.safetensors", kind)
    with pytest.raises(ModelError, match=r"known\.safetensors: .*dvc repro train_graphsage"):
        load_known(tmp_path / "known.safetensors")
