"""Validation of a knowledge graph against its ontology: one result for each rule."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.ontology import RULES, Demand, Ontology, Rule, Severity
from codegraft.kg.rules import members as rules_members
from codegraft.kg.rules import origin as rules_origin
from codegraft.kg.rules import shape as rules_shape
from codegraft.kg.rules import types as rules_types
from codegraft.kg.rules.codes import Finding, GraphCodes

CHECKS: Final[Mapping[Rule, Callable[[GraphCodes], Finding]]] = MappingProxyType(
    {
        "domain_range": rules_types.domain_range,
        "acyclicity": rules_shape.acyclicity,
        "antisymmetry": rules_shape.antisymmetry,
        "irreflexivity": rules_shape.irreflexivity,
        "inverse_pairs": rules_shape.inverse_pairs,
        "functional": rules_shape.functional,
        "multiplicity": rules_shape.multiplicity,
        "override_signatures": rules_members.override_signatures,
        "visibility": rules_members.visibility,
        "licences": rules_origin.licences,
        "provenance": rules_origin.provenance,
        "dangling": rules_types.dangling,
        "duplicates": rules_types.duplicates,
        "coverage": rules_types.coverage,
        "orphans": rules_types.orphans,
    }
)
"""What each rule checks; the functions say it."""


@dataclass(frozen=True)
class Result:
    """What became of one rule.

    ``checked`` and ``violations`` count what the rule is about: mostly triples, entities for orphans, names of the
    ontology for coverage. ``ratio`` is the share without a violation, 1 where nothing was checked; the rule ``passed``
    if that reaches ``threshold``. ``examples`` name the first violations with their ids and places.
    """

    name: Rule
    severity: Severity
    checked: int
    violations: int
    ratio: float
    passed: bool
    threshold: float
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The results of all rules, by name in the order of :data:`~codegraft.kg.ontology.RULES`."""

    results: Mapping[Rule, Result]

    @property
    def passed(self) -> bool:
        """Whether every rule passed whose failure is a violation; warnings do not count."""
        return not self._violated

    def raise_for_violations(self) -> None:
        """Nothing if :attr:`passed`.

        Raises:
            KnowledgeGraphError: names every rule that was violated, with its first examples.
        """
        if not self.passed:
            problems = "\n".join(_problem(result) for result in self._violated)
            raise KnowledgeGraphError(
                f"the knowledge graph does not keep to its ontology:\n{problems}\n"
                "correct the code or directory that is named, name its licence (--licence), "
                "or build without --strict (kg.strict: false)"
            )

    def as_json(self) -> dict[str, Any]:
        """Results by rule, as plain values."""
        return {
            name: {key: value for key, value in asdict(result).items() if key != "name"}
            | {"examples": [*result.examples]}
            for name, result in self.results.items()
        }

    @property
    def _violated(self) -> list[Result]:
        return [result for result in self.results.values() if result.severity == "violation" and not result.passed]


def validate(triples: pa.Table, entities: pa.Table, ontology: Ontology, *, examples: int = 5) -> Report:
    """Check a graph by every rule of its ontology.

    The tables have the columns of ``kg.store``'s schemas; order of rows, chunks and dictionaries do not matter. Each
    result shows at most ``examples`` violations, the first by row.
    """
    graph = GraphCodes(triples, entities, ontology)
    return Report({name: _result(name, ontology.validation[name], CHECKS[name](graph), examples) for name in RULES})


def _result(name: Rule, demand: Demand, finding: Finding, examples: int) -> Result:
    checked, violations = finding.checked, len(finding.rows)
    ratio = 1.0 - violations / checked if checked else 1.0
    return Result(
        name=name,
        severity=demand.severity,
        checked=checked,
        violations=violations,
        ratio=ratio,
        passed=ratio >= demand.threshold,
        threshold=demand.threshold,
        # All triples of a circle give the same text.
        examples=tuple(dict.fromkeys(map(finding.text, islice(finding.rows.tolist(), examples)))),
    )


def _problem(result: Result) -> str:
    head = f"  {result.name}: {result.violations} of {result.checked}, at least {result.threshold:.1%} must be right"
    return "\n".join([head, *(f"    {example}" for example in result.examples)])
