"""What people type is the entity that they mean, or one line that helps."""

import numpy as np
import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.linking.resolve import resolve
from tests.graphmer.linking.codes import own_of, write


@pytest.fixture(scope="module")
def links(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None).links()


@pytest.mark.parametrize(
    ("symbol", "id_"),
    [
        ("mine:shop.till.Till.change", "mine:shop.till.Till.change"),
        ("shop.till.Till.change", "mine:shop.till.Till.change"),
        ("till.Till.change", "mine:shop.till.Till.change"),
        ("Till.change", "mine:shop.till.Till.change"),
        ("change", "mine:shop.till.Till.change"),
        ("Till", "mine:shop.till.Till"),
        ("till", "mine:shop.till"),
        ("till.py", "mine:shop/till.py"),
        ("shop/till.py", "mine:shop/till.py"),
        ("Till.pay", "mine:shop.till.Till.pay"),
        ("os.path.exists", "<external>:os.path.exists"),
        ("exists", "<external>:os.path.exists"),
        ("ValueError", "<builtin>:ValueError"),
        ("Outer$Inner", "mine:shop.Outer$Inner"),
        ("Outer.Inner", "mine:shop.Outer$Inner"),
        ("Inner.weigh(int)", "mine:shop.Outer$Inner:weigh(int)"),
        ("weigh(java.lang.String)", "mine:shop.Outer$Inner:weigh(java.lang.String)"),
        ("mine:", "mine:"),
    ],
)
def test_a_symbol_is_what_people_mean_by_it(links, symbol, id_):
    assert links.ids[resolve(links, symbol)] == id_


def test_every_id_is_itself(links):
    assert [resolve(links, id_) for id_ in links.ids] == list(range(len(links.ids)))


def test_several_of_one_name_are_listed_in_one_line(links):
    with pytest.raises(KnowledgeGraphError) as error:
        resolve(links, "pay")
    assert str(error.value) == "pay: 2 are called so; say which: mine:shop.till.Basket.pay, mine:shop.till.Till.pay"
    with pytest.raises(KnowledgeGraphError, match=r"weigh: 2 are called so; say which: .*weigh\(int\), .*weigh\(java"):
        resolve(links, "weigh")


def test_long_lists_are_cut(tmp_path):
    files = {f"m{number:02}.py": "def same(): pass\n" for number in range(20)}
    graph = own_of(write(tmp_path, files), kept=None).links()
    with pytest.raises(KnowledgeGraphError, match=r"same: 20 are called so; say which: .*m07.same, and 12 more$"):
        resolve(graph, "same")


def test_those_that_may_stand_there_come_first(links):
    allowed = np.array([id_.startswith("mine:shop.till.Basket") for id_ in links.ids])
    assert links.ids[resolve(links, "pay", allowed)] == "mine:shop.till.Basket.pay"
    assert links.ids[resolve(links, "Till", allowed)] == "mine:shop.till.Till"


def test_what_the_code_defines_comes_before_names_from_outside(tmp_path):
    code = "import os\n\ndef f():\n    return os.getcwd()\n\ndef getcwd():\n    pass\n"
    graph = own_of(write(tmp_path / "mine", {"a.py": code}), kept=None).links()
    assert graph.ids[resolve(graph, "getcwd")] == "mine:a.getcwd"
    assert graph.ids[resolve(graph, "os.getcwd")] == "<external>:os.getcwd"


@pytest.mark.parametrize(
    ("symbol", "nearest"),
    [("chnage", "change"), ("Till.chang", "Till.change"), ("read_price", "read_prices"), ("TILL", "Till|till")],
)
def test_what_is_not_there_is_answered_by_the_nearest_names(links, symbol, nearest):
    with pytest.raises(KnowledgeGraphError, match=rf"{symbol}: not in the graph; names like it: ({nearest})"):
        resolve(links, symbol)


@pytest.mark.parametrize("symbol", ["", " ", ".", ":", "/", "\x1b[31m", "\n", "§§§", "(", "#2", "x" * 10_000])
def test_anything_may_be_typed(links, symbol):
    with pytest.raises(KnowledgeGraphError) as error:
        resolve(links, symbol)
    assert str(error.value).isprintable()
