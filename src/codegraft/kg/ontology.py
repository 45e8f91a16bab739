"""The ontology: entity types, relations and what may not be, read from a file that is checked itself."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError, model_validator

from codegraft.errors import KnowledgeGraphError, plain
from codegraft.params import MAX_PROBLEMS, read_mapping

ONTOLOGY_FILE: Final = Path("data/ontology.yaml")

# fmt: off
Rule = Literal[
    "domain_range", "acyclicity", "antisymmetry", "irreflexivity", "inverse_pairs", "functional", "multiplicity",
    "override_signatures", "visibility", "licences", "provenance", "dangling", "duplicates", "coverage", "orphans",
]
# fmt: on
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
"""Names of the validation's rules, in the order of its report."""

Language = Literal["java", "python"]
Severity = Literal["violation", "warning"]
Evidence = Literal["syntactic", "semantic"]
PrivateTail = Literal["never", "same_top_level"]
SameSignature = Literal["argument_count", "erased_types"]

Name = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Name, ...], Strict(False)]


class Part(BaseModel):
    """A strict, frozen part of the ontology file."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


class EntityType(Part):
    """A type of entity; ``is_a`` names its direct parents, ``attributes`` the keys its entities may have."""

    description: Name
    is_a: Names = ()
    attributes: Names = ()


class Relation(Part):
    """A type of triple. What each field asks stands at the head of ``relations`` in the ontology file."""

    description: Name
    domain: Annotated[Names, Field(min_length=1)]
    domain_except: Names = ()
    range: Annotated[Names, Field(min_length=1)]
    range_except: Names = ()
    inverse: Name | None = None
    stored: bool = True
    functional: bool = False
    inverse_functional: bool = False
    max_tails: Mapping[Language, Mapping[Name, Annotated[int, Field(ge=1)]]] = {}
    acyclic: bool = False
    antisymmetric: bool = False
    irreflexive: bool = False
    evidence: Evidence
    same_signature: Mapping[Language, SameSignature] = {}
    private_tail: Mapping[Language, PrivateTail] = {}

    @model_validator(mode="after")
    def _acyclic_says_more(self) -> "Relation":
        if self.acyclic and not (self.antisymmetric and self.irreflexive):
            raise ValueError("acyclic implies antisymmetric and irreflexive: set both to true")
        if not self.stored and self.inverse is None:
            raise ValueError("not stored and without an inverse, it could not be derived: name one, or store it")
        return self


class Licences(Part):
    """Licences that code in the graph may have; ``spellings`` maps what metadata says to an SPDX expression."""

    allowed: Annotated[Names, Field(min_length=1)]
    spellings: Mapping[Name, Name] = {}

    def allows(self, licence: str) -> bool:
        """Whether a licence, spelled as declared, is an expression of allowed ids joined by AND and OR.

        OR binds weaker than AND. Parentheses and WITH are not read, so such an expression is not allowed unless
        ``spellings`` has it.
        """
        choices = self.spellings.get(licence, licence).split(" OR ")
        return any(all(part.strip() in self.allowed for part in choice.split(" AND ")) for choice in choices)


class Demand(Part):
    """What validation demands of one rule: the share that must be right, and what it means if it is not."""

    severity: Severity
    threshold: Annotated[float, Field(ge=0.0, le=1.0)]


class Ontology(Part):
    """Entity types, relations, licences and demands; see the comments of the ontology file."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    languages: Annotated[tuple[Language, ...], Strict(False)]
    entities: Mapping[Name, EntityType]
    relations: Mapping[Name, Relation]
    licences: Licences
    validation: Mapping[Rule, Demand]

    @model_validator(mode="after")
    def _is_sound(self) -> "Ontology":
        self._refuse_unknown_names()
        self._refuse_circles()
        for name, relation in self.relations.items():
            if relation.inverse is not None:
                self._check_inverse(name, relation, relation.inverse)
        if missing := [rule for rule in RULES if rule not in self.validation]:
            raise ValueError(f"validation: no entry for {', '.join(missing)}; every rule has one")
        return self

    @cached_property
    def types(self) -> tuple[str, ...]:
        """Names of the entity types, sorted."""
        return tuple(sorted(self.entities))

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """Names of the relations that are kept as triples, sorted."""
        return tuple(sorted(name for name, relation in self.relations.items() if relation.stored))

    @cached_property
    def inverses(self) -> Mapping[str, str]:
        """Stored relation -> the relation that is derived from it, sorted."""
        return {name: inverse for name in self.stored if (inverse := self.relations[name].inverse)}

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """Relation -> syntactic or semantic, sorted."""
        return {name: self.relations[name].evidence for name in sorted(self.relations)}

    @cached_property
    def digest(self) -> str:
        """SHA-256 over what the file says; comments, order of keys and layout do not change it."""
        content = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()

    def domain(self, relation: str) -> frozenset[str]:
        """All entity types that triples of a relation may leave from."""
        declared = self.relations[relation]
        return self.subtypes(declared.domain) - self.subtypes(declared.domain_except)

    def range(self, relation: str) -> frozenset[str]:
        """All entity types that triples of a relation may lead to."""
        declared = self.relations[relation]
        return self.subtypes(declared.range) - self.subtypes(declared.range_except)

    def subtypes(self, names: Iterable[str]) -> frozenset[str]:
        """The given entity types and all that are one of them, at any distance."""
        wanted = set(names)
        return frozenset(name for name, kinds in self._kinds.items() if wanted & kinds)

    @cached_property
    def _kinds(self) -> Mapping[str, frozenset[str]]:
        """Entity type -> itself and all that it is."""
        kinds: dict[str, frozenset[str]] = {}
        for name in TopologicalSorter({name: entity.is_a for name, entity in self.entities.items()}).static_order():
            kinds[name] = frozenset({name}).union(*(kinds[parent] for parent in self.entities[name].is_a))
        return kinds

    def _refuse_unknown_names(self) -> None:
        named = {f"entities.{name}.is_a": entity.is_a for name, entity in self.entities.items()}
        for name, relation in self.relations.items():
            for field in ("domain", "domain_except", "range", "range_except"):
                named[f"relations.{name}.{field}"] = getattr(relation, field)
            for language, limits in relation.max_tails.items():
                named[f"relations.{name}.max_tails.{language}"] = tuple(limits)
            for field in ("max_tails", "same_signature", "private_tail"):
                for language in sorted(getattr(relation, field).keys() - set(self.languages)):
                    raise ValueError(f"relations.{name}.{field}: {language!r} is not among languages; add it there")
        for key, names in named.items():
            for unknown in sorted(set(names) - self.entities.keys()):
                raise ValueError(f"{key}: {unknown!r} is no entity type; those are {', '.join(self.types)}")

    def _refuse_circles(self) -> None:
        try:
            TopologicalSorter({name: entity.is_a for name, entity in self.entities.items()}).prepare()
        except CycleError as error:
            circle = error.args[1]
            raise ValueError(f"entities.{circle[0]}.is_a: a circle of {', '.join(circle)}; take one away") from None

    def _check_inverse(self, name: str, relation: Relation, inverse: str) -> None:
        key, other = f"relations.{name}", self.relations.get(inverse)
        if other is None or other.inverse != name:
            raise ValueError(f"{key}.inverse: {inverse!r} does not name {name!r} as its inverse; each names the other")
        if relation.stored == other.stored:
            raise ValueError(f"{key}.stored: of {name} and {inverse} exactly one is stored; set the other to false")
        if self.domain(name) != self.range(inverse):
            raise ValueError(f"{key}.domain: is not the range of its inverse {inverse}; they are one and the same")
        if relation.functional != other.inverse_functional:
            raise ValueError(f"{key}.functional: says otherwise than inverse_functional of its inverse {inverse}")
        if relation.evidence != other.evidence:
            raise ValueError(f"{key}.evidence: says otherwise than that of its inverse {inverse}")


def load_ontology(path: str | Path = ONTOLOGY_FILE) -> Ontology:
    """Read and check an ontology file.

    Raises:
        KnowledgeGraphError: the file is missing, is not YAML, or a key or value in it is not allowed.
    """
    path = Path(path)
    try:
        return Ontology.model_validate(read_mapping(path, KnowledgeGraphError))
    except ValidationError as error:
        problems = "\n".join(f"  {_describe(problem)}" for problem in error.errors()[:MAX_PROBLEMS])
        raise KnowledgeGraphError(f"{path}:\n{problems}") from None


def _describe(problem: Any) -> str:
    key = plain(".".join(str(part) for part in problem["loc"]))
    message = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "extra_forbidden":
        return f"{key}: unknown key; remove it or correct its spelling"
    if problem["type"] == "missing":
        return f"{key}: missing; say it"
    if isinstance(problem["input"], dict | BaseModel):
        return f"{key}: {message}".removeprefix(": ")
    return f"{key}: {plain(repr(problem['input']))} is not allowed: {message}"
