"""What became of the mutants, per area and module, and why those that survive do."""

import json
import time
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_write

EXPLAINED: Final = Path(__file__).parent / "explained.toml"
"""Why survivors survive: a class, the reason, the file, and the lines before and after."""

CLASSES: Final = ("equivalent", "message", "performance", "unreachable", "gap")
"""No other behaviour; text only; slower only; not to be told apart on this platform; a test that is still missing."""

Mutant = dict[str, Any]


def write_report(results: Path, areas: dict[str, list[Mutant]], whole: dict[str, int]) -> Path:
    """Write the figures and every survivor.

    Args:
        results: the directory of results.
        areas: name -> mutants that were tried, each with its ``outcome``.
        whole: name -> how many mutants the area has.
    """
    why = explanations()
    report = {
        name: {
            "mutants": whole[name],
            **figures(mutants, why),
            "modules": {file: figures(of_file, why) for file, of_file in by_file(mutants)},
            "survivors": [survivor(mutant, why) for mutant in mutants if mutant["outcome"] == "survived"],
        }
        for name, mutants in areas.items()
    }
    print(table(report))
    path = results / f"{time.strftime('%Y-%m-%d')}_mutation.json"
    with atomic_write(path) as temporary:
        temporary.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return path


def table(report: dict[str, dict[str, Any]]) -> str:
    """The figures per area and file, in Markdown."""
    lines = [
        "| area, file | mutants | tried | killed | of them by timeout | survived | share killed |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, area in report.items():
        rows = [
            (f"**{name}**", area["mutants"], area),
            *((f"`{file}`", "", part) for file, part in area["modules"].items()),
        ]
        lines += [
            f"| {title} | {mutants} | {part['tried']} | {part['killed'] + part['timeout']} | {part['timeout']} "
            f"| {part['survived']} | {part['share']:.1%} |"
            for title, mutants, part in rows
            if part["tried"]
        ]
    return "\n".join(lines)


def by_file(mutants: Iterable[Mutant]) -> list[tuple[str, list[Mutant]]]:
    """Mutants of each file, by name."""
    found: dict[str, list[Mutant]] = {}
    for mutant in sorted(mutants, key=lambda mutant: (mutant["file"], mutant["line"], mutant["key"])):
        found.setdefault(mutant["file"], []).append(mutant)
    return list(found.items())


def figures(mutants: list[Mutant], why: dict[tuple[str, str, str], dict[str, str]]) -> dict[str, Any]:
    """How many were tried, what became of them, and of the survivors which class they are of.

    A timeout counts as killed: the tests would not have come to an end.
    """
    outcomes = Counter(mutant["outcome"] for mutant in mutants)
    classes = Counter(
        why.get(place(mutant), {}).get("class", "") for mutant in mutants if mutant["outcome"] == "survived"
    )
    dead = outcomes["killed"] + outcomes["timeout"]
    return {
        "tried": len(mutants),
        "killed": outcomes["killed"],
        "timeout": outcomes["timeout"],
        "survived": outcomes["survived"],
        "share": round(dead / len(mutants), 4) if mutants else None,
        **{name: classes[name] for name in CLASSES if classes[name]},
        "unexplained": classes[""],
    }


def survivor(mutant: Mutant, why: dict[tuple[str, str, str], dict[str, str]]) -> dict[str, Any]:
    """A survivor as the results file has it."""
    explained = why.get(place(mutant), {})
    return {
        **{name: mutant[name] for name in ("file", "line", "function")},
        "diff": [
            *(f"- {line}" for line in mutant["old"].splitlines()),
            *(f"+ {line}" for line in mutant["new"].splitlines()),
        ],
        "class": explained.get("class"),
        "why": explained.get("why"),
    }


def place(mutant: Mutant) -> tuple[str, str, str]:
    """By what a mutant is known to explained.toml: its file, and the stripped lines before and after."""
    before, after = ("\n".join(map(str.strip, mutant[name].splitlines())) for name in ("old", "new"))
    return mutant["file"].removeprefix("src/codegraft/"), before, after


def explanations() -> dict[tuple[str, str, str], dict[str, str]]:
    """Class and reason of each survivor that has one."""
    entries = tomllib.loads(EXPLAINED.read_text()).get("survivor", [])
    return {
        (entry["file"], entry["old"], new): {"class": entry["class"], "why": entry["why"]}
        for entry in entries
        for new in entry["new"]
    }
