"""Stage ``compare_ablation``: what encoders without one of their parts recover -> what each part is worth."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.graphmer.ablation.plot import draw_gains
from codegraft.graphmer.ablation.report import report_of
from codegraft.graphmer.ablation.sums import SUMS, read_sums
from codegraft.graphmer.ablation.variants import VARIANTS
from codegraft.stages import run

METRICS: Final = Path("metrics/ablation.json")
PICTURE: Final = Path("plots/ablation.png")


def main() -> None:
    """Write metrics/ablation.json and plots/ablation.png.

    Raises:
        ModelError: what a variant recovered is missing or damaged, or variants do not compare.
    """
    report = report_of({variant: read_sums(SUMS / f"{variant}.parquet") for variant in VARIANTS})
    draw_gains(PICTURE, report["gains"])
    write_json(METRICS, report)


if __name__ == "__main__":
    run(main)
