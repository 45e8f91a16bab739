"""A picture of what each part is worth."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from codegraft.pictures import COLOURS, blank_figure, save_picture

_PANELS: Final = {"mnm_loss": "masked tails", "mlm_loss": "masked tokens of code"}
_COLOURS: Final = {"helps": COLOURS[0], "hurts": COLOURS[1], "not shown": "#999999"}
_TITLE: Final = """What each part of the encoder is worth, 95 % over files and seeds
blue: it helps; orange: it hurts; grey: not shown"""


def draw_gains(path: str | Path, gains: Mapping[str, Mapping[str, Any]]) -> None:
    """Bars of what each part takes off the losses, with intervals over files and seeds.

    Args:
        path: where to write.
        gains: by variant and measure, as :func:`~codegraft.graphmer.ablation.report.report_of` gives them.
    """
    figure = blank_figure(10.4, 4.2)
    for axes, (measure, title) in zip(figure.subplots(1, len(_PANELS), sharey=True), _PANELS.items(), strict=True):
        for name, of_variant in gains.items():
            gain = of_variant[measure]
            reach = [[gain["mean"] - gain["low"]], [gain["high"] - gain["mean"]]]
            axes.barh(name.replace("_", " "), gain["mean"], xerr=reach, color=_COLOURS[gain["part"]], capsize=3)
        axes.axvline(0.0, color="#000000", linewidth=0.8)
        axes.set(title=title, xlabel="loss without the part, less that of the whole (nats)")
    figure.axes[0].invert_yaxis()
    figure.suptitle(_TITLE)
    save_picture(figure, path)
