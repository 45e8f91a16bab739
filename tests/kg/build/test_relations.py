"""Which triples code makes, and from which places."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.kg.build.assemble import assemble
from codegraft.kg.build.partition import partition
from codegraft.kg.build.relations import RELATION_OF, RELATIONS
from codegraft.kg.ontology import load_ontology
from codegraft.kg.validate import validate
from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, RESOLUTIONS, Flag
from tests.kg.models import LINE, ModelBuilder, random_model

STRUCTURE = {"contains", "declares", "defines", "produces"}


def rows(*models):
    return assemble([partition([model.build() for model in models], "r", "1.0", "MIT")]).triples.to_pylist()


def triples(*models, structure=False):
    """Head, relation and tail of each triple without the repository's name; those of definitions only if asked."""
    found = {(row["head"], row["relation"], row["tail"]) for row in rows(*models)}
    return {
        (head.removeprefix("r:"), relation, tail.removeprefix("r:"))
        for head, relation, tail in found
        if structure or relation not in STRUCTURE
    }


@pytest.fixture(scope="module")
def ontology(request):
    return load_ontology(request.config.rootpath / "data/ontology.yaml")


@pytest.fixture
def model():
    return ModelBuilder()


@pytest.fixture
def code(model):
    """A module with a class that has a method and an attribute, an exception, an interface, a function, a variable."""
    names = {"module": model.module("a.py", "a")}
    for kind, name, flags in (
        *[("class", "C", 0), ("class", "E", Flag.EXCEPTION), ("interface", "I", 0), ("function", "f", 0)],
        *[("variable", "v", 0), ("function", "t", Flag.TEST), ("annotation", "A", 0)],
    ):
        names[name] = model.define(kind, names["module"], name, flags)
    names["m"] = model.define("method", names["C"], "m")
    names["x"] = model.define("attribute", names["C"], "x")
    return names


def test_definitions_stand_in_files_modules_and_classes(model, code):
    inside = {("", "contains", "a.py"), ("", "contains", "a"), ("a.C", "contains", "a.C.m")}
    inside |= {("a", "contains", f"a.{name}") for name in ("C", "E", "I", "f", "t", "A")}
    members = {("a.C", "declares", "a.C.m"), ("a.C", "declares", "a.C.x")}
    named = ("a", "a.C", "a.E", "a.I", "a.f", "a.v", "a.t", "a.A", "a.C.m", "a.C.x")
    defined = {("a.py", "defines", name) for name in named}
    assert triples(model, structure=True) == inside | members | defined


def test_packages_contain_their_modules_and_functions_what_is_local():
    model = ModelBuilder()
    model.module("p/__init__.py", "p")
    model.module("p/q/r.py", "p.q.r")
    function = model.define("function", model.module("s.py", "s"), "f")
    variable = model.define("variable", function, "v")
    model.define("lambda", variable, "<lambda1>")
    model.define("lambda", model.define("variable", model.definitions[function][1], "w"), "<lambda1>")
    contained = {(head, tail) for head, relation, tail in triples(model, structure=True) if relation == "contains"}
    files = {("", "p/__init__.py"), ("", "p/q/r.py"), ("", "s.py")}
    modules = {("", "p"), ("p", "p.q.r"), ("", "s")}
    assert contained - files - modules == {("s", "s.f"), ("s.f", "s.f.v.<lambda1>"), ("s", "s.w.<lambda1>")}


def test_a_package_of_one_language_does_not_contain_modules_of_another():
    python, java = ModelBuilder("python"), ModelBuilder("java")
    python.module("org/__init__.py", "org")
    java.module("src/org/a/package-info.java", "org.a")
    java.module("src/org/a/B.java", "org.a.B.java")
    found = triples(python, java, structure=True)
    contained = {(head, tail) for head, relation, tail in found if relation == "contains" and "/" not in tail}
    assert contained == {("", "org"), ("", "org.a"), ("org.a", "org.a.B.java")}


