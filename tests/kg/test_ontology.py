import copy
import re

import pytest
import yaml

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.ontology import ONTOLOGY_FILE, RULES, Licences, load_ontology
from codegraft.source_repositories import installed_repositories
from tests.pipeline.declared import ROOT

FILE = ROOT / ONTOLOGY_FILE
REAL = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.fixture
def load(tmp_path):
    """Load the real ontology with the changes ``{"section.key": value}``; ``...`` removes the key."""

    def load_changed(changes):
        values = copy.deepcopy(REAL)
        for key, value in changes.items():
            *sections, last = key.split(".")
            place = values
            for section in sections:
                place = place[section]
            if value is ...:
                del place[last]
            else:
                place[last] = value
        (tmp_path / "ontology.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
        return load_ontology(tmp_path / "ontology.yaml")

    return load_changed


def test_the_real_file_has_15_types_and_22_relations_of_which_20_are_stored():
    ontology = load_ontology(FILE)
    assert (len(ontology.types), len(ontology.relations), len(ontology.stored)) == (15, 22, 20)
    assert ontology.inverses == {"defines": "defined_in", "tests": "tested_by"}
    assert set(ontology.evidence.values()) == {"syntactic", "semantic"}
    assert tuple(ontology.evidence) == tuple(sorted(ontology.relations))


def test_the_real_file_asks_of_every_rule_in_the_order_of_the_report():
    assert tuple(REAL["validation"]) == RULES


def test_the_real_file_checks_circles_where_it_should():
    relations = load_ontology(FILE).relations
    assert {name for name, each in relations.items() if each.acyclic} == {"contains", "implements", "inherits_from"}


def test_domain_and_range_take_in_all_that_is_one_of_their_types():
    ontology = load_ontology(FILE)
    assert ontology.domain("declares") == {"Class", "ExceptionType", "Interface", "Annotation"}
    assert ontology.range("overrides") == {"Method", "Test", "API"}
    assert ontology.subtypes(["Type"]) == {"Type", "Class", "ExceptionType", "Interface", "Annotation"}


def test_what_a_range_takes_back_goes_with_all_that_is_one_of_it():
    ontology = load_ontology(FILE)
    assert ontology.range("implements") == {"Type", "Interface", "Annotation"}
    assert ontology.range("instantiates") == {"Type", "Class", "ExceptionType"}
    assert ontology.domain("tested_by") == ontology.range("tests") == {
        *("Function", "Method", "Class", "ExceptionType", "Module")
    }  # fmt: skip


def test_the_digest_is_of_what_the_file_says_and_not_of_how(tmp_path, load):
    rewritten = tmp_path / "rewritten.yaml"
    rewritten.write_text(yaml.safe_dump(REAL, sort_keys=True, default_flow_style=True), encoding="utf-8")
    digest = load_ontology(FILE).digest
    assert re.fullmatch(r"[0-9a-f]{64}", digest)
    assert load_ontology(rewritten).digest == digest
    assert load({"relations.calls.range": ["Function"]}).digest != digest
    assert load({"version": "1.0.1"}).digest != digest


def test_an_ontology_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        load_ontology(FILE).version = "2.0.0"


CALLS = "relations.calls"
FAULTS = [
    ({"relation": {}}, r"relation: unknown key; remove it or correct its spelling"),
    ({f"{CALLS}.symetric": True}, r"relations\.calls\.symetric: unknown key"),
    ({f"{CALLS}.domain": ...}, r"relations\.calls\.domain: missing"),
    ({f"{CALLS}.domain": []}, r"relations\.calls\.domain: .* is not allowed: .*at least 1 item"),
    ({f"{CALLS}.domain": ["Klass"]}, r"relations\.calls\.domain: 'Klass' is no entity type; those are API, Annotation"),
    ({f"{CALLS}.range_except": ["Klass"]}, r"relations\.calls\.range_except: 'Klass' is no entity type"),
    (
        {f"{CALLS}.evidence": "guess"},
        r"calls\.evidence: 'guess' is not allowed: .*'syntactic' or 'semantic'",
    ),
    ({f"{CALLS}.functional": "yes"}, r"relations\.calls\.functional: 'yes' is not allowed: .*valid boolean"),
    ({f"{CALLS}.acyclic": True}, r"relations\.calls: acyclic implies antisymmetric and irreflexive: set both to true"),
    ({f"{CALLS}.stored": False}, r"relations\.calls: not stored and without an inverse"),
    ({f"{CALLS}.max_tails": {"java": {"Klass": 1}}}, r"relations\.calls\.max_tails\.java: 'Klass' is no entity type"),
    ({f"{CALLS}.max_tails": {"java": {"Class": 0}}}, r"relations\.calls\.max_tails\.java\.Class: 0 is not allowed"),
    ({f"{CALLS}.private_tail": {"cobol": "never"}}, r"relations\.calls\.private_tail\.cobol.*'java' or 'python'"),
    ({"languages": ["python"]}, r"relations\.\w+\.\w+: 'java' is not among languages; add it there"),
    ({"entities.Class.is_a": ["Klass"]}, r"entities\.Class\.is_a: 'Klass' is no entity type"),
    ({"entities.Type.is_a": ["ExceptionType"]}, r"entities\.\w+\.is_a: a circle of .*ExceptionType.*; take one away"),
    ({"relations.tested_by.inverse": "calls"}, r"tested_by\.inverse: 'calls' does not name 'tested_by' as its inverse"),
    ({"relations.tested_by.inverse": "checks"}, r"relations\.tested_by\.inverse: 'checks' does not name 'tested_by'"),
    ({"relations.tests.inverse": ...}, r"relations\.tested_by\.inverse: 'tests' does not name 'tested_by'"),
    ({"relations.tested_by.stored": True}, r"exactly one is stored; set the other to false"),
    ({"relations.tests.stored": False}, r"exactly one is stored; set the other to false"),
    ({"relations.tests.range": ["Function"]}, r"relations\.\w+\.domain: is not the range of its inverse"),
    ({"relations.tests.domain": ["Function"]}, r"relations\.\w+\.domain: is not the range of its inverse"),
    (
        {"relations.tested_by.evidence": "syntactic"},
        r"\.evidence: says otherwise than that of its inverse",
    ),
    ({"relations.defined_in.functional": False}, r"relations\.\w+\.functional: says otherwise than inverse_functional"),
    ({"relations.defines.inverse_functional": False}, r"functional: says otherwise than inverse_functional of its"),
    ({"validation.orphans": ...}, r"validation: no entry for orphans; every rule has one"),
    ({"validation.beauty": {"severity": "warning", "threshold": 1.0}}, r"validation\.beauty.*'domain_range'"),
    ({"validation.orphans.severity": "fatal"}, r"validation\.orphans\.severity: 'fatal' is not allowed"),
    ({"validation.orphans.threshold": 1.5}, r"validation\.orphans\.threshold: 1\.5 is not allowed"),
    ({"validation.orphans.threshold": float("nan")}, r"validation\.orphans\.threshold: nan is not allowed"),
    ({"licences.allowed": []}, r"licences\.allowed: .* is not allowed: .*at least 1 item"),
    ({"version": "1"}, r"version: '1' is not allowed"),
    ({"version": 1.0}, r"version: 1\.0 is not allowed"),
]


@pytest.mark.parametrize(("changes", "message"), FAULTS, ids=[next(iter(changes)) for changes, _ in FAULTS])
def test_a_fault_is_refused_with_its_file_and_key(load, tmp_path, changes, message):
    with pytest.raises(KnowledgeGraphError, match=message) as error:
        load(changes)
    assert str(error.value).startswith(f"{tmp_path / 'ontology.yaml'}:")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"- a\n- b\n", "expected a mapping of sections, found list"),
        (b"", "expected a mapping of sections, found NoneType"),
        (b"version: [", "not readable as YAML"),
        (b"version: \xff", "not readable as YAML"),
        (b"version: 1.0.0\nversion: 1.0.0\n", "key 'version' given twice"),
    ],
)
def test_what_is_no_ontology_is_refused(tmp_path, content, message):
    (tmp_path / "ontology.yaml").write_bytes(content)
    with pytest.raises(KnowledgeGraphError, match=message):
        load_ontology(tmp_path / "ontology.yaml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeGraphError, match=r"none\.yaml: no such file"):
        load_ontology(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("BSD", True),
        ("MIT AND BSD", False),
        ("MIT AND ISC", True),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("MIT OR GPL-2.0-only AND GPL-3.0-only", True),
        ("MIT AND GPL-2.0-only OR GPL-3.0-only", False),
        ("(MIT)", False),
        ("mit", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_as_spelled_or_as_an_expression(licence, allowed):
    licences = Licences(allowed=["MIT", "ISC", "LicenseRef-BSD"], spellings={"BSD": "LicenseRef-BSD"})
    assert licences.allows(licence) is allowed


def test_the_licences_of_the_default_sources_are_allowed():
    licences = load_ontology(FILE).licences
    sources = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))["sources"]
    declared = {repository.name: repository.licence for repository in installed_repositories(sources["packages"])}
    declared |= {directory["name"]: directory["licence"] for directory in sources["directories"]}
    assert {name: licence for name, licence in declared.items() if not licences.allows(licence)} == {}
