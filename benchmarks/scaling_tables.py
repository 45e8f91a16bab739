"""The tables of docs/scaling.md, in Markdown: what was measured, what the model says of it, and of what was not.

python -m benchmarks.scaling_tables
"""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np

from benchmarks.scaling_model import (
    DEVICES,
    GIB,
    NUMBERS,
    TERA,
    UTILISATION,
    Measured,
    device_hours,
    fit,
    foretold,
    measured,
    nodes_to_hide,
    replicated_traffic,
    sharded_traffic,
    stage_line,
    state_bytes,
    step_seconds,
    training_operations,
    unit_bytes,
)
from benchmarks.scaling_stages import STAGES

LAYERS: Final = {"small": 396_544, "base": 85_054_464}
"""Weights of the encoder's layers: those that each node passes."""

INT32: Final = 2**31
MEGABYTE: Final = 1e6

WIRES: Final = {"10 Gbit/s": 1.25e9, "100 Gbit/s": 12.5e9, "400 Gbit/s": 50e9}


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """In Markdown."""
    names = list(head)
    lines = [names, ["---"] * len(names), *(map(str, row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def percent(found: float, predicted: float) -> str:
    """How far a prediction is off."""
    return f"{round(100 * (predicted / found - 1)):+d} %"


def processes_table(cases: list[dict[str, Any]]) -> str:
    """One host: what each process computes, says and holds, beside what the formulas say."""
    head = ["size, processes", "computing, s", "talking, s", "received, MB", "formula, MB", "error"]
    rows = []
    for case in (case for case in cases if case["hosts"] == 1):
        number, took, traffic = case["processes"], case["received_bytes_of_a_host"], traffic_of(case)
        state = state_bytes(case["parameter_bytes"] / 4, number, sharded=case["sharded"])
        rows.append(
            [
                f"{case['size']}, {number}{', FSDP' * case['sharded']}",
                f"{case['computing_cpu_seconds']:.3f}",
                f"{case['talking_cpu_seconds']:.3f}",
                f"{took / MEGABYTE:.1f}",
                f"{traffic / MEGABYTE:.1f}",
                percent(took, traffic) if number > 1 else "",
                f"{max(case['resident_steps']) / GIB:.2f}" if "resident_steps" in case else "",
                f"{max(case['resident_peak']) / GIB:.2f}",
                f"{state / GIB:.2f}",
                f"{loss_difference(cases, case):.1e}" if number > 1 else "",
            ]
        )
    return table([*head, "held in steps, GiB", "at most", "state", "loss"], rows)


def traffic_of(case: dict[str, Any]) -> float:
    """What all processes of a case receive in a step, by the formulas."""
    processes = case["processes"] * case["hosts"]
    if case["sharded"]:
        layers = 4 * LAYERS[case["size"]]
        return sharded_traffic(layers, case["parameter_bytes"] - layers, processes)
    return replicated_traffic(case["parameter_bytes"], case["buffer_bytes"], processes)


def alone(cases: list[dict[str, Any]], case: dict[str, Any]) -> dict[str, Any]:
    """The same training by one process."""
    [found] = [one for one in cases if one["size"] == case["size"] and one["processes"] * one["hosts"] == 1]
    return found


def loss_difference(cases: list[dict[str, Any]], case: dict[str, Any]) -> float:
    """The largest difference of a loss to that of one process, relative to it."""
    whole, shared = np.array(alone(cases, case)["losses"]), np.array(case["losses"])
    return float(np.abs(shared / whole - 1).max())


def wires_table(cases: list[dict[str, Any]]) -> str:
    """Two hosts: the least step beside that without a limit, and what the wire must take."""
    rows = [
        [
            f"{case['size']}, {case['wire'] or 'no limit'}",
            f"{case['least_wall_seconds']:.2f}",
            f"{case['median_wall_seconds']:.2f}",
            " to ".join(f"{seconds:.2f}" for seconds in wire_seconds(cases, case)),
            f"{case['received_bytes_of_a_host'] / MEGABYTE:.1f}",
            f"{traffic_of(case) / 2 / MEGABYTE:.1f}",
            f"{loss_difference(cases, case):.1e}",
        ]
        for case in cases
        if case["hosts"] == 2
    ]
    head = ["size, Mbit/s", "least step, s", "median", "model: all hidden to none", "received, MB", "formula", "loss"]
    return table(head, rows)


def wire_seconds(cases: list[dict[str, Any]], case: dict[str, Any]) -> list[float]:
    """Of a step of two hosts: if the exchange is hidden as far as can be, and if none of it is."""
    if not case["wire"]:
        return []
    [free] = [one for one in cases if one["hosts"] == 2 and one["size"] == case["size"] and not one["wire"]]
    # The second host receives more, as it is sent the buffers too.
    most, rate = case["parameter_bytes"] + case["buffer_bytes"], 1e6 / 8 * case["wire"]
    return [step_seconds(free["least_wall_seconds"], most, rate, overlap) for overlap in (1.0, 0.0)]


def all_stages(runs: list[dict[str, Any]]) -> list[str]:
    """Those that ran twice at least, in order; the others take what their parameters say."""
    return [stage for stage in STAGES if sum(stage in run["stages"] for run in runs) > 1]


def stages_table(runs: list[dict[str, Any]]) -> str:
    """What sources cost each stage, by the megabyte, and how well that foretells the largest run."""
    figures = (("cpu_seconds", 1.0, 2), ("peak_bytes", MEGABYTE, 0), ("output_bytes", MEGABYTE, 2))
    rows = []
    for stage in all_stages(runs):
        cells = [stage]
        for figure, unit, digits in figures:
            line, error = stage_line(runs, stage, figure), foretold(runs, stage, figure)
            cells.append(f"{line.start / unit:.{digits}f} + {line.slope * MEGABYTE / unit:.{digits}f} x")
            cells.append("" if error is None else f"{100 * error:+.0f} %")
        rows.append(cells)
    return table(["stage", "CPU, s", "error", "peak memory, MB", "error", "output, MB", "error"], rows)


def projection(found: Measured) -> str:
    """Hours, memory and storage by the number of repositories."""
    unit = unit_bytes(found.stages)
    stages = all_stages(found.stages)
    nodes = found.limits["epoch"]["nodes"] / NUMBERS[0]
    memory = {stage: stage_line(found.stages, stage, "peak_bytes") for stage in stages}
    rows = []
    for number in NUMBERS:
        size = number * unit
        cpu = sum(stage_line(found.stages, stage, "cpu_seconds").at(size) for stage in stages) / 3600
        output = sum(stage_line(found.stages, stage, "output_bytes").at(size) for stage in stages)
        worst = max(memory, key=lambda stage: memory[stage].at(size))
        operations = training_operations(LAYERS["base"], number * nodes)
        rows.append(
            [
                f"{number:,}",
                f"{size / 1e9:,.2f}",
                f"{cpu:,.2f}",
                f"{memory[worst].at(size) / GIB:,.1f} ({worst})",
                f"{output / TERA:,.4f}",
                f"{number * nodes / 1e9:,.3f}",
                *(f"{device_hours(operations, device):,.2f}" for device in DEVICES),
            ]
        )
    head = [
        "repositories",
        "sources, GB",
        "stages, CPU hours",
        "largest peak, GiB",
        "storage, TB",
        "nodes of an epoch, 1e9",
    ]
    return table([*head, *(f"{device.name}, hours" for device in DEVICES)], rows)


def breaks(found: Measured) -> str:
    """The number of repositories at which each limit is reached, least first."""
    unit, limits = unit_bytes(found.stages), found.limits
    stages = all_stages(found.stages)
    ours = NUMBERS[0]
    rows: list[tuple[float, str]] = []
    for stage in stages:
        line = stage_line(found.stages, stage, "peak_bytes")
        rows += [(line.reaches(memory * GIB) / unit, f"{memory} GiB of memory: {stage}") for memory in (24, 128)]
    cpu = [stage_line(found.stages, stage, "cpu_seconds") for stage in stages]
    seconds, start = sum(line.slope for line in cpu), sum(line.start for line in cpu)
    rows += [((86_400 * cores - start) / seconds / unit, f"a day of {cores} cores: all stages") for cores in (2, 64)]
    output = sum(stage_line(found.stages, stage, "output_bytes").slope for stage in stages)
    rows.append((TERA / output / unit, "1 TB of disk: what stages leave"))
    reading = limits["epoch"]["reading_peak_bytes"] / ours
    rows += [(memory * GIB / reading, f"{memory} GiB: chains, in each training process") for memory in (24, 128)]
    rows.append((INT32 / (limits["graph"]["id_bytes"] / ours), "2 GiB of entity ids in one Arrow array"))
    rows.append((INT32 / (limits["graph"]["triples"] / ours), "int32 rows of triples in the chains"))
    per_pass = quadratic([(run["repositories"], run["texts_of_table"]) for run in limits["by_repositories"]])
    rows.append(((86_400 / per_pass) ** 0.5, "a day of one core: sources filtered for each repository"))
    return table(["repositories", "what"], [(f"{number:,.0f}", what) for number, what in sorted(rows) if number > 0])


def quadratic(points: list[tuple[float, float]]) -> float:
    """The coefficient of the square, by least squares with a linear part and no constant."""
    x, y = np.array(points).T
    return float(np.linalg.lstsq(np.stack([x, x**2], 1), y, rcond=None)[0][1])


def wires_to_hide() -> str:
    """Nodes in a device's share of a step from which DDP's exchange hides behind computing."""
    rows = [
        [device.name, *(f"{nodes_to_hide(device.rate * UTILISATION, rate):,.0f}" for rate in WIRES.values())]
        for device in DEVICES
    ]
    return table(["device", *WIRES], rows)


def strong(cases: list[dict[str, Any]]) -> str:
    """Seconds of computing by four processes, foretold from those of one and two."""
    rows = []
    for size in dict.fromkeys(case["size"] for case in cases):
        seconds = {
            case["processes"]: case["computing_cpu_seconds"]
            for case in cases
            if case["size"] == size and case["hosts"] == 1 and not case["sharded"]
        }
        if not {1, 2, 4} <= seconds.keys():
            continue
        line = fit([1.0, 0.5], [seconds[1], seconds[2]])
        rows.append(
            [size, f"{line.start:.3f}", f"{line.at(0.25):.3f}", f"{seconds[4]:.3f}", percent(seconds[4], line.at(0.25))]
        )
    return table(["size", "fixed, s", "foretold for 4", "found", "error"], rows)


def main() -> None:
    """Print all."""
    found = measured()
    for part in (
        processes_table(found.training),
        strong(found.training),
        wires_table(found.training),
        stages_table(found.stages),
        projection(found),
        breaks(found),
        wires_to_hide(),
    ):
        print(part)


if __name__ == "__main__":
    main()
