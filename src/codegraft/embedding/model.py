"""Node encoders: SAGEConv in both directions of the edges, saved with what they were trained on."""

import json
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn
from torch_geometric.nn import DirGNNConv, SAGEConv

from codegraft.embedding.data import file_graph, pack
from codegraft.errors import ModelError, plain
from codegraft.snapshot.bundle import TensorBundle

EMBED_NODES = 50_000
"""Nodes per batch of :func:`embed`; files stay whole, so the size changes memory and not the result."""


@dataclass(frozen=True)
class EncoderInfo:
    """What an encoder is and what it was trained on.

    Attributes:
        kinds: node kinds in the order of its input columns.
        layers: number of convolutions.
        hidden: width of each.
        seed: of initialisation and training.
        snapshot: id of the snapshot.
        held_out: repositories (or files, of a single repository) that it has not seen.
    """

    kinds: tuple[str, ...]
    layers: int
    hidden: int
    seed: int
    snapshot: str
    held_out: tuple[str, ...]


class NodeEncoder(nn.Module):
    r"""Node embeddings from the kinds around a node.

    .. math::
        \mathbf{h}_i \leftarrow \mathbf{W}_1 \mathbf{h}_i
            + \tfrac{1}{2} \mathbf{W}_2 \operatorname{agg}_{j \to i} \mathbf{h}_j
            + \tfrac{1}{2} \mathbf{W}_3 \operatorname{agg}_{i \to j} \mathbf{h}_j,
        \qquad \operatorname{agg} \mathbf{h} = [\operatorname{mean} \mathbf{h}, \operatorname{sum} \mathbf{h}]

    per layer, with biases, then LayerNorm; ReLU between layers: `"Inductive Representation Learning on Large Graphs"
    <https://arxiv.org/abs/1706.02216>`_ with weights of its own for each direction as in `"Edge Directionality Improves
    Learning on Heterophilic Graphs" <https://arxiv.org/abs/2305.10498>`_, because a node's parent and its children say
    different things. The sum keeps how many neighbours there are, which the mean loses; LayerNorm keeps the sums of
    long literals, of thousands of neighbours, from drowning the rest. Edge types are not told apart.

    Shapes:
        - **input:** kind codes int64 [N], where ``len(kinds)`` stands for a hidden kind; edge_index int64 [2, E]
        - **output:** float32 [N, hidden]
    """

    def __init__(self, info: EncoderInfo) -> None:
        super().__init__()
        self.info = info
        widths = [len(info.kinds) + 1, *[info.hidden] * info.layers]
        self.convs = nn.ModuleList(DirGNNConv(SAGEConv(*pair, aggr=["mean", "sum"])) for pair in pairwise(widths))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for width in widths[1:])

    def forward(self, kind: Tensor, edge_index: Tensor) -> Tensor:
        """Embed the nodes of one graph."""
        h = nn.functional.one_hot(kind, len(self.info.kinds) + 1).float()
        for depth, (conv, norm) in enumerate(zip(self.convs, self.norms, strict=True)):
            h = norm(conv(h.relu() if depth else h, edge_index))
        return h


class KindPredictor(nn.Module):
    """An encoder, ReLU, and a linear head over kinds: int64 [N], int64 [2, E] -> logits float32 [N, kinds].

    Without the ReLU a network of one layer would be a linear model of counts.
    """

    def __init__(self, info: EncoderInfo) -> None:
        super().__init__()
        self.encoder = NodeEncoder(info)
        self.head = nn.Linear(info.hidden, len(info.kinds))

    def forward(self, kind: Tensor, edge_index: Tensor) -> Tensor:
        """Logits of every node."""
        logits: Tensor = self.head(self.encoder(kind, edge_index).relu())
        return logits


def save_node_encoder(encoder: NodeEncoder, temporary: Path) -> None:
    """Write ``<layers>_layers.safetensors`` into an existing directory."""
    weights = {name: tensor.detach().cpu() for name, tensor in encoder.state_dict().items()}
    metadata = {"encoder": json.dumps(asdict(encoder.info), sort_keys=True)}
    _file(temporary, encoder.info.layers).write_bytes(save(weights, metadata))


def load_node_encoder(directory: str | Path, layers: int) -> NodeEncoder:
    """Read the encoder of that depth, on the CPU, ready for use.

    Raises:
        ModelError: there is none, it is damaged, or its weights do not have the shape that it declares.
    """
    path = _file(Path(directory), layers)
    if not path.is_file():
        raise ModelError(f"{path}: no encoder of {layers} layers; add it to embed_nodes.layers in params.yaml")
    try:
        with safe_open(path, framework="pt") as file:
            info = _info(json.loads((file.metadata() or {})["encoder"]))
            weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        if info.layers != layers:
            raise ValueError(f"it declares {info.layers} layers")
        with torch.device("meta"):
            encoder = NodeEncoder(info)
        # The shapes cost nothing before they are known to be those of the weights.
        encoder.load_state_dict(weights, assign=True)
    except (SafetensorError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise ModelError(f"{path}: not a node encoder ({plain(error)}); run `dvc repro embed_nodes`") from None
    return encoder.eval()


@torch.no_grad()
def embed(bundle: TensorBundle, encoder: NodeEncoder) -> Tensor:
    """Embeddings of all nodes of a bundle, every kind visible: float32 [N, hidden] on the CPU.

    Raises:
        BundleError: the bundle lacks files, kinds or syntax-tree edges.
        ModelError: the bundle has node kinds that the encoder was not trained on.
    """
    graph, known = file_graph(bundle), encoder.info.kinds
    unknown = sorted(set(graph.kinds) - set(known))
    if unknown:
        raise ModelError(f"the encoder was not trained on the node kinds {', '.join(unknown)}: train it on this bundle")
    code = torch.tensor([known.index(kind) for kind in graph.kinds])
    device = next(encoder.parameters()).device
    result = torch.empty(len(graph.kind), encoder.info.hidden)
    for batch in pack(graph, np.flatnonzero(graph.size), EMBED_NODES):
        result[batch.rows] = encoder(code[batch.kind].to(device), batch.edge_index.to(device)).cpu()
    return result


def _file(directory: Path, layers: int) -> Path:
    return directory / f"{layers}_layers.safetensors"


def _info(fields: dict[str, Any]) -> EncoderInfo:
    lists = {name: tuple(fields[name]) for name in ("kinds", "held_out")}  # JSON has no tuples
    return EncoderInfo(**{**fields, **lists})
