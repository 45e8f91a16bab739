"""The directory of a trained model: the network for use, and what all networks said, so that judging takes no training.

| file | content |
|---|---|
| ``model.pt`` | the chosen network, :func:`codegraft.graphsage.checkpoint.load_model_for_inference` |
| ``predictions.parquet`` | a row for each executed program of validation and test and each seed |
| ``predictions.safetensors`` | the other heads, likewise: :mod:`codegraft.graphsage.evaluate.predictions` |
| ``retrieval.safetensors`` | embeddings of known programs, by the chosen network |
"""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import torch
from safetensors.torch import save

from codegraft.files import atomic_directory
from codegraft.graphsage.batches import Rows
from codegraft.graphsage.checkpoint import save_model_for_inference
from codegraft.graphsage.evaluate.calibration import fit_temperature
from codegraft.graphsage.evaluate.predictions import CONFIDENCES, HEADS
from codegraft.graphsage.losses import passed
from codegraft.graphsage.model import Predictions
from codegraft.graphsage.places import MODEL_FILE, RETRIEVAL
from codegraft.graphsage.trainer import TrainingRun
from codegraft.graphsage.validate import predict
from codegraft.programs.labels import CORRECT, INCORRECT

_KNOWN_FIELDS: Final = ("program", "problem", "split", "origin", "language")


def write_model(directory: str | Path, run: TrainingRun, trained_on: dict[str, Any]) -> None:
    """Write the model's directory as a whole; equal runs give equal bytes.

    ``trained_on`` is plain data that the model carries about where it comes from, beside seed, epoch and data.
    """
    program_rows, import_rows = _held_out(run)
    said = [predict(trained.model, run.examples, program_rows) for trained in run.seeds]
    modules = [predict(trained.model, run.examples, import_rows).imports for trained in run.seeds]
    with atomic_directory(directory) as place:
        save_model_for_inference(
            run.chosen.model,
            place / MODEL_FILE.name,
            vocabularies=run.examples.vocabularies,
            temperature=temperature_of(run),
            trained_on=trained_on | _origin(run),
        )
        pq.write_table(_confidences(run, program_rows, said), place / CONFIDENCES, compression="zstd")
        heads = {
            "rows": torch.from_numpy(program_rows),
            "import_rows": torch.from_numpy(import_rows - run.examples.whole),
            "bugs": torch.stack([of_seed.bugs for of_seed in said]),
            "embedding": torch.stack([of_seed.embedding for of_seed in said]),
            "imports": torch.stack(modules),
        }
        (place / HEADS).write_bytes(save(heads))
        (place / RETRIEVAL).write_bytes(_retrieval(run))


def temperature_of(run: TrainingRun) -> float:
    """The temperature at which the chosen network's confidence says best which programs of the validation split pass.

    1 where that split has no label.
    """
    examples, rows = run.examples, run.splits.validation.programs
    labels = examples.labels[torch.from_numpy(rows)]
    known = labels.has_confidence.numpy()
    if not known.any():
        return 1.0
    logit = predict(run.chosen.model, examples, rows[known]).confidence
    return fit_temperature(logit.numpy(), passed(labels).numpy()[known])


def _held_out(run: TrainingRun) -> tuple[Rows, Rows]:
    """Numbers of the graphs of validation and test: of programs and functions, and of texts without imports."""
    held_out = np.flatnonzero(np.asarray(run.examples.rows["split"]) != "train")
    return held_out[held_out < run.examples.whole], held_out[held_out >= run.examples.whole]


def _confidences(run: TrainingRun, rows: Rows, said: list[Predictions]) -> pa.Table:
    """A row for each executed program and seed, a seed after the other.

    program, problem, split, seed, confidence (logit of passing all tests) and label (the share of tests passed).
    """
    tried = run.examples.labels.has_confidence.numpy()[rows]
    of_programs = run.examples.rows.take(pa.array(rows[tried])).select(["program", "problem", "split", "confidence"])
    of_programs = of_programs.rename_columns(["program", "problem", "split", "label"])
    tables = [
        of_programs.append_column("seed", pa.array([trained.seed] * len(of_programs), pa.int64())).append_column(
            "confidence", pa.array(of_seed.confidence.numpy()[tried])
        )
        for trained, of_seed in zip(run.seeds, said, strict=True)
    ]
    return pa.concat_tables(tables).combine_chunks()


def _retrieval(run: TrainingRun) -> bytes:
    """``embedding`` float32 [n, width] of people's programs of training and validation; who they are, as JSON."""
    rows = run.examples.rows
    origin, split = np.asarray(rows["origin"]), np.asarray(rows["split"])
    known = np.isin(origin, (CORRECT, INCORRECT)) & (split != "test")
    known = np.flatnonzero(known[: run.examples.whole])
    embedding = predict(run.chosen.model, run.examples, known).embedding
    programs = rows.take(pa.array(known)).select(list(_KNOWN_FIELDS)).to_pylist()
    content: bytes = save({"embedding": embedding.contiguous()}, {"programs": json.dumps(programs, sort_keys=True)})
    return content


def _origin(run: TrainingRun) -> dict[str, Any]:
    return {
        "data": run.data,
        "run": run.key,
        "seed": run.chosen.seed,
        "epoch": run.chosen.best_epoch,
        "validation_loss": run.chosen.best.validation["deciding"],
        "train_programs": len(run.splits.train.programs),
        "train_import_graphs": len(run.splits.train.imports),
    }
