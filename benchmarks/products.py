"""Limits for a network's time: its matrix products and nothing else, and reading its weights once."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper

from benchmarks.dense_network import WIDTHS
from codegraft.graphsage.model import CODE_WIDTH, HEAD_WIDTH, ModelConfig
from codegraft.graphsage.onnx import IR_VERSION, OPSET, open_session

Shapes = list[tuple[int, int, int]]
"""(m, k, n) of products [m, k] @ [k, n]."""

_DENSE_HEADS: Final = ((512, 512), (128, 1), (256, 500), (128, 50))


def graph_products(units: int, config: ModelConfig) -> Shapes:
    """Those of the graph network as it is served, for a program of so many units."""
    layers = [(units, inputs, 2 * outputs) for inputs, outputs in pairwise((config.inputs, *config.hidden))]
    return [*layers, *_heads(1, config)]


def training_products(
    units: int, values: int, neighbourhoods: int, programs: int, config: ModelConfig
) -> tuple[Shapes, Shapes]:
    """Those of a step of its training, forward and backward, without and with the products of zeros.

    Args:
        units: of the batch.
        values: non-zero features of a unit.
        neighbourhoods: distinct ones of the batch.
        programs: of the batch.
        config: of the network.
    """
    first, *hidden = config.hidden
    layers = [
        shape
        for inputs, outputs in pairwise((first, *hidden))
        for shape in ((units, inputs, outputs), (neighbourhoods, inputs, outputs))
    ]
    later = [*backward(layers), *backward(_heads(programs, config))]
    sparse, dense = ([(units, inputs, 2 * first), (inputs, units, 2 * first)] for inputs in (values, config.inputs))
    return [*sparse, *later], [*dense, *later]


def dense_products(rows: int) -> Shapes:
    """Those of the dense network for so many vectors."""
    layers = [(rows, inputs, outputs) for inputs, outputs in pairwise(WIDTHS) for _ in range(2)]
    return [
        *layers,
        *((rows, WIDTHS[-1], hidden) for hidden, _ in _DENSE_HEADS),
        *((rows, *head) for head in _DENSE_HEADS),
    ]


def backward(forward: Shapes) -> Shapes:
    """The products themselves, and those of the gradients of both of their matrices."""
    return [shape for m, k, n in forward for shape in ((m, k, n), (m, n, k), (k, m, n))]


def gigaflop(shapes: Shapes) -> float:
    """Multiplications and additions, in 10⁹."""
    return sum(2 * m * k * n for m, k, n in shapes) / 1e9


def float32_products(shapes: Shapes) -> Callable[[], None]:
    """Nothing but the products of these shapes."""
    triples = [(torch.rand(m, k), torch.rand(k, n), torch.empty(m, n)) for m, k, n in shapes]

    def run() -> None:
        for left, right, out in triples:
            torch.mm(left, right, out=out)

    return run


def int8_products(shapes: Shapes) -> Callable[[], object]:
    """Nothing but the products of these shapes of 8-bit integers, as the runtime of the served model computes them."""
    names = [(f"left_{place}", f"right_{place}", f"out_{place}") for place in range(len(shapes))]
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", [left, right], [out]) for left, right, out in names],
        "products",
        [
            helper.make_tensor_value_info(left, TensorProto.UINT8, shape[:2])
            for (left, _, _), shape in zip(names, shapes, strict=True)
        ],
        [helper.make_tensor_value_info(out, TensorProto.INT32, None) for _, _, out in names],
        [
            numpy_helper.from_array(np.ones(shape[1:], np.int8), right)
            for (_, right, _), shape in zip(names, shapes, strict=True)
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    session = open_session(model.SerializeToString())
    feed = {left: np.ones(shape[:2], np.uint8) for (left, _, _), shape in zip(names, shapes, strict=True)}
    return lambda: session.run(None, feed)


def reading(size: int) -> Callable[[], object]:
    """Reading so many bytes once."""
    return torch.rand(size // 4).sum


def _heads(rows: int, config: ModelConfig) -> Shapes:
    """Readout and heads, whose first layers are one product."""
    last = [
        (rows, config.embedding, config.embedding),
        (rows, HEAD_WIDTH, 1),
        (rows, CODE_WIDTH, config.imports),
        (rows, HEAD_WIDTH, config.bugs),
    ]
    return [
        (rows, 3 * config.hidden[-1], CODE_WIDTH),
        (rows, CODE_WIDTH, config.embedding + HEAD_WIDTH + CODE_WIDTH + HEAD_WIDTH),
        *last,
    ]
