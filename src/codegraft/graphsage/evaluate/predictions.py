"""What trained networks said of the validation and the test split, so that judging them takes no network.

``predictions.parquet`` has a row for each executed program and seed: program, problem, split, seed, confidence (a
logit) and label (the share of tests passed). ``predictions.safetensors`` has the other heads: ``rows`` [n] and
``import_rows`` [m] are row numbers of graphs.parquet and imports.parquet, and for each of S seeds stand ``bugs``
[S, n, K], ``embedding`` [S, n, 512] and ``imports`` [S, m, I].
"""

from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
from safetensors import SafetensorError
from safetensors.numpy import load_file

from codegraft.errors import ModelError
from codegraft.programs.dataset import Dataset
from codegraft.training.bootstrap import Floats

CONFIDENCES: Final = "predictions.parquet"
HEADS: Final = "predictions.safetensors"


class Predicted(NamedTuple):
    """What S networks said.

    Attributes:
        confidence: float [S, N] logits for all N rows of graphs.parquet, NaN where none is stated.
        rows: int64 [n] of graphs.parquet.
        bugs: float [S, n, K] logits.
        embedding: float [S, n, width].
        import_rows: int64 [m] of imports.parquet.
        imports: float [S, m, I] logits.
    """

    confidence: Floats
    rows: npt.NDArray[np.int64]
    bugs: Floats
    embedding: Floats
    import_rows: npt.NDArray[np.int64]
    imports: Floats


def read_predictions(directory: str | Path, dataset: Dataset) -> Predicted:
    """What the training stage wrote about a data set.

    Raises:
        ModelError: a file is missing, damaged, or about another data set.
    """
    place = Path(directory)
    try:
        heads = load_file(place / HEADS)
        table = pq.read_table(place / CONFIDENCES, columns=["program", "seed", "confidence"])
        predicted = Predicted(_confidences(table, dataset), *(heads[name] for name in Predicted._fields[1:]))
        _check(predicted, dataset)
    except FileNotFoundError:
        raise ModelError(f"{place}: no {CONFIDENCES} or {HEADS}; run `dvc repro train_graphsage`") from None
    except (pa.ArrowException, SafetensorError, KeyError, ValueError, OSError) as error:
        raise ModelError(
            f"{place}: its predictions are damaged or not of this data set ({error!r}); "
            "run `dvc repro --force train_graphsage`"
        ) from None
    return predicted


def _confidences(table: pa.Table, dataset: Dataset) -> Floats:
    programs = dataset.programs.rows["program"].to_pylist()
    row_of = {program: row for row, program in enumerate(programs)}
    seeds, seed = np.unique(table["seed"].to_numpy(), return_inverse=True)
    confidence = np.full((len(seeds), len(programs)), np.nan)
    confidence[seed, [row_of[program] for program in table["program"].to_pylist()]] = table["confidence"].to_numpy()
    return confidence


def _check(predicted: Predicted, dataset: Dataset) -> None:
    seeds, vocabularies = len(predicted.confidence), dataset.vocabularies
    expected = {
        "bugs": (seeds, len(predicted.rows), len(vocabularies.bugs)),
        "imports": (seeds, len(predicted.import_rows), len(vocabularies.imports)),
        "embedding": (seeds, len(predicted.rows), predicted.embedding.shape[-1]),
    }
    for name, shape in expected.items():
        array = getattr(predicted, name)
        if array.shape != shape or not np.isfinite(array).all():
            raise ValueError(f"{name} is {list(array.shape)}, expected {list(shape)} finite numbers")
    for rows, taught in ((predicted.rows, dataset.programs), (predicted.import_rows, dataset.imports)):
        held_out = np.flatnonzero(np.asarray(taught.rows["split"]) != "train")
        if not np.array_equal(rows, held_out):
            raise ValueError(f"{len(rows)} rows, expected the {len(held_out)} of validation and test")
    asked = np.asarray(dataset.programs.rows["has_confidence"]) & (
        np.asarray(dataset.programs.rows["split"]) != "train"
    )
    if not np.isfinite(predicted.confidence[:, asked]).all():
        raise ValueError("a program of validation or test has no confidence")