@pytest.mark.parametrize(
    ("kind", "source", "target", "expected"),
    [
        ("call", "m", "f", ("a.C.m", "calls", "a.f")),
        ("call", "f", "m", ("a.f", "calls", "a.C.m")),
        ("call", "f", "t", ("a.f", "calls", "a.t")),
        ("call", "module", "f", ("a", "calls", "a.f")),
        ("call", "C", "f", ("a.C", "calls", "a.f")),
        ("call", "f", "C", ("a.f", "instantiates", "a.C")),
        ("call", "f", "builtins.print", ("a.f", "invokes", "<builtin>:print")),
        ("instantiate", "f", "C", ("a.f", "instantiates", "a.C")),
        ("instantiate", "f", "E", ("a.f", "instantiates", "a.E")),
        ("instantiate", "f", "builtins.list", ("a.f", "instantiates", "<builtin>:list")),
        ("inherit", "E", "C", ("a.E", "inherits_from", "a.C")),
        ("inherit", "C", "I", ("a.C", "implements", "a.I")),
        ("inherit", "I", "A", ("a.I", "inherits_from", "a.A")),
        ("inherit", "C", "builtins.dict", ("a.C", "inherits_from", "<builtin>:dict")),
        ("implement", "C", "I", ("a.C", "implements", "a.I")),
        ("implement", "C", "builtins.I", ("a.C", "implements", "<builtin>:I")),
        ("override", "m", "m", None),
        ("override", "m", "builtins.object.m", ("a.C.m", "overrides", "<builtin>:object.m")),
        ("import", "f", "C", ("a", "imports", "a")),
        ("import", "module", "builtins.print", None),
        ("read", "f", "v", ("a.f", "reads_from", "a.v")),
        ("read", "m", "x", ("a.C.m", "reads_from", "a.C.x")),
        ("read", "f", "C", ("a.f", "uses", "a.C")),
        ("write", "f", "v", ("a.f", "writes_to", "a.v")),
        ("type", "f", "I", ("a.f", "uses", "a.I")),
        ("type", "f", "builtins.int", ("a.f", "uses", "<builtin>:int")),
        ("return", "f", "C", ("a.f", "returns", "a.C")),
        ("return", "f", "builtins.int", ("a.f", "returns", "<builtin>:int")),
        ("raise", "f", "E", ("a.f", "raises", "a.E")),
        ("raise", "f", "builtins.OSError", ("a.f", "raises", "<builtin>:OSError")),
        ("catch", "m", "E", ("a.C.m", "catches", "a.E")),
        ("decorate", "f", "A", ("a.f", "annotated_with", "a.A")),
        ("decorate", "C", "f", ("a.C", "annotated_with", "a.f")),
        ("decorate", "f", "builtins.property", ("a.f", "annotated_with", "<annotation>:builtins.property")),
        ("call", "f", None, None),
    ],
)
def test_a_reference_is_said_in_the_relation_of_its_target(model, code, kind, source, target, expected):
    model.refer(kind, code[source], code.get(target, target))
    assert triples(model) == ({expected} if expected else set())


def test_a_reference_from_a_parameter_is_said_by_its_function(model, code):
    parameter = model.define("parameter", code["f"], "p")
    model.refer("call", parameter, code["m"])
    model.refer("decorate", parameter, "lib.Nullable")
    depends = {(head, "depends_on", "<library>:lib") for head in ("", "a")}
    assert triples(model) == {("a.f", "calls", "a.C.m"), *depends}


def test_what_is_no_entity_is_not_referred_to(model, code):
    model.refer("read", code["f"], model.define("parameter", code["f"], "p"))
    assert triples(model) == set()


def test_modules_import_modules_and_libraries_and_depend_on_what_they_use(model, code):
    other = model.module("b.py", "b")
    model.refer("import", code["f"], other)
    model.refer("import", code["module"], "numpy.linalg")
    model.refer("import", other, "unused")
    model.refer("call", code["m"], "numpy.linalg.norm")
    assert triples(model) == {
        ("a", "imports", "b"),
        ("a", "imports", "<library>:numpy"),
        ("b", "imports", "<library>:unused"),
        ("a", "depends_on", "<library>:numpy"),
        ("", "depends_on", "<library>:numpy"),
        ("", "depends_on", "<library>:unused"),
        ("a.C.m", "invokes", "<external>:numpy.linalg.norm"),
    }


def test_a_test_tests_what_it_runs_and_no_other_test(model, code):
    inner = model.define("function", code["t"], "inner")
    other = model.define("function", code["module"], "u", Flag.TEST)
    model.refer("call", code["t"], code["f"])
    model.refer("call", inner, code["m"])
    model.refer("instantiate", code["t"], code["C"])
    model.refer("call", code["t"], other)
    model.refer("read", code["t"], code["E"])
    tested = {(head, tail) for head, relation, tail in triples(model) if relation == "tests"}
    assert tested == {("a.t", "a.f"), ("a.t", "a.C.m"), ("a.t", "a.C")}


def test_repository_and_module_produce_the_target():
    model = ModelBuilder()
    model.module("run.py", "run", Flag.MAIN)
    produced = {(head, tail) for head, relation, tail in triples(model, structure=True) if relation == "produces"}
    assert produced == {("", "<target>run"), ("run", "<target>run")}


def test_nothing_inherits_from_itself(model, code):
    model.refer("inherit", code["C"], code["C"])
    part = partition([model.build()], "r", "1", "MIT")
    assert triples(model) == set()
    assert assemble([part]).unsaid == {"inherit": 1}


def test_a_triple_has_its_first_place_its_number_of_places_and_the_surest_resolution(model, code):
    for resolution in ("inferred", "exact", "inferred"):
        model.refer("call", code["f"], code["m"], resolution)
    (row,) = [row for row in rows(model) if row["relation"] == "calls"]
    line = model.references[0][-1]
    assert row == {
        **{"head": "r:a.f", "head_type": "Function", "relation": "calls", "tail": "r:a.C.m", "tail_type": "Method"},
        **{"resolution": "exact", "language": "python", "repository": "r", "version": "1.0", "licence": "MIT"},
        **{"file": "a.py", "start": (line - 1) * LINE, "end": line * LINE - 1, "line_start": line, "line_end": line},
        "occurrences": 3,
    }


