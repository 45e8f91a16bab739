"""The confidence of a trained network in programs that are at hand."""

from typing import Final

import numpy as np
import torch

from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.programs.packed import PackedGraphs
from codegraft.progress import track
from codegraft.training.bootstrap import Floats

_BATCH: Final = 64


def calibrated_logits(trained: TrainedModel, graphs: PackedGraphs) -> Floats:
    """[n] logits of the confidence, divided by the model's temperature: their sigmoid is the confidence."""
    device = next(trained.model.parameters()).device
    logits = [np.empty(0, np.float32)]
    with torch.inference_mode():
        for start in track(range(0, len(graphs), _BATCH), "confidence", unit="batch"):
            chosen = np.arange(start, min(start + _BATCH, len(graphs)))
            batch = graphs.batch(chosen)
            parts = (part.to(device) for part in (batch.x, batch.edge_index, batch.graph))
            logits.append(trained.model(*parts, len(chosen)).confidence.cpu().numpy())
    return np.concatenate(logits).astype(np.float64) / trained.temperature
