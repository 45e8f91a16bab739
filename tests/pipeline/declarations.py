"""Rule 3: how a stage is declared, so that DVC's run cache works and a reader knows what a stage is for.

``cache: false`` under ``outs``, ``persist`` and ``always_changed`` switch the run cache off; the same ``cache: false``
under a stage's own ``metrics`` and ``plots`` does not, and puts those small files into git, for reviews to compare.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.pipeline.declared import Stage, entry_pairs, read_dvc_yaml, stages


def faults(root: Path) -> list[str]:
    """Declarations that switch the run cache off, hide metrics from git, or leave a stage unexplained."""
    of_stages = [f"{stage.name}: {fault}" for stage in stages(root) for fault in stage_faults(stage)]
    return [f"dvc.yaml: {fault}" for fault in top_faults(root)] + of_stages


def top_faults(root: Path) -> Iterator[str]:
    """At the top of the file stand only views of plots that a stage declares."""
    content = read_dvc_yaml(root)
    if "metrics" in content:
        yield "metrics stand at its top; move them to their stage"
    declared = {path for stage in stages(root) for path in stage.paths("plots")}
    for view in content.get("plots", []):
        for name, options in entry_pairs(view):
            series = options.get("y")
            files = set(series) if isinstance(series, dict) else {name}
            yield from (f"plot {file} is no plot of a stage" for file in sorted(files - declared))


def stage_faults(stage: Stage) -> Iterator[str]:
    if not str(stage.body.get("desc") or "").strip():
        yield "has no desc"
    # PYTHONPATH: `dvc exp run --temp` copies the repository, and the copy must run its own code, not the installed one.
    command = f"PYTHONPATH=src python -m {stage.module}"
    if stage.body.get("cmd") != command:
        yield f"cmd is not `{command}`"
    for key in ("always_changed", "frozen"):
        if key in stage.body:
            yield f"{key} is set"
    for path, options in stage.entries("outs"):
        if options.get("cache") is False:
            yield f"out {path} has cache: false; make it a metric or a plot, or cache it"
    for path, options in [*stage.entries("outs"), *stage.entries("metrics"), *stage.entries("plots")]:
        if "persist" in options:
            yield f"{path} has persist"
    for path, options in [*stage.entries("metrics"), *stage.entries("plots")]:
        if options.get("cache") is not False:
            yield f"{path} lacks cache: false, so git does not hold it"
