"""Do the features tell right programs from wrong ones? Simple models on pooled features, beside simpler ones.

    CODEGRAFT_REAL_PROGRAMS=<folder> python -m benchmarks.signal

Two sets. ConDefects (condefects_2021_2023.jsonl.gz of the folder): pairs of a faulty submission and the one that its
author got accepted, predicted in 5 folds that share no task; Python and Java apart. The sample: trained on the training
problems of data/features, tried on its test problems.

AUROC is over all programs; pair accuracy is the share of (right, wrong) pairs, of one author or of one problem, in
which the right one has the higher score, ties half. Intervals are 95 %, by resampling tasks, not programs.
"""

import gzip
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.stats import rankdata
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

from benchmarks.export import RESULTS
from codegraft.programs.dataset import read_dataset
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.labels import LABELS_FILE, read_labels
from codegraft.programs.packed import PackedGraphs, pack
from codegraft.progress import track

CONDEFECTS = "condefects_2021_2023.jsonl.gz"
QUOTED = {
    "features, logistic": 0.511,
    "token count": 0.505,
    "note": "AUROC of the original's features on 2,864 Python pairs of ConDefects, 985 tasks, 5 folds by task; "
    "measured earlier, on more of its pairs",
}
FOLDS = 5
RESAMPLES = 500
CHUNK = 256
TOKEN = r"\w+|[^\w\s]"

Array = npt.NDArray[Any]
Split = tuple[Array, Array]


class Programs(NamedTuple):
    """Programs: texts, pooled features [n, 3 * 978], whether each is right [n], its task [n], and pairs [p, 2] of a
    right one and a wrong one that are compared."""

    texts: list[str]
    pooled: npt.NDArray[np.float32]
    right: npt.NDArray[np.bool_]
    task: Array
    pairs: npt.NDArray[np.int64]


