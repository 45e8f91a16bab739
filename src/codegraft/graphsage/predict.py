"""A trained model at work on texts, for any number of threads.

    predictor = Predictor()  # models/graphsage, read when first asked
    predictor.predict("print(sum(map(int, input().split())))").confidence

The model is served as ONNX on the CPU. Where there is none, or one that cannot be used, predictions say so.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import onnxruntime

from codegraft.errors import ModelError, ProgramError
from codegraft.graphsage.places import MODEL_FILE
from codegraft.graphsage.prediction import Likely, Prediction, Status
from codegraft.graphsage.serving import Precision, ServedModel, Serving, Unusable
from codegraft.programs.describe import program_language
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.graph import FEATURES
from codegraft.programs.imports import without_imports
from codegraft.programs.reading import MAX_BYTES

LISTED: Final = 5
"""Imports, mistakes and known programs that a prediction lists."""

LANGUAGES: Final = ("python", "java")
"""Languages that a program may be in."""

EMPTY: Final = "empty: there is no program to judge"
ONLY_PYTHON: Final = "the model has learned from Python what is right: of Java the confidence and mistakes say little"

Floats = npt.NDArray[np.float32]


class Predictor:
    """Asks the trained model at ``path``, which is read when first needed and again when its file changes.

    May be shared by threads; each has a feature extractor of its own, and they run one network.

    Args:
        path: what :func:`codegraft.graphsage.checkpoint.save_model_for_inference` wrote.
        precision: ``float32`` says what the network says, within 1e-5; ``int8`` is twice as fast and rounds.
    """

    def __init__(self, path: str | Path = MODEL_FILE, *, precision: Precision = "int8") -> None:
        self._model = ServedModel(Path(path), precision)
        self._local = threading.local()

    def status(self) -> Status:
        """Whether there is a model, and which."""
        return self._model.current().status

    def predict(self, code: str | bytes, language: str = "python") -> Prediction:
        """What the model says of a program. Never fails on what a text says.

        Raises:
            ProgramError: the language is none of ``LANGUAGES``.
        """
        if language not in LANGUAGES:
            raise ProgramError(f"language {language!r}: expected one of {', '.join(LANGUAGES)}")
        state = self._model.current()
        text = code.decode("utf-8", "replace") if isinstance(code, bytes) else code
        bare = without_imports(text[:MAX_BYTES], language)
        texts = [code] if bare == text else [code, bare]
        graphs = self._extractor().graphs(texts, language)
        problems = (*([] if text.strip() else [EMPTY]), *graphs[0].problems)
        if isinstance(state, Unusable):
            return Prediction(False, state.status.text, language, problems)
        answers = [_run(state.session, graph.x, graph.edge_index) for graph in graphs]
        notes = (*problems, ONLY_PYTHON) if language == "java" else problems
        return _prediction(state, language, notes, answers[0], answers[-1])

    def predict_graph(self, x: npt.ArrayLike, edge_index: npt.ArrayLike, language: str = "python") -> Prediction:
        """What the model says of a program whose features are known: x [units, 978], edge_index [2, edges].

        Imports are judged from the same units, hence from imports that are among them.

        Raises:
            ModelError: the shapes are others, a feature is not finite, or an edge leads to no unit.
        """
        units, edges = _checked(x, edge_index)
        state = self._model.current()
        if isinstance(state, Unusable):
            return Prediction(False, state.status.text, language)
        answers = _run(state.session, units, edges)
        return _prediction(state, language, (), answers, answers)

    def _extractor(self) -> FeatureExtractor:
        """This thread's own: an extractor remembers words as it goes."""
        if not hasattr(self._local, "extractor"):
            self._local.extractor = FeatureExtractor()
        extractor: FeatureExtractor = self._local.extractor
        return extractor


def predict_files(paths: Sequence[str | Path], predictor: Predictor) -> dict[str, Prediction]:
    """Path -> what the model says of the program there.

    Raises:
        ProgramError: a file cannot be read, or its suffix is not of a language that the model reads.
    """
    return {str(path): predictor.predict(*_read(Path(path))) for path in paths}


def render(predictions: dict[str, Prediction]) -> str:
    """Predictions of :func:`predict_files` for people."""
    blocks = ("\n".join([f"{path}:", *(f"  {line}" for line in said.lines())]) for path, said in predictions.items())
    return "\n".join(blocks)


def _read(path: Path) -> tuple[bytes, str]:
    """Text and language of a file. What lies beyond the longest text that is read stays on disk, but for one byte,
    which says that there is more."""
    language = program_language(path)
    if language not in LANGUAGES:
        raise ProgramError(f"{path}: is {language}, which no model has learned; expected {' or '.join(LANGUAGES)}")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), language
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}") from None


def _checked(x: npt.ArrayLike, edge_index: npt.ArrayLike) -> tuple[Floats, npt.NDArray[np.int64]]:
    try:
        units, edges = np.asarray(x, np.float32), np.asarray(edge_index, np.int64)
    except (TypeError, ValueError) as error:
        raise ModelError(f"not a program's graph: {error}") from None
    if units.ndim != 2 or units.shape[1] != FEATURES or len(units) == 0:
        raise ModelError(f"features are {list(units.shape)}, expected [units, {FEATURES}] with one unit at least")
    if edges.ndim != 2 or edges.shape[0] != 2:
        raise ModelError(f"edge_index is {list(edges.shape)}, expected [2, edges]")
    if not np.isfinite(units).all():
        row, column = np.argwhere(~np.isfinite(units))[0].tolist()
        raise ModelError(f"feature {column} of unit {row} is not finite: extract the features again")
    if edges.size and not 0 <= edges.min() <= edges.max() < len(units):
        raise ModelError(f"an edge leads to a unit that is not among the {len(units)} of the program")
    return units, edges


def _run(session: onnxruntime.InferenceSession, x: Floats, edges: npt.NDArray[np.int64]) -> list[Floats]:
    """Embedding, confidence, imports and bugs."""
    answers: list[Floats] = session.run(None, {"x": x, "edge_index": edges})
    return answers


def _prediction(
    state: Serving, language: str, problems: tuple[str, ...], whole: list[Floats], bare: list[Floats]
) -> Prediction:
    """``whole`` are the answers for the program, ``bare`` those for its text without import statements."""
    embedding, confidence, _, bugs = whole
    near = state.nearest.to(embedding, LISTED) if state.nearest is not None else []
    return Prediction(
        trained=True,
        status=state.status.text,
        language=language,
        problems=problems,
        confidence=float(_sigmoid(confidence / state.temperature)[0]),
        imports=_most_likely(state.vocabularies.imports, bare[2][0]),
        bugs=_most_likely(state.vocabularies.bugs, bugs[0]),
        nearest=tuple(near),
    )


def _most_likely(names: dict[str, int], logits: Floats) -> tuple[Likely, ...]:
    listed, best = list(names), (-logits).argsort(kind="stable")[:LISTED]
    probabilities = _sigmoid(logits[best]).tolist()
    return tuple(Likely(listed[place], value) for place, value in zip(best.tolist(), probabilities, strict=True))


def _sigmoid(logits: Floats) -> Floats:
    small = np.exp(-np.abs(logits))
    sigmoid: Floats = np.where(logits >= 0, 1, small) / (1 + small)
    return sigmoid
