"""The network as ONNX, for serving one program at a time on a CPU.

    path.write_bytes(onnx_model(trained.model))
    session = open_session(onnx_model(trained.model, int8=True))

The graph is written here node by node rather than traced: each layer's two products are one, the first layers of the
four heads are one, and a neighbour's part is weighted as it is added to the other part, so that no sum is ever stored.
Inputs are ``x`` float32 [units, 978] and ``edge_index`` int64 [2, edges], both of any length; outputs are those of
:class:`codegraft.graphsage.model.Predictions` for the one program.

In float32 it says what the network says, within 1e-5. ``int8`` stores the large matrices as 8-bit integers with a scale
for each column, and rounds what they are multiplied by to 8 bits with a scale for each program: a quarter of the size,
about twice as fast. What that costs is measured by :mod:`codegraft.graphsage.benchmark`.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from codegraft.graphsage.model import GraphSAGE, ModelConfig

OPSET: Final = 18
"""The first in which ScatterND adds."""

IR_VERSION: Final = 9
"""Version of the file format: one that runtimes from 2023 on read."""

HEADS: Final = ("embedding", "confidence", "imports", "bugs")
"""Outputs, in the order of ``Predictions``."""

LEAST_QUANTIZED: Final = 1 << 15
"""Weights of a matrix below which 8 bits save less time than rounding its input costs."""

_MICROSOFT: Final = "com.microsoft"

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Floats]


def onnx_model(model: GraphSAGE, *, int8: bool = False) -> bytes:
    """The network, in eval mode, as an ONNX file; equal weights give equal bytes."""
    weights = {name: tensor.detach().cpu().numpy() for name, tensor in model.state_dict().items()}
    graph = _Graph(int8)
    neighbours = _neighbours(graph)
    h = "x"
    for layer, widths in enumerate(pairwise((model.config.inputs, *model.config.hidden))):
        new = _convolution(graph, weights, layer, h, neighbours)
        h = graph.add("Add", h, new) if widths[0] == widths[1] else new
    outputs = _heads(graph, weights, _readout(graph, weights, h), _direct(graph, weights, model.config))
    return graph.finished(outputs, model.config)


def open_session(content: bytes) -> onnxruntime.InferenceSession:
    """An ONNX file ready to run, in the thread that calls it: a second thread gains nothing at this size."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


