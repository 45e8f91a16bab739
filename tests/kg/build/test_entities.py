"""What becomes an entity, of which type, under which id."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.build.assemble import assemble
from codegraft.kg.build.entity_types import ENTITY_TYPES
from codegraft.kg.build.partition import partition
from codegraft.kg.ontology import load_ontology
from codegraft.symbols.model import DEFINITION_KINDS, Flag
from tests.kg.models import ModelBuilder, random_model


def entities(*models, repository="repo"):
    """Entities of a repository by id."""
    built = [model.build() if isinstance(model, ModelBuilder) else model for model in models]
    rows = assemble([partition(built, repository, "1.0", "MIT")]).entities.to_pylist()
    return {row["id"]: row for row in rows}


def types(*models):
    return {id_: row["type"] for id_, row in entities(*models).items()}


@pytest.fixture
def model():
    return ModelBuilder()


def test_a_repository_and_its_files_are_entities_with_their_place(model):
    module = model.module("pkg/a.py", "pkg.a")
    model.define("function", module, "f")
    found = entities(model)
    assert found["repo:"] | {"attributes": json.loads(found["repo:"]["attributes"])} == {
        **{"id": "repo:", "type": "Repository", "name": "repo", "language": "", "repository": "repo", "file": ""},
        **{"start": -1, "end": -1, "line_start": -1, "line_end": -1},
        "attributes": {"licence": "MIT", "version": "1.0"},
    }
    file = found["repo:pkg/a.py"]
    assert (file["type"], file["name"], file["file"], file["language"]) == ("File", "a.py", "pkg/a.py", "python")
    assert (file["start"], file["end"], file["line_start"], file["line_end"]) == (0, 20, 1, 2)
    assert found["repo:pkg.a.f"]["start"] == 10


@pytest.mark.parametrize(
    ("kind", "flags", "expected"),
    [
        *[("class", 0, "Class"), ("class", Flag.EXCEPTION, "ExceptionType"), ("class", Flag.PROTOCOL, "Interface")],
        *[("interface", 0, "Interface"), ("enum", 0, "Class"), ("record", 0, "Class"), ("annotation", 0, "Annotation")],
        *[("function", 0, "Function"), ("function", Flag.TEST, "Test"), ("lambda", 0, "Function")],
        *[("variable", 0, "Variable"), ("module", 0, "Module")],
    ],
)
def test_the_type_follows_kind_and_flags(model, kind, flags, expected):
    module = model.module("a.py", "a")
    if kind == "module":
        assert types(model)["repo:a"] == expected
    else:
        model.define(kind, module, "x", flags)
        assert types(model)["repo:a.x"] == expected


@pytest.mark.parametrize(
    ("kind", "flags", "expected"),
    [
        *[("method", 0, "Method"), ("method", Flag.TEST, "Test"), ("constructor", 0, "Method")],
        *[("initializer", 0, "Method"), ("attribute", 0, "Variable"), ("class", 0, "Class")],
    ],
)
def test_the_type_of_a_member_follows_kind_and_flags(model, kind, flags, expected):
    class_ = model.define("class", model.module("a.py", "a"), "C")
    model.define(kind, class_, "x", flags)
    assert types(model)["repo:a.C.x"] == expected


def test_parameters_and_variables_of_functions_are_no_entities(model):
    function = model.define("function", model.module("a.py", "a"), "f")
    model.define("parameter", function, "p")
    model.define("variable", function, "v")
    assert set(types(model)) == {"repo:", "repo:a.py", "repo:a", "repo:a.f"}


@pytest.mark.parametrize("kind", ["raise", "catch"])
def test_a_class_that_is_raised_or_caught_is_an_exception(model, kind):
    module = model.module("a.py", "a")
    class_ = model.define("class", module, "C")
    model.refer(kind, module, class_)
    assert types(model)["repo:a.C"] == "ExceptionType"


def test_a_module_that_is_a_program_makes_a_build_target(model):
    model.module("pkg/__main__.py", "pkg.__main__", Flag.MAIN)
    target = entities(model)["repo:<target>pkg.__main__"]
    assert (target["type"], target["name"], target["file"]) == ("BuildTarget", "pkg.__main__", "pkg/__main__.py")


@pytest.mark.parametrize(
    ("kind", "name", "known", "id_", "type_"),
    [
        ("call", "builtins.print", "", "<builtin>:print", "API"),
        ("call", "os.path.join", "", "<external>:os.path.join", "API"),
        ("call", "pathlib.Path", "class", "<external>:pathlib.Path", "Type"),
        ("instantiate", "pathlib.Path", "", "<external>:pathlib.Path", "Type"),
        ("inherit", "threading.Thread", "", "<external>:threading.Thread", "Type"),
        ("implement", "java.lang.Runnable", "", "<external>:java.lang.Runnable", "Interface"),
        ("type", "numpy.ndarray", "", "<external>:numpy.ndarray", "Type"),
        ("return", "builtins.int", "", "<builtin>:int", "Type"),
        ("raise", "builtins.ValueError", "", "<builtin>:ValueError", "ExceptionType"),
        ("call", "socket.error", "exception", "<external>:socket.error", "ExceptionType"),
        ("catch", "socket.error", "", "<external>:socket.error", "ExceptionType"),
        ("decorate", "functools.cache", "", "<annotation>:functools.cache", "Annotation"),
        ("import", "numpy.linalg.norm", "", "<library>:numpy", "Library"),
        ("read", "sys", "module", "<library>:sys", "Library"),
    ],
)
def test_a_name_from_outside_is_what_it_is_used_as(model, kind, name, known, id_, type_):
    model.refer(kind, model.module("a.py", "a"), name, known=known)
    found = entities(model)[id_]
    assert found["type"] == type_
    assert (found["repository"], found["file"], found["start"]) == ("", "", -1)


def test_a_module_from_outside_is_nothing_but_its_library(model):
    model.refer("read", model.module("a.py", "a"), "os.path", known="module")
    assert [id_ for id_ in types(model) if id_.startswith("<")] == ["<library>:os"]


def test_the_strongest_use_decides_the_type_of_an_external_name(model):
    module = model.module("a.py", "a")
    for kind in ("call", "raise", "inherit", "return"):
        model.refer(kind, module, "lib.Error")
    assert types(model)["<external>:lib.Error"] == "ExceptionType"


def test_one_repository_teaches_another_what_an_external_name_is():
    caller, heir = ModelBuilder(), ModelBuilder()
    caller.refer("call", caller.module("a.py", "a"), "lib.Thing")
    module = heir.module("b.py", "b")
    heir.refer("inherit", heir.define("class", module, "C"), "lib.Thing")
    parts = [partition([caller.build()], "one", "1", "MIT"), partition([heir.build()], "two", "1", "MIT")]
    for order in (parts, parts[::-1]):
        tables = assemble(order)
        found = {row["relation"]: row["tail_type"] for row in tables.triples.to_pylist() if "Thing" in row["tail"]}
        assert found == {"instantiates": "Type", "inherits_from": "Type"}


@pytest.mark.parametrize(
    ("name", "library"),
    [
        *[("java.util.List:add", "java.util"), ("javax.sql.DataSource", "javax.sql")],
        *[("org.junit.jupiter.api.Test", "org.junit.jupiter"), ("org.slf4j.Logger", "org.slf4j")],
        ("java.util.Map$Entry:getKey()", "java.util"),
    ],
)
def test_a_java_library_is_the_beginning_of_a_package(name, library):
    model = ModelBuilder("java")
    model.refer("import", model.module("A.java", "a.A"), name)
    assert types(model)[f"<library>:{library}"] == "Library"


def test_what_java_brings_along_is_no_library():
    model = ModelBuilder("java")
    model.refer("call", model.module("A.java", "a.A"), "java.lang.String:length()")
    found = entities(model)
    assert found["<external>:java.lang.String:length()"]["name"] == "length"
    assert not [id_ for id_ in found if id_.startswith("<library>")]


def test_attributes_say_what_the_place_does_not():
    model = ModelBuilder()
    class_ = model.define("class", model.module("a.py", "a", Flag.MAIN), "C", Flag.ABSTRACT | Flag.PRIVATE)
    model.define("method", class_, "m", Flag.ASYNC | Flag.STATIC | Flag.PUBLIC, '(self, x="\\"")')
    found = entities(model)
    assert found["repo:a"]["attributes"] == '{"main":true}'
    assert found["repo:a.C"]["attributes"] == '{"abstract":true,"visibility":"private"}'
    assert json.loads(found["repo:a.C.m"]["attributes"]) == {
        **{"async": True, "signature": '(self, x="\\"")', "static": True, "visibility": "public"}
    }


@pytest.mark.parametrize("kind", DEFINITION_KINDS)
def test_every_attribute_is_declared_in_the_ontology(request, kind):
    ontology = load_ontology(request.config.rootpath / "data/ontology.yaml")
    flags = Flag(0)
    for flag in Flag:
        if applies(kind, flag):
            flags |= flag
    model = ModelBuilder("java")
    module = model.module("A.java", "a.A", flags if kind == "module" else 0)
    if kind != "module":
        model.define(kind, model.define("class", module, "C"), "x", flags, "(int)")
    for row in entities(model).values():
        assert json.loads(row["attributes"]).keys() <= set(ontology.entities[row["type"]].attributes)


def applies(kind, flag):
    """Whether a definition of a kind may have a flag."""
    functions = ("function", "lambda")
    methods = ("method", "constructor", "initializer")
    of = {
        Flag.MAIN: ("module",),
        Flag.LOCAL: (*functions, *methods, "class"),
        Flag.ABSTRACT: ("class", "method", "interface", "annotation"),
        Flag.STATIC: ("method", "class", "attribute", "interface", "annotation"),
        **dict.fromkeys((Flag.ASYNC, Flag.GENERATOR, Flag.VARIADIC), (*functions, "method")),
        **dict.fromkeys((Flag.CLASS_METHOD, Flag.PROPERTY, Flag.DEFAULT), ("method",)),
        **dict.fromkeys((Flag.PUBLIC, Flag.PROTECTED, Flag.PRIVATE), tuple(set(DEFINITION_KINDS) - {"module"})),
    }
    return kind in of.get(flag, ())


def test_equal_names_get_numbers_in_document_order_and_modules_keep_theirs():
    model = ModelBuilder()
    package = model.module("a/__init__.py", "a")
    model.define("variable", package, "b")
    model.module("a/b.py", "a.b")
    first = model.define("function", package, "f")
    second = model.define("function", package, "f")
    found = entities(model)
    assert found["repo:a.b"]["type"] == "Module"
    assert found["repo:a.b#2"]["type"] == "Variable"
    lines = model.definitions[first][-1], model.definitions[second][-1]
    assert (found["repo:a.f"]["line_start"], found["repo:a.f#2"]["line_start"]) == lines


def test_a_file_keeps_its_path_where_a_variable_has_the_same_name():
    model = ModelBuilder()
    model.define("variable", model.module("foo.py", "foo"), "py")
    found = entities(model)
    assert (found["repo:foo.py"]["type"], found["repo:foo.py#2"]["type"]) == ("File", "Variable")


def test_two_languages_share_one_repository():
    python, java = ModelBuilder("python"), ModelBuilder("java")
    python.module("a.py", "a")
    java.module("A.java", "a")
    found = entities(java, python)
    assert {id_: row["language"] for id_, row in found.items()} == {
        **{"repo:": "", "repo:A.java": "java", "repo:a": "java", "repo:a#2": "python", "repo:a.py": "python"}
    }


def test_a_repository_without_code_is_an_entity_all_the_same():
    tables = assemble([partition([], "repo", "1", "MIT")])
    assert tables.entities["id"].to_pylist() == ["repo:"]
    assert tables.triples.num_rows == 0


@pytest.mark.parametrize("name", ["", "a:b", "<external>"])
def test_a_repository_whose_ids_could_meet_others_is_refused(name):
    with pytest.raises(KnowledgeGraphError, match="rename it"):
        partition([], name, "1", "MIT")


def test_two_repositories_of_one_name_are_refused():
    part = partition([], "repo", "1", "MIT")
    with pytest.raises(KnowledgeGraphError, match=r"'repo': there are two.*rename one"):
        assemble([part, part])


@given(st.randoms(use_true_random=False))
def test_ids_are_unique_and_sorted_whatever_the_names(random):
    models = [random_model(random, "python"), random_model(random, "java")]
    parts = [partition([model], name, "1", "MIT") for model, name in zip(models, ("b", "b-c"), strict=True)]
    table = assemble([*parts, partition(models, "0", "1", "MIT")]).entities
    ids = table["id"].to_pylist()
    assert ids == sorted(set(ids))
    assert set(table["type"].to_pylist()) <= set(ENTITY_TYPES)
