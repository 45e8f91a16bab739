"""Rule 3: how a stage is declared, so that DVC's run cache works and a reader knows what a stage is for.

``cache: false`` under ``outs``, ``persist`` and ``always_changed`` switch the run cache off; the same ``cache: false``
under a stage's own ``metrics`` and ``plots`` does not, and puts those small files into git, for reviews to compare.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.pipeline.declared import Stage, covers, entry_pairs, read_dvc_yaml, stages

TOP_KEYS = {"stages", "plots"}
STAGE_KEYS = {"desc", "cmd", "deps", "params", "outs", "metrics", "plots"}
"""What these rules know, beside ``matrix``: ``wdir``, ``vars`` or ``foreach`` would change what all the rest means."""

TEMPLATE = re.compile(r"\$\{[^}]*\}")

HOMES = ("metrics", "plots")
"""Directories whose files stand under the stage's key of the same name, and nowhere else."""


def faults(root: Path) -> list[str]:
    """Declarations that switch the run cache off, hide metrics from git, or leave a stage unexplained."""
    of_stages = [f"{stage.name}: {fault}" for stage in stages(root) for fault in stage_faults(stage)]
    return [f"dvc.yaml: {fault}" for fault in top_faults(root)] + of_stages


def top_faults(root: Path) -> Iterator[str]:
    """At the top of the file stand only views of plots that a stage declares."""
    content = read_dvc_yaml(root)
    if "metrics" in content:
        yield "metrics stand at its top; move them to their stage"
    yield from (f"{key} at its top is not known here" for key in sorted(content.keys() - TOP_KEYS - {"metrics"}))
    declared = {path for stage in stages(root) for path in stage.paths("plots")}
    for view in content.get("plots", []):
        for name, options in entry_pairs(view):
            series = options.get("y")
            files = set(series) if isinstance(series, dict) else {name}
            unknown = (file for file in sorted(files) if not covers(declared, file))
            yield from (f"plot {file} is no plot of a stage" for file in unknown)


def stage_faults(stage: Stage) -> Iterator[str]:
    if not str(stage.body.get("desc") or "").strip():
        yield "has no desc"
    # PYTHONPATH: `dvc exp run --temp` copies the repository, and the copy must run its own code, not the installed one.
    command = " ".join(["PYTHONPATH=src python", *stage.command])
    if stage.body.get("cmd") != command:
        yield f"cmd is not `{command}`"
    yield from (f"{key} is set; a stage has {', '.join(sorted(STAGE_KEYS))}" for key in stage.body.keys() - STAGE_KEYS)
    yield from (f"{text} is no key of its matrix" for text in sorted(set(TEMPLATE.findall(str(stage.body)))))
    yield from misplaced(stage)
    for path, options in stage.entries("outs"):
        if options.get("cache") is False:
            yield f"out {path} has cache: false; make it a metric or a plot, or cache it"
    for path, options in [*stage.entries("outs"), *stage.entries("metrics"), *stage.entries("plots")]:
        if "persist" in options:
            yield f"{path} has persist"
    for path, options in [*stage.entries("metrics"), *stage.entries("plots")]:
        if options.get("cache") is not False:
            yield f"{path} lacks cache: false, so git does not hold it"


def misplaced(stage: Stage) -> Iterator[str]:
    """Metrics and plots that are declared as something else, so that no diff shows them, and the other way round."""
    for field in ("outs", *HOMES):
        for path in stage.paths(field):
            home = path.split("/")[0]
            if home in HOMES and field != home:
                yield f"{path} stands under {field}; a file of {home}/ stands under {home}"
            elif home not in HOMES and field in HOMES:
                yield f"{path} stands under {field}; such a file belongs into {field}/"
