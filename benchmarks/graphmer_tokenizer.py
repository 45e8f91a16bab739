"""Tokens, offsets and word starts of real code, beside what the `tokenizers` package takes for the tokens alone.

    RAYON_NUM_THREADS=1 python -m benchmarks.graphmer_tokenizer

Both encode all of data/sources.parquet with models/tokenizer, in pairs, one thread each, measured in CPU seconds. They
must give the same tokens. ``ratio`` is the package's time over ours within a pair: above 1 we are faster.
"""

import argparse
import os
import statistics
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from benchmarks.export import RESULTS
from benchmarks.graphmer_collation import cpu_seconds
from codegraft.files import write_json
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, TOKENIZER_FILE, CodeTokenizer
from codegraft.sources import SOURCES_FILE, read_sources

PAIRS: Final = 5


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_tokenizer.json")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    arguments = parser.parse_args()
    if os.environ.get("RAYON_NUM_THREADS") != "1":
        parser.error("set RAYON_NUM_THREADS=1: the package would take all cores")
    texts = read_sources(SOURCES_FILE)["text"].to_pylist()
    ours = CodeTokenizer.load(TOKENIZER_DIRECTORY)
    bare = Tokenizer.from_file(str(TOKENIZER_DIRECTORY / TOKENIZER_FILE))
    size = sum(len(text.encode()) for text in texts)
    seconds: list[tuple[float, float]] = []
    for _ in range(arguments.pairs):
        here, encoded = cpu_seconds(ours.encode, texts)
        there, encodings = cpu_seconds(bare.encode_batch, texts)
        seconds.append((here, there))
    same = np.array_equal(encoded.tokens, np.concatenate([encoding.ids for encoding in encodings]))
    results = {
        "bytes": size,
        "tokens": len(encoded.tokens),
        "same_tokens": bool(same),
        "megabytes_per_s": {
            "ours": size / 1e6 / statistics.median(here for here, _ in seconds),
            "bare_encode_batch": size / 1e6 / statistics.median(there for _, there in seconds),
        },
        "ratio": {
            "median": statistics.median(there / here for here, there in seconds),
            "least": min(there / here for here, there in seconds),
        },
    }
    write_json(arguments.output, results)


if __name__ == "__main__":
    main()
