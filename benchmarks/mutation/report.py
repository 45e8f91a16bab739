"""What is known of the mutants, as figures per area and module."""
from pathlib import Path
from typing import Any


def write_report(root: Path, areas: dict[str, tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]]) -> None:
    """To be."""
    for name, (mutants, known) in areas.items():
        tried = [known[mutant["key"]] for mutant in mutants if mutant["key"] in known]
        dead = sum(line["outcome"] != "survived" for line in tried)
        print(name, len(mutants), len(tried), dead, round(100 * dead / max(len(tried), 1), 1))
