import numpy as np
import pytest

from codegraft.demo.search import QUERIES, SNIPPET_LINES, check_queries, search_of
from codegraft.errors import ModelError
from codegraft.graphmer.linking.own import read_texts
from codegraft.graphmer.search.fields import FieldBags, code_fields
from codegraft.graphmer.search.functions import functions_of
from codegraft.graphmer.search.ranker import load_ranker
from codegraft.graphmer.search.words import words_of
from tests.demo.places import SHOP, home
from tests.graphmer.linking.codes import tokenizer, write


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    return home(tmp_path_factory.mktemp("home")) / "models"


def ask(place, files, models, *queries):
    return search_of(read_texts(write(place, files)), queries, models, tokenizer())


def test_questions_are_made_of_documentation_which_is_hidden(models, tmp_path):
    found = ask(tmp_path, SHOP, models)
    assert (found.functions, found.test.asked, len(found.queries)) == (8, 5, QUERIES)
    assert found.queries[0].made_of == "App.run" or "." in found.queries[0].made_of
    for query in found.queries:
        assert [answer.name for answer in query.answers if answer.right] in ([], [query.made_of])


def test_the_test_counts_where_the_right_function_stands(models, tmp_path):
    found = ask(tmp_path, SHOP, models).test
    functions = [
        (file.path, function)
        for file, text in read_texts(tmp_path).files
        for function in functions_of(text, file.language)
    ]
    ranker = load_ranker(models / "graphmer_search", tokenizer())
    pool = ranker.pool(FieldBags.of(code_fields(path, function) for path, function in functions))
    ranks = []
    for number, (_, function) in enumerate(functions):
        if function.documentation:
            scores = ranker.scores([words_of(function.documentation)], pool)[0]
            ranks.append(1 + int((scores > scores[number]).sum()))
    assert found.asked == len(ranks)
    assert found.first == ranks.count(1)
    assert found.mrr == pytest.approx(np.mean([1 / rank if rank <= 10 else 0 for rank in ranks]))
    assert found.chance == pytest.approx(np.mean([1 / rank for rank in range(1, 9)]))


def test_a_question_that_is_given_is_answered_by_documentation_too(models, tmp_path):
    [query] = ask(tmp_path, SHOP, models, "complain where there is none").queries
    assert (query.made_of, query.answers[0].name) == ("", "find_price")
    assert not any(answer.right for answer in query.answers)


def test_an_answer_shows_the_beginning_of_the_code(models, tmp_path):
    code = "def f():\n" + "".join(f"\tx{line} = {line}\n" for line in range(30))
    [query] = ask(tmp_path, {"m.py": code}, models, "f").queries
    [answer] = query.answers
    assert answer.place == "m.py:1"
    assert answer.snippet.lines[:2] == ["def f():", "    x0 = 0"]
    assert (len(answer.snippet.lines), answer.snippet.more) == (SNIPPET_LINES, 31 - SNIPPET_LINES)


def test_code_without_functions_or_documentation_is_no_error(models, tmp_path):
    nothing = ask(tmp_path / "a", {"m.py": "x = 1\n"}, models, "anything")
    assert (nothing.functions, nothing.queries, nothing.test) == (0, [], None)
    silent = ask(tmp_path / "b", {"m.py": "def f():\n    pass\n"}, models)
    assert (silent.functions, silent.queries, silent.test) == (1, [], None)


def test_a_question_without_a_word_is_refused():
    check_queries(["read a file"])
    with pytest.raises(ModelError, match="has no word"):
        check_queries(["read a file", " -- "])
