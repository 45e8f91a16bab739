"""Pictures of an evaluation: how well each system links, and where the linker does."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from codegraft.pictures import COLOURS, blank_figure, save_picture

_FEW: Final = 10
"""A relation with fewer questions is not drawn: its mean says little."""


def draw_systems(path: str | Path, links: Mapping[str, Mapping[str, Any]], group: str) -> None:
    """MRR of every system in each setting, with its interval, or that it was not asked: best to worst in the last.

    Args:
        path: where to write.
        links: by system, figures by setting.
        group: of the questions.
    """
    settings = list(next(iter(links.values())))
    order = sorted(links, key=lambda name: links[name][settings[-1]][group]["mrr"])
    nothing: Mapping[str, Any] = {"mrr": 0.0, "intervals": {"mrr": {"low": None, "high": None}}}
    figure = blank_figure(10.0, 1.6 + 0.34 * len(order))
    for axes, setting, colour in zip(figure.subplots(1, len(settings), sharey=True), settings, COLOURS, strict=False):
        found = [links[name][setting][group] if setting in links[name] else nothing for name in order]
        axes.barh(range(len(order)), [one["mrr"] for one in found], color=colour, height=0.7)
        for place, one in enumerate(found):
            low, high = (one["intervals"]["mrr"][end] for end in ("low", "high"))
            if low is not None:
                axes.plot([low, high], [place, place], color="black", linewidth=1)
            if one is nothing:
                axes.text(0.02, place, "not asked", color=COLOURS[6], va="center", fontsize="small")
        axes.set(title=setting.replace("_", " "), xlabel="MRR", xlim=(0, 1))
    figure.axes[0].set_yticks(range(len(order)), [name.replace("_", " ") for name in order])
    figure.suptitle(f"Link prediction, {group.replace('_', ' ')}s, 95 % intervals over repositories and seeds")
    save_picture(figure, path)


def draw_relations(path: str | Path, relations: Mapping[str, Mapping[str, Any]], title: str) -> None:
    """MRR by relation of several systems, most questions first.

    Args:
        path: where to write.
        relations: by system, by relation ``mrr`` and ``questions``.
        title: of the picture.
    """
    first = next(iter(relations.values()))
    names = sorted((name for name in first if first[name]["questions"] >= _FEW), key=lambda name: first[name]["mrr"])
    figure = blank_figure(8.0, 1.6 + 0.34 * len(names))
    axes = figure.subplots()
    for (system, found), colour, mark in zip(relations.items(), COLOURS, "os^", strict=False):
        values: Sequence[float] = [found[name]["mrr"] for name in names]
        axes.plot(values, range(len(names)), mark, color=colour, label=system.replace("_", " "))
    axes.set_yticks(range(len(names)), [f"{name} ({first[name]['questions']})" for name in names])
    axes.set(title=title, xlabel="MRR", xlim=(0, 1.03))  # a mark at 1 is whole
    axes.grid(axis="x", linewidth=0.4)
    axes.legend(frameon=False)
    save_picture(figure, path)
