"""A small network with random weights, on disk as the training leaves one."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from codegraft.graphsage.checkpoint import TrainedModel, load_model_for_inference, save_model_for_inference
from codegraft.graphsage.direct import POOLS
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.programs.graph import FEATURES
from codegraft.programs.vocabulary import Vocabularies

VOCABULARIES = Vocabularies(imports={"sys": 9, "collections": 7, "array": 5}, bugs={"off_by_one": 6, "wrong_call": 5})
KNOWN = [
    {"program": f"{number:016x}", "problem": f"problem_{number % 3}", "split": "train", "origin": "correct",
     "language": "python"}
    for number in range(7)
]  # fmt: skip


def network(seed: int = 0, imports: int = 3, bugs: int = 2) -> GraphSAGE:
    torch.manual_seed(seed)
    model = GraphSAGE(ModelConfig(imports=imports, bugs=bugs, hidden=(64, 64, 32), embedding=16)).eval()
    model.fit_inputs(torch.rand(FEATURES))
    model.direct.fit(torch.rand(9, POOLS * FEATURES))
    torch.nn.init.normal_(model.direct.logits, std=0.01)
    return model


def known_embeddings() -> torch.Tensor:
    torch.manual_seed(1)
    return torch.nn.functional.normalize(torch.randn(len(KNOWN), 16), dim=1)


def write_known(path: Path) -> None:
    save_file({"embedding": known_embeddings()}, path, {"programs": json.dumps(KNOWN)})


def write_served(directory: Path, *, seed: int = 0, temperature: float = 2.0, known: bool = True) -> Path:
    """Write model.pt and what the model knows; the path of the first."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "model.pt"
    save_model_for_inference(
        network(seed), path, vocabularies=VOCABULARIES, temperature=temperature, trained_on={"seed": seed, "epoch": 3}
    )
    if known:
        write_known(directory / "retrieval.safetensors")
    return path


def trained(directory: Path) -> TrainedModel:
    return load_model_for_inference(write_served(directory))
