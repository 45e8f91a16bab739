"""What 8-bit weights cost in accuracy: the same programs judged by the network as it is, and by its rounded copy."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.evaluate.multilabel import Said, best_threshold, micro_f1
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.programs.packed import PackedGraphs

LARGEST_SHIFT: Final = 0.02
"""How far rounding may move a confidence at the 95th percentile of programs."""

LARGEST_LOSS: Final = 0.01
"""How much of an AUROC or an F1 it may cost."""

Floats = npt.NDArray[Any]
Feed = dict[str, Floats]


class Judged(NamedTuple):
    """Graphs as a session takes them, and what is true of each: bool [n], or bool [n, names]."""

    feeds: list[Feed]
    true: npt.NDArray[np.bool_]


def feeds_of(graphs: PackedGraphs, rows: Sequence[int] | Floats) -> list[Feed]:
    """The graphs of these numbers as a session takes them."""
    batches = [graphs.batch([int(row)]) for row in rows]
    return [{"x": batch.x.numpy(), "edge_index": batch.edge_index.numpy()} for batch in batches]


def quantization(trained: TrainedModel, programs: Judged, imports: Judged) -> dict[str, float | bool]:
    """How far confidences move, and how well each copy tells right programs from wrong ones and names imports.

    A figure for which there is nothing to tell apart is left out. ``holds`` says whether all losses are bearable.

    Args:
        trained: the model.
        programs: at least one, and whether each passes its tests.
        imports: texts without import statements, and which modules of the vocabulary each imports.
    """
    exact, rounded = (open_session(onnx_model(trained.model, int8=int8)) for int8 in (False, True))
    confidence = [expit(_said(session, "confidence", programs) / trained.temperature) for session in (exact, rounded)]
    shift = np.abs(confidence[0] - confidence[1])
    found: dict[str, float | bool] = {
        "confidence_shift_p95": float(np.percentile(shift, 95)),
        "confidence_shift_max": float(shift.max()),
    }
    losses = []
    if 0 < programs.true.sum() < len(programs.true):
        auroc = [float(roc_auc_score(programs.true, said)) for said in confidence]
        found |= {"auroc_float32": auroc[0], "auroc_int8": auroc[1]}
        losses.append(auroc[0] - auroc[1])
    if imports.true.any():
        f1 = _imports_f1(imports, *(_said(session, "imports", imports) for session in (exact, rounded)))
        found |= {"imports_micro_f1_float32": f1[0], "imports_micro_f1_int8": f1[1]}
        losses.append(f1[0] - f1[1])
    found["holds"] = found["confidence_shift_p95"] <= LARGEST_SHIFT and max(losses, default=0.0) <= LARGEST_LOSS
    return found


def _said(session: onnxruntime.InferenceSession, output: str, judged: Judged) -> Floats:
    return np.concatenate([session.run([output], feed)[0] for feed in judged.feeds])


def _imports_f1(imports: Judged, exact: Floats, rounded: Floats) -> list[float]:
    """Micro-F1 of both at one threshold: the best for the exact logits [n, names]."""
    known, alone = np.ones_like(imports.true), np.zeros(len(imports.true), np.int64)
    said = [Said(logits, imports.true, known, alone) for logits in (exact, rounded)]
    threshold = best_threshold(said[0])
    return [float(micro_f1(one, threshold)(np.ones((1, 1)))[0]) for one in said]
