"""The figures of a graph that reviewers compare from commit to commit."""

from collections.abc import Mapping
from typing import Any


def summarise(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The metrics of a graph, from its manifest.

    ``relations`` and ``entity_types`` count those that occur, derived directions included. The shares under ``calls``
    are of call sites; the baseline is what an extractor would resolve that never looks beyond a file.
    """
    triples, entities, calls = manifest["triples"], manifest["entities"], manifest["calls"]
    rules = manifest["validation"]["rules"]
    return {
        "triples": triples["stored"],
        "triples_served": triples["served"],
        "relations": sum(number > 0 for number in triples["by_relation"].values()),
        "entities": entities["total"],
        "entity_types": sum(number > 0 for number in entities["by_type"].values()),
        "files": manifest["sources"]["files"],
        "files_with_problems": len(manifest["sources"]["problems"]),
        "domain_range_ratio": rules["domain_range"]["ratio"],
        "cycles": rules["acyclicity"]["violations"],
        "violations": {name: rule["violations"] for name, rule in rules.items() if rule["severity"] == "violation"},
        "calls": {
            "sites": calls["sites"],
            "resolved_share": calls["resolved_share"],
            "external_share": calls["external_share"],
            "unresolved_share": calls["unresolved_share"],
        },
        "baselines": {"calls": {"resolved_within_a_file_share": calls["same_file_share"]}},
        "by_relation": triples["by_relation"],
        "by_type": entities["by_type"],
        "by_language": triples["by_language"],
        "by_resolution": triples["by_resolution"],
    }
