"""Simple models that learn from the same programs as the network and are judged on the same ones."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.special import logit
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from codegraft.programs.graph import FEATURES
from codegraft.training.bootstrap import Floats

TOKEN: Final = r"\w+|[^\w\s]"
"""A word or a single sign."""

_LEAST, _MOST = 1e-6, 1.0 - 1e-6
_RIDGE: Final = 1000.0


class Rows(NamedTuple):
    """Rows to learn from and rows to score, of the same arrays."""

    learn: npt.NDArray[np.int64]
    score: npt.NDArray[np.int64]


def token_vectors(texts: Sequence[str], rows: Rows) -> csr_matrix:
    """[n, terms] TF-IDF of token 1- to 3-grams that occur in two texts of ``rows.learn`` at least."""
    vectors = TfidfVectorizer(
        ngram_range=(1, 3), token_pattern=TOKEN, lowercase=False, sublinear_tf=True, min_df=2, dtype=np.float32
    )
    vectors.fit([texts[row] for row in rows.learn])
    return vectors.transform(texts)


def confidence_models(
    features: Floats, tokens: csr_matrix, passed: npt.NDArray[np.bool_], rows: Rows
) -> dict[str, Floats]:
    """Logits of passing, name -> [score], by models that learnt from ``rows.learn``.

    Args:
        features: [n, WIDTH] of :func:`codegraft.graphsage.evaluate.pooled.pooled`.
        tokens: [n, terms] of :func:`token_vectors`.
        passed: bool [n].
        rows: which to learn from, and which to score.

    Returns:
        ``constant``: the share that passes, the same for all. ``logistic`` and ``boosting`` read features, ``tfidf``
        tokens. Where all or none of the programs to learn from pass, each of them is the constant.
    """
    share = np.clip(passed[rows.learn].mean(), _LEAST, _MOST)
    base = np.full(len(rows.score), logit(share))
    learnt = {
        "logistic": (_logistic(), features),
        "boosting": (_boosting(), features[:, :FEATURES]),
        "tfidf": (_linear(), tokens),
    }
    if len(np.unique(passed[rows.learn])) < 2:
        return {"constant": base, **dict.fromkeys(learnt, base)}
    return {"constant": base} | {
        name: _logits(model, columns, passed, rows) for name, (model, columns) in learnt.items()
    }


def label_models(
    features: Floats, labels: npt.NDArray[np.bool_], known: npt.NDArray[np.bool_], rows: Rows
) -> dict[str, Floats]:
    """Scores of names, name of the model -> [score, K], by models that learnt from ``rows.learn``.

    Args:
        features: [n, WIDTH].
        labels: bool [n, K].
        known: bool [n, K] which of the labels count.
        rows: which to learn from, and which to score.

    Returns:
        ``frequency``: how often a name is true, the same for all texts. ``linear``: least squares on features, each
        name on the texts of which it is known.
    """
    true = (labels & known)[rows.learn].sum(axis=0) / np.maximum(known[rows.learn].sum(axis=0), 1)
    frequency = np.broadcast_to(true, (len(rows.score), labels.shape[1]))
    scaled = StandardScaler().fit(features[rows.learn])
    learn, score = scaled.transform(features[rows.learn]), scaled.transform(features[rows.score])
    linear = np.array(frequency)
    masks, of = np.unique(known[rows.learn], axis=1, return_inverse=True)
    for number, mask in enumerate(masks.T):
        names = np.flatnonzero(of == number)
        if mask.any():
            model = Ridge(_RIDGE).fit(learn[mask], labels[rows.learn][np.ix_(mask, names)].astype(float))
            linear[:, names] = model.predict(score).reshape(len(score), len(names))
    return {"frequency": frequency, "linear": linear}


def _logits(model: Any, columns: Any, passed: npt.NDArray[np.bool_], rows: Rows) -> Floats:
    fitted = model.fit(columns[rows.learn], passed[rows.learn])
    logits: Floats = logit(np.clip(fitted.predict_proba(columns[rows.score])[:, 1], _LEAST, _MOST))
    return logits


def _logistic() -> Any:
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.003, max_iter=1000))


def _boosting() -> Any:
    return HistGradientBoostingClassifier(
        max_iter=80, learning_rate=0.06, max_leaf_nodes=15, max_features=0.2, early_stopping=False, random_state=0
    )


def _linear() -> Any:
    return LogisticRegression(C=10.0, solver="liblinear", random_state=0)
