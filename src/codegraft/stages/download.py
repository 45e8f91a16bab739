"""Stage ``download``: problems with tests and programs, divided for training, validation and testing."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.params import load_params
from codegraft.programs.download import STATS_FILE, download, figures
from codegraft.programs.problems import PROGRAMS_FILES
from codegraft.stages import run

OUTPUTS: Final = (*PROGRAMS_FILES, STATS_FILE)
"""All in one directory."""

METRICS_FILE: Final = Path("metrics/download.json")


def main() -> None:
    """Write {train,validation,test}.jsonl and stats.json to data/programs/, and metrics/download.json.

    Raises:
        ProgramError: the source is missing, cannot be reached, is not what it should be, or nothing of it is usable.
    """
    params = load_params()
    (directory,) = {file.parent for file in OUTPUTS}
    stats = download(params.programs, directory, seed=params.seed)
    write_json(METRICS_FILE, figures(stats))


if __name__ == "__main__":
    run(main)
