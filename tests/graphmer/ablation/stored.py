"""The small task on disk as stages leave it, its held-out windows in two files."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import yaml

from codegraft.graphmer.chains.shards import WINDOWS_SCHEMA, read_chains, write_chains
from tests.graphmer.training.stored import store

FILES = ("even.py", "odd.py")


def store_for_ablation(place: Path) -> Path:
    """What ``tests.graphmer.training.stored.store`` writes, with rows of windows.parquet that the windows know."""
    store(place)
    stored = read_chains(place / "data/chains")
    chains = replace(stored.chains, window=np.arange(len(stored.chains), dtype=np.int32))
    rows = [
        {"repository": "r", "file": FILES[number % 2], "language": "python", "start": 0, "end": 1, "part": "train"}
        for number in range(len(chains))
    ]
    write_chains(place / "data/chains", chains, pa.Table.from_pylist(rows, schema=WINDOWS_SCHEMA), stored.header)
    params = yaml.safe_load((place / "params.yaml").read_text())
    params["ablation"] = {"steps": 3, "seeds": [0, 1, 2], "windows": None}
    (place / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
    return place