def test_the_first_place_is_the_first_by_path_whatever_the_language():
    python, java = ModelBuilder("python"), ModelBuilder("java")
    python.refer("import", python.module("b.py", "b"), "org.slf4j.Logger")
    java.refer("import", java.module("A.java", "A"), "org")
    for models in ((python, java), (java, python)):
        (row,) = [row for row in rows(*models) if row["relation"] == "depends_on"]
        assert (row["file"], row["language"], row["occurrences"]) == ("A.java", "java", 2)


def test_calls_are_counted_by_call_site(model, code):
    model.refer("call", code["f"], code["m"])
    model.refer("call", code["f"], "builtins.print")
    model.refer("call", code["f"], None)
    other = model.define("function", model.module("b.py", "b"), "g")
    model.refer("call", code["f"], other)
    assert partition([model.build()], "r", "1", "MIT").calls == (2, 1, 1, 1)


def test_a_call_site_with_several_targets_counts_once_and_by_the_best(model, code):
    for target in (code["m"], "builtins.print", code["t"]):
        model.refer("call", code["f"], target)
        model.references[-1] = (*model.references[-1][:-1], 99)
    assert partition([model.build()], "r", "1", "MIT").calls == (1, 0, 0, 1)


def test_every_relation_that_a_target_decides_may_lead_to_it(ontology):
    assert ontology.stored == RELATIONS
    for kind in REFERENCE_KINDS:
        for type_, relation in RELATION_OF[kind].items():
            assert type_ in ontology.range(relation), (kind, type_)


FUNCTIONS = ("function", "method", "constructor", "initializer", "lambda")


def naive(model):
    """Calls of functions and reads of variables, a reference at a time: (head, relation, tail) -> its places.

    Heads and tails are the places of definitions; no two in a file begin at the same.
    """
    definitions, references = model.definitions, model.references
    kinds = [DEFINITION_KINDS[code] for code in definitions.kind]

    def is_variable(row):
        return kinds[row] == "attribute" or (kinds[row] == "variable" and kinds[definitions.owner[row]] == "module")

    def place(row):
        return model.files[definitions.file[row]].path, int(definitions.start[row])

    found = defaultdict(list)
    for row in range(len(references.kind)):
        kind, source, target = REFERENCE_KINDS[references.kind[row]], references.source[row], references.target[row]
        while kinds[source] == "parameter" or (kinds[source] == "variable" and not is_variable(source)):
            source = definitions.owner[source]
        said = {"call": kinds[target] in FUNCTIONS, "read": is_variable(target)}
        if target >= 0 and said.get(kind):
            relation = {"call": "calls", "read": "reads_from"}[kind]
            at = (model.files[references.file[row]].path, int(references.start[row]))
            found[place(source), relation, place(target)].append((at, int(references.resolution[row])))
    return {
        triple: (min(at for at, _ in places), len(places), RESOLUTIONS[min(code for _, code in places)])
        for triple, places in found.items()
    }


@given(st.randoms(use_true_random=False))
def test_triples_are_those_of_a_naive_reading(random):
    model = random_model(random)
    tables = assemble([partition([model], "r", "1", "MIT")])
    place = {
        row["id"]: (row["file"], row["start"])
        for row in tables.entities.to_pylist()
        if row["type"] not in ("File", "BuildTarget")
    }
    found = {
        (place[row["head"]], row["relation"], place[row["tail"]]): (
            (row["file"], row["start"]),
            row["occurrences"],
            row["resolution"],
        )
        for row in tables.triples.to_pylist()
        if row["relation"] in ("calls", "reads_from")
    }
    assert found == naive(model)


@given(st.randoms(use_true_random=False))
def test_the_order_of_repositories_changes_nothing(random):
    parts = [partition([random_model(random)], name, "1", "MIT") for name in ("b", "a", "a-b")]
    tables = assemble(parts)
    random.shuffle(parts)
    again = assemble(parts)
    assert again.triples.equals(tables.triples)
    assert again.entities.equals(tables.entities)


@given(random=st.randoms(use_true_random=False))
def test_whatever_the_code_the_graph_keeps_the_rules_that_the_builder_decides(random, ontology):
    models = [[random_model(random, "python"), random_model(random, "java")], [random_model(random, "python")]]
    parts = [partition(model, name, "1", "MIT") for model, name in zip(models, ("a", "b"), strict=True)]
    tables = assemble(parts)
    results = validate(tables.triples, tables.entities, ontology).results
    decided = ("dangling", "duplicates", "inverse_pairs", "irreflexivity", "licences", "provenance", "functional")
    assert {name: results[name].examples for name in decided if not results[name].passed} == {}
