"""Two controls beside the ablation of the encoder over leafy chains, which stage ``ablate_graphmer`` is.

    python -m benchmarks.graphmer_controls --output controls.json

- ``paper mode``: the equations of the paper that the model adapts, which have neither positions nor a relation bias;
- ``shuffled tails``: in training, groups of one relation exchange their tails, so that nothing is left to learn of them
  but how often they come. Where this does as well as ``whole``, it has learned no more than that.

Trained and judged as the stage does it, on all held-out windows, with as many steps as graphmer.steps.
"""

import argparse
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.ablation.judge import judge
from codegraft.graphmer.ablation.questions import files_of, questions_of, windows_by_file
from codegraft.graphmer.ablation.report import compared
from codegraft.graphmer.ablation.variants import WHOLE, section_of
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import lengths, offsets_of, places
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY
from codegraft.graphmer.training.task import Task, read_task
from codegraft.graphmer.training.trainer import train
from codegraft.params import Graphmer, load_params, override

PAPER: Final = {"paper_mode": True, "use_positions": False, "use_rel_attention_bias": False}


def shuffled_tails(chains: Chains, generator: np.random.Generator) -> Chains:
    """Every group with the tail of a random group of its relation, no tail twice.

    What spells the group's own tail in the code is still masked, so that the code looks as it does to ``whole``.
    """
    source = np.empty(len(chains.relation), np.int64)
    source[np.argsort(chains.relation, kind="stable")] = np.lexsort((generator.random(len(source)), chains.relation))
    return replace(
        chains,
        tail_entity=chains.tail_entity[source],
        shortened=chains.shortened[source],
        tail_offsets=offsets_of(lengths(chains.tail_offsets, source)),
        tail_tokens=chains.tail_tokens[places(chains.tail_offsets, source)],
    )


def variants_of(task: Task, whole: Graphmer) -> dict[str, tuple[Task, Graphmer]]:
    """What each variant learns, and how."""
    shuffled = replace(task, train=shuffled_tails(task.train, np.random.default_rng(0)))
    return {
        WHOLE: (task, whole),
        "paper mode": (task, override(whole, PAPER)),
        "shuffled tails": (shuffled, whole),
    }


def main() -> None:
    """Train, judge, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_controls.json")
    parser.add_argument("--steps", type=int, help="of the optimizer; graphmer.steps by default")
    arguments = parser.parse_args()
    task, params = read_task(), load_params()
    steps = params.graphmer.steps if arguments.steps is None else arguments.steps
    whole = section_of(WHOLE, params.graphmer, override(params.ablation, {"steps": steps}))
    sums = {}
    for name, (learned, section) in variants_of(task, whole).items():
        asked = questions_of(task, whole, section)
        files = windows_by_file(task.held_out, asked, files_of(task.held_out, CHAINS_DIRECTORY))
        with tempfile.TemporaryDirectory() as runs:
            trained = train(learned, section, hardware=params.hardware, seeds=params.ablation.seeds, runs=Path(runs))
            sums[name] = judge(trained, task, files)
    write_json(arguments.output, {"steps": steps, **compared(sums)})
    print(f"wrote {arguments.output}")


if __name__ == "__main__":
    main()