def pooled(graphs: PackedGraphs, rows: Array) -> npt.NDArray[np.float32]:
    """Mean, greatest and summed features over the units of each graph."""
    parts = []
    for chunk in np.array_split(rows, len(rows) // CHUNK + 1):
        batch = graphs.batch(chunk)
        x, first = batch.x.numpy(), np.flatnonzero(np.diff(batch.graph.numpy(), prepend=-1))
        total = np.add.reduceat(x, first)
        size = np.diff(np.append(first, len(x)))[:, None]
        parts.append(np.hstack([total / size, np.maximum.reduceat(x, first), np.log1p(np.abs(total))]))
    return np.concatenate(parts).astype(np.float32)


def condefects(path: Path, language: str) -> Programs:
    """Both programs of each row of a language, the right one first."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["language"] == language]
    texts = [text for row in rows for text in (row["correct"], row["faulty"])]
    extractor = FeatureExtractor()
    graphs = pack([extractor.graph(text, language.lower()) for text in track(texts, language)])
    return Programs(
        texts=texts,
        pooled=pooled(graphs, np.arange(len(texts))),
        right=np.tile([True, False], len(rows)),
        task=np.unique([row["task"] for row in rows for _ in range(2)], return_inverse=True)[1],
        pairs=np.arange(len(texts)).reshape(-1, 2),
    )


def sample() -> tuple[Programs, Split]:
    """The labelled programs of data/features, and rows to train on and to try."""
    dataset = read_dataset()
    rows = dataset.programs.rows
    labelled = np.flatnonzero(rows["has_confidence"].to_numpy())
    rows = rows.take(labelled)
    labels = read_labels(LABELS_FILE)
    text = dict(zip(labels["program"].to_pylist(), labels["code"].to_pylist(), strict=True))
    right = rows["confidence"].to_numpy() == 1.0
    task = np.unique(rows["problem"].to_pylist(), return_inverse=True)[1]
    split = np.array(rows["split"].to_pylist())
    tried = np.flatnonzero(split == "test")
    pairs = [(one, other) for one in tried[right[tried]] for other in tried[~right[tried]] if task[one] == task[other]]
    programs = Programs(
        texts=[text[program] for program in rows["program"].to_pylist()],
        pooled=pooled(dataset.programs.graphs, labelled),
        right=right,
        task=task,
        pairs=np.array(pairs),
    )
    return programs, (np.flatnonzero(split == "train"), tried)


def scorers(programs: Programs) -> dict[str, Callable[[Array, Array], Array]]:
    """Ways to score: rows to learn from and rows to score -> scores, greater for what is more likely right."""
    width = programs.pooled.shape[1] // 3
    mean, every = programs.pooled[:, :width], programs.pooled
    hashed: csr_matrix = HashingVectorizer(
        n_features=2**18, ngram_range=(1, 3), token_pattern=TOKEN, lowercase=False, alternate_sign=False
    ).transform(programs.texts)
    counts = np.array([len(re.findall(TOKEN, text)) for text in programs.texts], float)

    def learnt(model: Any, columns: Any) -> Callable[[Array, Array], Array]:
        def score(known: Array, asked: Array) -> Array:
            scores: Array = model.fit(columns[known], programs.right[known]).predict_proba(columns[asked])[:, 1]
            return scores

        return score

    def logistic() -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(C=0.003, max_iter=500))

    boosting = HistGradientBoostingClassifier(max_iter=80, learning_rate=0.06, max_leaf_nodes=15, random_state=0)
    return {
        "features, mean, logistic": learnt(logistic(), mean),
        "features, mean and max and sum, logistic": learnt(logistic(), every),
        "features, mean, gradient boosting": learnt(boosting, mean),
        "baseline: hashed token n-grams, logistic": learnt(LogisticRegression(C=10, solver="liblinear"), hashed),
        "baseline: token count": lambda _, asked: counts[asked],
        "baseline: minus token count": lambda _, asked: -counts[asked],
        "baseline: constant": lambda _, asked: np.zeros(len(asked)),
    }


def auroc(scores: Array, right: Array) -> float:
    """Probability that a right program scores above a wrong one, ties half."""
    positive = int(right.sum())
    ranks = rankdata(scores)[right].sum()
    return float((ranks - positive * (positive + 1) / 2) / (positive * (len(right) - positive)))


def pair_wins(scores: Array, pairs: Array) -> Array:
    """1 for each pair that the right one wins, 1/2 for a tie."""
    right, wrong = scores[pairs[:, 0]], scores[pairs[:, 1]]
    wins: Array = (right > wrong) + (right == wrong) / 2
    return wins


def judged(programs: Programs, scores: Array, tried: Array) -> dict[str, Any]:
    """Both figures with their intervals; ``scores`` [n] count where ``tried`` names a row."""
    draw = np.random.default_rng(0)
    wins, pair_task = pair_wins(scores, programs.pairs), programs.task[programs.pairs[:, 0]]
    tasks = np.unique(programs.task[tried])
    rows_of = {task: tried[programs.task[tried] == task] for task in tasks}
    wins_of = {task: wins[pair_task == task] for task in tasks}
    resampled: list[tuple[float, float]] = []
    for _ in range(RESAMPLES):
        chosen = draw.choice(tasks, len(tasks))
        rows = np.concatenate([rows_of[task] for task in chosen])
        won = np.concatenate([wins_of[task] for task in chosen])
        resampled.append((auroc(scores[rows], programs.right[rows]), float(won.mean())))
    low, high = np.percentile(resampled, [2.5, 97.5], axis=0)
    figures = {"auroc": auroc(scores[tried], programs.right[tried]), "pair_accuracy": float(wins.mean())}
    return {
        name: {"value": round(value, 4), "interval": [round(float(end[place]), 4) for end in (low, high)]}
        for place, (name, value) in enumerate(figures.items())
    }


def measure(title: str, programs: Programs, splits: list[Split]) -> dict[str, Any]:
    """All ways of scoring on one set: each row that is tried is scored by what was learnt without its task."""
    tried = np.sort(np.concatenate([asked for _, asked in splits]))
    table = {}
    print(
        f"\n{title}: {len(tried)} programs, {len(np.unique(programs.task[tried]))} tasks, {len(programs.pairs)} pairs"
    )
    for name, score in scorers(programs).items():
        scores = np.zeros(len(programs.right))
        for known, asked in splits:
            scores[asked] = score(known, asked)
        table[name] = judged(programs, scores, tried)
        print(
            f"  {name:52} "
            + "  ".join(f"{key} {said['value']:.3f} {said['interval']}" for key, said in table[name].items())
        )
    same = (programs.pooled[programs.pairs[:, 0]] == programs.pooled[programs.pairs[:, 1]]).all(axis=1)
    return {
        "programs": len(tried),
        "right": int(programs.right[tried].sum()),
        "tasks": len(np.unique(programs.task[tried])),
        "pairs": len(programs.pairs),
        "pairs_with_equal_features": int(same.sum()),
        "scores": table,
    }


def folds(programs: Programs) -> Iterator[Split]:
    """Five parts, each tried once; a task is in one of them."""
    yield from GroupKFold(FOLDS).split(programs.right, groups=programs.task)


def main() -> None:
    """Measure, print, keep."""
    folder = os.environ.get("CODEGRAFT_REAL_PROGRAMS")
    if not folder:
        sys.exit(f"set CODEGRAFT_REAL_PROGRAMS to the folder of {CONDEFECTS}")
    report: dict[str, Any] = {"quoted": QUOTED}
    with threadpool_limits(1):
        for language in ("Python", "Java"):
            programs = condefects(Path(folder, CONDEFECTS), language)
            report[f"condefects {language}"] = measure(f"ConDefects, {language}", programs, list(folds(programs)))
        programs, split = sample()
        report["sample, test problems"] = measure("sample, test problems", programs, [split])
    path = RESULTS / f"{date.today().isoformat()}_signal.json"
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
