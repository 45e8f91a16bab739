"""The programs that a model knows, by their embeddings, and which of them are like another.

Nearest(load_known("models/graphsage/retrieval.safetensors")).to(embedding, 5)
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper
from safetensors import SafetensorError, safe_open

from codegraft.errors import ModelError, plain
from codegraft.files import refuse_unbounded
from codegraft.graphsage.onnx import IR_VERSION, OPSET, open_session

_TRAIN: Final = "run `dvc repro train_graphsage`"


class Neighbour(NamedTuple):
    """A known program: its id, what it is for, whether its source calls it correct, and how alike the two are: the
    cosine of their embeddings."""

    program: str
    problem: str
    origin: str
    similarity: float


@dataclass(frozen=True, eq=False)
class KnownPrograms:
    """Programs that a model knows.

    Attributes:
        names: [n] program, problem and origin of each.
        embeddings: float32 [n, width] of unit length.
    """

    names: list[tuple[str, str, str]]
    embeddings: npt.NDArray[np.float32]


def load_known(path: str | Path) -> KnownPrograms:
    """Known programs as the training writes them: see :mod:`codegraft.graphsage.outputs`.

    Raises:
        ModelError: the file is missing, damaged or contradicts itself.
    """
    try:
        refuse_unbounded(path)
        with safe_open(path, framework="numpy") as file:
            programs: Any = json.loads((file.metadata() or {})["programs"])
            embeddings = file.get_tensor("embedding")
        names = [(str(one["program"]), str(one["problem"]), str(one["origin"])) for one in programs]
    except FileNotFoundError:
        raise ModelError(f"{path}: no such file; {_TRAIN}") from None
    except (OSError, SafetensorError, AttributeError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelError(f"{path}: not the embeddings of known programs ({plain(repr(error))}); {_TRAIN}") from None
    if embeddings.dtype != np.float32 or embeddings.ndim != 2 or not np.isfinite(embeddings).all():
        raise ModelError(f"{path}: embeddings are {embeddings.dtype} {list(embeddings.shape)} or not finite; {_TRAIN}")
    if len(names) != len(embeddings):
        raise ModelError(f"{path}: {len(names)} programs, {len(embeddings)} embeddings; {_TRAIN}")
    return KnownPrograms(names, embeddings)


class Nearest:
    """Finds the known programs that are most like one. Safe to share between threads."""

    def __init__(self, known: KnownPrograms) -> None:
        self._known = known
        self._session = open_session(_search(known.embeddings))

    def to(self, embedding: npt.NDArray[np.float32], number: int) -> list[Neighbour]:
        """The ``number`` most similar to an embedding [1, width], the most similar first; fewer if fewer are known."""
        number = min(number, len(self._known.names))
        similarity, row = self._session.run(None, {"embedding": embedding, "number": np.array([number])})
        found = zip(row[0].tolist(), similarity[0].tolist(), strict=True)
        return [Neighbour(*(*self._known.names[place], value)) for place, value in found]


def _search(embeddings: npt.NDArray[np.float32]) -> bytes:
    """Product and choice as ONNX: NumPy would start threads of its own for the product."""
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["embedding", "known"], ["similarities"]),
            helper.make_node("TopK", ["similarities", "number"], ["similarity", "row"], axis=-1),
        ],
        "nearest",
        [
            helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, embeddings.shape[1]]),
            helper.make_tensor_value_info("number", TensorProto.INT64, [1]),
        ],
        [
            helper.make_tensor_value_info("similarity", TensorProto.FLOAT, None),
            helper.make_tensor_value_info("row", TensorProto.INT64, None),
        ],
        [numpy_helper.from_array(np.ascontiguousarray(embeddings.T), "known")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    content: bytes = model.SerializeToString()
    return content
