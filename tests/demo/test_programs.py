import pytest

from codegraft.demo import programs
from codegraft.demo.programs import programs_of
from codegraft.errors import ModelError
from codegraft.graphmer.linking.own import read_texts
from codegraft.graphsage.predict import Predictor
from tests.demo.places import SHOP, home
from tests.graphmer.linking.codes import write


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def unsure(monkeypatch):
    """Nobody taught the small network anything: it is sure of nothing."""
    monkeypatch.setattr(programs, "SURE", 0.0)


def test_files_are_told_what_the_predictor_says_and_whether_it_is_so(checkout, tmp_path):
    write(tmp_path, {"a.py": "import sys\nprint(sys.argv)\n", "b.py": "from array import array\n"})
    said = programs_of(read_texts(tmp_path), checkout / "models")
    for file in said.files:
        prediction = Predictor(checkout / "models/graphsage/model.pt").predict((tmp_path / file.path).read_bytes())
        assert file.confidence == prediction.confidence
        assert [(module.name, module.probability) for module in file.imports] == list(prediction.imports)
    there = {file.path: {module.name for module in file.imports if module.there} for file in said.files}
    assert there == {"a.py": {"sys"}, "b.py": {"array"}}
    assert (said.named, said.right) == (6, 2)


def test_long_functions_of_python_are_asked_about_the_surest_first(checkout, tmp_path):
    said = programs_of(read_texts(write(tmp_path, SHOP)), checkout / "models")
    assert said.asked_functions == 1
    [pay] = said.functions
    assert (pay.name, pay.path, pay.line) == ("Till.pay", "shop/till.py", 13)
    assert {likely.name for likely in pay.mistakes} == {"off_by_one", "wrong_call"}


def test_exceptions_are_not_said_of_functions(checkout, tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "_EXCEPTION", "wrong")
    [pay] = programs_of(read_texts(write(tmp_path, SHOP)), checkout / "models").functions
    assert [likely.name for likely in pay.mistakes] == ["off_by_one"]


def test_of_many_functions_so_many_are_asked_about_from_all_over(checkout, tmp_path, monkeypatch):
    body = "".join(f"    x{line} = {line}\n" for line in range(6))
    write(tmp_path, {"many.py": "".join(f"def f{number}():\n{body}" for number in range(25))})
    monkeypatch.setattr(programs, "MOST_FUNCTIONS", 10)
    monkeypatch.setattr(programs, "SHOWN_FUNCTIONS", 50)
    said = programs_of(read_texts(tmp_path), checkout / "models")
    assert sorted(int(function.name[1:]) for function in said.functions) == list(range(0, 25, 3))


def test_without_a_model_nothing_is_said(tmp_path):
    with pytest.raises(ModelError):
        programs_of(read_texts(write(tmp_path / "code", SHOP)), tmp_path / "models")