class _Graph:
    """Nodes and constants under way to an ONNX file."""

    def __init__(self, int8: bool) -> None:
        self._int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._names = 0

    def constant(self, value: npt.ArrayLike) -> str:
        """Store an array; its name."""
        name = self._new_name()
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output; its name."""
        name = self._new_name()
        self._nodes.append(helper.make_node(operator, inputs, [name], domain=domain, **attributes))
        return name

    def split(self, value: str, widths: Sequence[int]) -> list[str]:
        """Parts of these widths of the last axis."""
        names = [self._new_name() for _ in widths]
        self._nodes.append(helper.make_node("Split", [value, self.constant(list(widths))], names, axis=-1))
        return names

    def linear(self, value: str, weight: Floats, bias: Floats) -> str:
        """``value @ weight + bias``."""
        if self._int8 and weight.size >= LEAST_QUANTIZED:
            scale = np.maximum(np.abs(weight).max(axis=0), np.finfo(np.float32).tiny) / np.float32(127)
            rounded = np.round(weight / scale).astype(np.int8)
            parts = rounded, scale, np.zeros(len(scale), np.int8), bias
            return self.add("DynamicQuantizeMatMul", value, *map(self.constant, parts), domain=_MICROSOFT)
        return self.add("Add", self.add("MatMul", value, self.constant(weight)), self.constant(bias))

    def finished(self, outputs: Mapping[str, str], config: ModelConfig) -> bytes:
        """The file: ``outputs`` are final name -> name."""
        one = {"embedding": config.embedding, "imports": config.imports, "bugs": config.bugs}
        widths = {name: [1, one[name]] if name in one else [1] for name in outputs}
        self._nodes += [helper.make_node("Identity", [value], [name]) for name, value in outputs.items()]
        graph = helper.make_graph(
            self._nodes,
            "graphsage",
            [
                helper.make_tensor_value_info("x", TensorProto.FLOAT, ["units", config.inputs]),
                helper.make_tensor_value_info("edge_index", TensorProto.INT64, [2, "edges"]),
            ],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, widths[name]) for name in outputs],
            self._constants,
        )
        versions = [helper.make_opsetid("", OPSET), *([helper.make_opsetid(_MICROSOFT, 1)] if self._int8 else [])]
        model = helper.make_model(graph, opset_imports=versions, ir_version=IR_VERSION, producer_name="codegraft")
        content: bytes = model.SerializeToString(deterministic=True)
        return content

    def _new_name(self) -> str:
        self._names += 1
        return f"v{self._names}"


def _neighbours(graph: _Graph) -> tuple[str, str, str]:
    """Edges both ways: where each leads from [2E] and where to [2E, 1], and its part in the mean there [2E, 1]."""
    flat, last = graph.constant([-1]), graph.constant([1])
    turned = graph.add("Gather", "edge_index", graph.constant([1, 0]), axis=0)
    begin, end = graph.add("Reshape", "edge_index", flat), graph.add("Reshape", turned, flat)
    place = graph.add("Unsqueeze", end, last)
    units = graph.add("Shape", "x", start=0, end=1)
    none = graph.add("ConstantOfShape", units, value=numpy_helper.from_array(np.zeros(1, np.float32)))
    one = graph.add("ConstantOfShape", graph.add("Shape", end), value=numpy_helper.from_array(np.ones(1, np.float32)))
    degree = graph.add("ScatterND", none, place, one, reduction="add")
    part = graph.add("Reciprocal", graph.add("Gather", degree, end))
    return begin, place, graph.add("Unsqueeze", part, last)


def _convolution(graph: _Graph, weights: Weights, layer: int, h: str, neighbours: tuple[str, str, str]) -> str:
    begin, place, part = neighbours
    own, of_others = (weights[f"convs.{layer}.{name}.weight"].T for name in ("lin_r", "lin_l"))
    bias = weights[f"convs.{layer}.lin_l.bias"]
    weight = np.concatenate([own, of_others], axis=1)
    scaled = weight * weights["scale"][:, None] if layer == 0 else weight
    both = graph.linear(h, scaled, np.concatenate([bias, np.zeros_like(bias)]))
    own_part, sent = graph.split(both, [len(bias), len(bias)])
    received = graph.add("Mul", graph.add("Gather", sent, begin), part)
    total = graph.add("ScatterND", own_part, place, received, reduction="add")
    scale, shift = (graph.constant(weights[f"norms.{layer}.{name}"]) for name in ("weight", "bias"))
    return graph.add("Relu", graph.add("LayerNormalization", total, scale, shift, axis=-1))


def _readout(graph: _Graph, weights: Weights, h: str) -> str:
    first = graph.constant([0])
    mean, greatest = (graph.add(operator, h, first, keepdims=1) for operator in ("ReduceMean", "ReduceMax"))
    parts = graph.add("Concat", mean, greatest, graph.add("Gather", h, first), axis=1)
    code = graph.linear(parts, weights["readout.weight"].T, weights["readout.bias"])
    scale, shift = (graph.constant(weights[f"readout_norm.{name}"]) for name in ("weight", "bias"))
    return graph.add("Relu", graph.add("LayerNormalization", code, scale, shift, axis=-1))


def _direct(graph: _Graph, weights: Weights, config: ModelConfig) -> dict[str, str]:
    """Name -> what the pooled features add to that head, [1, width]; the confidence exactly, in 8 bits too."""
    first = graph.constant([0])
    mean, greatest, total = (
        graph.add(operator, "x", first, keepdims=1) for operator in ("ReduceMean", "ReduceMax", "ReduceSum")
    )
    log = graph.add("Log", graph.add("Add", total, graph.constant(np.ones(1, np.float32))))
    features = graph.add("Concat", mean, greatest, log, axis=1)
    centred = graph.add("Sub", features, graph.constant(weights["direct.mean"]))
    standard = graph.add("Mul", centred, graph.constant(weights["direct.scale"]))
    logits = weights["direct.logits"] * weights["direct.pace"][:, None]
    rest = np.concatenate([logits[1:], weights["direct.embedding"]]).T
    said = graph.linear(standard, rest, np.zeros(rest.shape[1], np.float32))
    imports, bugs, embedding = graph.split(said, [config.imports, config.bugs, config.embedding])
    confidence = graph.add("MatMul", standard, graph.constant(logits[:1].T))
    return {"embedding": embedding, "confidence": confidence, "imports": imports, "bugs": bugs}


def _heads(graph: _Graph, weights: Weights, code: str, direct: Mapping[str, str]) -> dict[str, str]:
    """Name -> output; ``direct`` is added to each.

    A head is Linear, ReLU, dropout, Linear: its weights are numbers 0 and 3. That of an empty vocabulary has none.
    """
    heads = [name for name in HEADS if f"{name}.0.weight" in weights]
    first = np.concatenate([weights[f"{name}.0.weight"].T for name in heads], axis=1)
    bias = np.concatenate([weights[f"{name}.0.bias"] for name in heads])
    hidden = graph.add("Relu", graph.linear(code, first, bias))
    parts = graph.split(hidden, [len(weights[f"{name}.0.bias"]) for name in heads])
    said = {
        name: graph.linear(part, weights[f"{name}.3.weight"].T, weights[f"{name}.3.bias"])
        for name, part in zip(heads, parts, strict=True)
    }
    outputs = {name: graph.add("Add", said[name], direct[name]) if name in said else direct[name] for name in HEADS}
    outputs["embedding"] = graph.add("LpNormalization", outputs["embedding"], axis=1, p=2)
    outputs["confidence"] = graph.add("Squeeze", outputs["confidence"], graph.constant([1]))
    return outputs
