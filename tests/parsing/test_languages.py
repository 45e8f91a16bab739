import pickle
from importlib.resources import files

import pytest

from codegraft.parsing.captures import captures_of, syntax_types
from codegraft.parsing.languages import LANGUAGES, language_of
from codegraft.parsing.vocabulary import KINDS
from codegraft.snapshot.kinds import NODE_KINDS

TRANSPARENT = {
    *("as_pattern", "parenthesized_expression", "format_expression", "keyword_separator", "positional_separator"),
    "primary_expression",  # a supertype that the grammar does not list as one
}
"""Brackets and separators: what they hold belongs to what is around them."""


@pytest.mark.parametrize(
    ("path", "language"),
    [("a/b.py", "python"), ("A.JAVA", "java"), ("x.pyi", None), ("py", None), (".py", None), ("a.java.txt", None)],
)
def test_the_suffix_tells_the_language(path, language):
    assert language_of(path) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_capture_of_a_query_is_in_the_vocabulary(language):
    captures = captures_of(language)
    assert len(captures) == LANGUAGES[language].query.capture_count
    assert {KINDS[capture.code] for capture in captures if capture.family == "kind"} == set(KINDS)


def test_kinds_are_those_of_the_snapshot():
    assert sorted(KINDS) == sorted(NODE_KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_and_expression_of_the_grammar_is_mapped_or_known_to_be_transparent(language):
    source = files("codegraft.parsing").joinpath(f"{language}.scm").read_text(encoding="utf-8")
    query = "\n".join(line for line in source.splitlines() if not line.startswith(";"))
    grammar = LANGUAGES[language].grammar
    own = {name for name in syntax_types(language) if name.endswith(("_statement", "_expression", "_declaration"))}
    own |= {grammar.node_kind_for_id(sub) for number in grammar.supertypes for sub in grammar.subtypes(number)}
    named = {name for name in own if grammar.id_for_node_kind(name, True) is not None}
    supertypes = {grammar.node_kind_for_id(number) for number in grammar.supertypes}
    missing = {name for name in named - supertypes if f"({name}" not in query}
    assert missing <= TRANSPARENT


def test_text_that_is_no_code_is_parsed_too():
    assert LANGUAGES["python"].parse(b"x = = \xf0\x9f\x90\x8d )").root_node.has_error


def test_a_language_stays_in_its_process():
    with pytest.raises((TypeError, pickle.PicklingError)):
        pickle.dumps(LANGUAGES["python"].query)
