import pytest

from codegraft.demo.columns import Columns
from codegraft.demo.links import ANSWERS, QUESTIONS, links_of
from codegraft.errors import ModelError
from tests.demo.graphs import read
from tests.demo.places import SHOP, home
from tests.graphmer.linking.codes import ontology, params, tokenizer


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    return home(tmp_path_factory.mktemp("home")) / "models"


def ask(place, files, models):
    texts, graph = read(place, files)
    return links_of(texts, graph, Columns(graph), ontology(), params(), models, tokenizer())


def test_what_a_function_may_also_call_is_nothing_that_it_calls(models, tmp_path):
    [pay] = ask(tmp_path / "shop", SHOP, models)
    assert (pay.name, pay.place) == ("pay", "shop/till.py:13")
    assert set(pay.known) == {"find_price", "note"}
    assert len(pay.answers) == ANSWERS
    assert not set(pay.known) & {answer.name for answer in pay.answers}
    chances = [answer.probability for answer in pay.answers]
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) <= 1
    assert all(answer.place.startswith(("shop/", "App.java")) for answer in pay.answers)


def test_the_busiest_function_of_each_file_is_asked_about_and_not_too_many(models, tmp_path):
    code = "def a():\n    pass\n\ndef b():\n    pass\n\ndef c():\n    pass\n\n"
    callers = "def two():\n    a(); b()\n\ndef three():\n    a(); b(); c()\n"
    files = {f"m{number}.py": code + callers for number in range(QUESTIONS + 2)}
    found = ask(tmp_path / "code", files, models)
    assert [completion.place for completion in found] == [f"m{number}.py:13" for number in range(QUESTIONS)]


def test_code_that_calls_nothing_is_asked_nothing(models, tmp_path):
    assert ask(tmp_path / "code", {"m.py": "x = 1\n"}, models) == []


def test_without_a_linker_nothing_is_said(tmp_path):
    with pytest.raises(ModelError, match="no linker is here"):
        ask(tmp_path / "code", SHOP, tmp_path / "models")
