"""Stage ``ablate_graphmer``: leafy chains -> encoders without one of their parts, and what they recover.

An item of its matrix is a variant, which the command names: ``python -m codegraft.stages.ablate_graphmer whole``.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

from codegraft.errors import ParamsError
from codegraft.graphmer.ablation.judge import judge
from codegraft.graphmer.ablation.questions import files_of, judged_on, questions_of, windows_by_file
from codegraft.graphmer.ablation.sums import SUMS, write_sums
from codegraft.graphmer.ablation.variants import VARIANTS, WHOLE, section_of
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY
from codegraft.graphmer.training.outputs import write_every_seed
from codegraft.graphmer.training.task import read_task
from codegraft.graphmer.training.trainer import train
from codegraft.kg.ontology import ONTOLOGY_FILE
from codegraft.params import load_params
from codegraft.stages import run
from codegraft.training.runs import RUNS

ENCODERS: Final = Path("models/ablation")


def main() -> None:
    """Write models/ablation/<variant>/ and data/ablation/<variant>.parquet.

    A stage that was ended goes on where it was.

    Raises:
        ModelError: chains or tokenizer are missing or damaged, what is held out is too little to judge on, or a loss is
            no longer a finite number.
        ParamsError: the variant is unknown, or parameters contradict each other or the chains.
        HardwareError: the hardware that is asked for is not there.
    """
    variant = named(sys.argv[1:])
    task = read_task(CHAINS_DIRECTORY, TOKENIZER_DIRECTORY, ONTOLOGY_FILE)
    params = load_params()
    whole, section = (section_of(name, params.graphmer, params.ablation) for name in (WHOLE, variant))
    judged = judged_on(task, params.ablation.windows)
    asked = questions_of(judged, whole, section)
    files = windows_by_file(judged.held_out, asked, files_of(judged.held_out, CHAINS_DIRECTORY))
    trained = train(
        task, section, hardware=params.hardware, seeds=params.ablation.seeds, resume=True, runs=RUNS / "ablation"
    )
    sums = judge(trained, judged, files)
    write_every_seed(ENCODERS / variant, trained)
    write_sums(SUMS / f"{variant}.parquet", sums)
    shutil.rmtree(trained.directory)  # only the encoders are of use to anyone, and they are written


def named(arguments: list[str]) -> str:
    """The variant that the command names.

    Raises:
        ParamsError: it names none, or several.
    """
    if len(arguments) != 1:
        raise ParamsError(f"expected one variant of {', '.join(VARIANTS)}; found {' '.join(arguments) or 'none'}")
    return arguments[0]


if __name__ == "__main__":
    run(main)
