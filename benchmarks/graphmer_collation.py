"""From chains to batches, beside what the encoder then needs for them, in one run and one thread.

    python -m benchmarks.graphmer_collation

Batches of the training windows of data/chains are made, and each is then read by encoders of both sizes, forward and
backward in bfloat16 with random weights, which changes no time. ``share_of_step`` is the median over pairs of a batch
and its step. ``fill`` is the share of the nodes of packed rows that there are; ``padded_fill`` what rows of one window
each would have, all as long as the longest window.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.batches.batch import NONE, Batch, shape_of
from codegraft.graphmer.batches.collate import needs
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.encoder.config import GraphMERConfig, Size
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.kg.splits.model import Part
from codegraft.params import load_params

SIZES: Final[dict[Size, int]] = {"small": 5, "base": 3}
"""Steps of each size."""


def cpu_seconds(run: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    """CPU seconds of a call, and what it gave."""
    begun = time.process_time()
    result = run(*arguments)
    return time.process_time() - begun, result


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_collation.json")
    parser.add_argument("--chains", type=Path, default=CHAINS_DIRECTORY)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    params = load_params().graphmer
    stored = read_chains(arguments.chains)
    chains, header = stored.chains.of_part(Part.TRAIN), stored.header
    shape = shape_of(params, header.tail_slots, params.batch_tokens // params.length)
    masker = Masker(shape, header.vocabulary, params.mlm_rate, params.mnm_rate, visible_leaves=True)
    packing, epoch = cpu_seconds(Epoch, chains, masker, Draws(0, 1))
    made = [cpu_seconds(epoch.__getitem__, index) for index in range(len(epoch))]
    nodes = needs(chains, masker.mask(chains, Draws(0, 1)), shape.tail_slots)[:, 0]
    collation = sum(seconds for seconds, _ in made)
    results = {
        "windows": len(chains),
        "rows": epoch.rows,
        "shape": shape._asdict(),
        "fill": epoch.fill,
        "padded_fill": float(nodes.mean() / nodes.max()),
        "windows_per_cpu_s": {"pack": len(chains) / packing, "collate": len(chains) / collation},
        "nodes_per_cpu_s": {"pack": int(nodes.sum()) / packing, "collate": int(nodes.sum()) / collation},
        "batch_ms": statistics.median(seconds for seconds, _ in made) * 1e3,
        "asked": _asked([batch for _, batch in made]),
        "share_of_step": {size: _share(size, made, header.vocabulary, len(header.relations)) for size in SIZES},
    }
    write_json(arguments.output, results)


def _asked(batches: list[Batch]) -> dict[str, float]:
    """Mean number of masked roots and groups in a row, and the largest."""
    roots = np.concatenate([(batch.mlm_position != NONE).sum(dim=1).numpy() for batch in batches])
    groups = np.concatenate([(batch.mnm_group != NONE).sum(dim=1).numpy() for batch in batches])
    return {
        "roots": float(roots.mean()),
        "most_roots": int(roots.max()),
        "groups": float(groups.mean()),
        "most_groups": int(groups.max()),
    }


def _share(size: Size, made: list[tuple[float, Batch]], vocabulary: int, relations: int) -> float:
    slots, heads = made[0][1].mnm_target.shape[2], made[0][1].heads.shape[2]
    config = GraphMERConfig.of_size(
        size, vocabulary=vocabulary, relations=relations, tail_slots=slots, head_tokens=heads
    )
    model = GraphMER(config)

    def step(batch: Batch) -> None:
        with torch.autocast("cpu", torch.bfloat16):
            hidden = model(batch)
            logits = model.mlm_logits(hidden, batch).mean() + model.mnm_logits(hidden, batch).mean()
        logits.backward()

    return statistics.median(seconds / cpu_seconds(step, batch)[0] for seconds, batch in made[: SIZES[size]])


if __name__ == "__main__":
    main()
