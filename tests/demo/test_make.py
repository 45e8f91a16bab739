import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegraft.demo import make
from codegraft.demo.make import make_page
from codegraft.errors import ModelError, SourceError
from tests.demo.places import SHOP, home
from tests.graphmer.linking.codes import write
from tests.pipeline.declared import ROOT


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def shop(tmp_path):
    return write(tmp_path / "shop", SHOP)


def page(directory, out, *queries, checkout):
    make_page(directory, out, list(queries), checkout)
    return out.read_text(encoding="utf-8")


def test_the_page_has_all_its_parts_and_each_step_its_seconds(shop, tmp_path, checkout):
    seconds = make_page(shop, tmp_path / "page.html", [], checkout)
    assert list(seconds) == ["read", "snapshot", "graph", "predictions", "links", "search"]
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Not here:" not in text
    assert text.count("How far to believe it</h3>") == 3
    assert "0.640</strong> [0.620, 0.660]" in text


def test_equal_code_and_models_give_equal_bytes_wherever_they_are(shop, tmp_path, checkout):
    shutil.copytree(shop, tmp_path / "elsewhere/shop")
    shutil.copytree(checkout, tmp_path / "home")
    first = page(shop, tmp_path / "a.html", checkout=checkout)
    assert page(tmp_path / "elsewhere/shop", tmp_path / "b.html", checkout=tmp_path / "home") == first
    assert str(tmp_path) not in first


@pytest.mark.slow
def test_hashing_has_no_part_in_the_page(shop, tmp_path, checkout):
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "codegraft", "demo", shop, "--out", tmp_path / seed, "--home", checkout]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        subprocess.run(command, env=environment, check=True, capture_output=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_without_models_the_rest_is_there_and_what_makes_them_is_said(shop, tmp_path):
    text = page(shop, tmp_path / "page.html", checkout=tmp_path / "nothing")
    assert text.count("<strong>Not here:</strong>") == 3
    assert "make repro" in text
    assert "dvc pull" in text
    assert 'id="drawing"' in text
    assert str(tmp_path) not in text


def test_without_metrics_the_answers_are_there_and_that_nobody_can_say_how_good_they_are(shop, tmp_path, checkout):
    shutil.copytree(checkout, tmp_path / "home")
    shutil.rmtree(tmp_path / "home/metrics")
    text = page(shop, tmp_path / "page.html", checkout=tmp_path / "home")
    assert "Not here:" not in text
    assert text.count("no such file in metrics/") == 3


def test_a_question_of_ones_own_is_on_the_page(shop, tmp_path, checkout):
    text = page(shop, tmp_path / "page.html", "complain & <b>", checkout=checkout)
    assert "complain &amp; &lt;b&gt;" in text


def test_a_large_directory_is_cut_and_that_is_said(tmp_path, checkout, monkeypatch):
    monkeypatch.setattr(make, "MOST_BYTES", 1000)
    files = {f"deep/{number}.py": f"x = '{'a' * 300}'\n" for number in range(9)} | {"near.py": "y = 1\n"}
    text = page(write(tmp_path / "large", files), tmp_path / "page.html", checkout=checkout)
    assert "near.py" in text
    assert "for 6 more files there was no room" in text
    assert text.count("<td>beyond the limit</td>") == 6
    assert "at most 1\N{NARROW NO-BREAK SPACE}000 are read" in text


def test_lists_end_with_how_many_more_there_are(tmp_path):
    files = {f"m{number:03}.py": "" for number in range(230)}
    text = page(write(tmp_path / "many", files), tmp_path / "page.html", checkout=tmp_path)
    assert "… and 30 more files" in text
    assert "… and 110 more modules and types, not drawn" in text


@pytest.mark.parametrize("content", ["nothing", "empty", "texts", "file", "broken link"])
def test_what_is_no_directory_of_code_is_refused_and_nothing_is_written(tmp_path, content):
    place = tmp_path / "place"
    if content == "file":
        place.write_text("x = 1\n", encoding="utf-8")
    elif content != "nothing":
        place.mkdir()
    if content == "texts":
        (place / "notes.txt").write_text("no code", encoding="utf-8")
    elif content == "broken link":
        (place / "a.py").symlink_to("nowhere.py")
    with pytest.raises(SourceError) as error:
        make_page(place, tmp_path / "page.html", [], tmp_path)
    assert "\n" not in str(error.value)
    assert {path.name for path in tmp_path.iterdir()} <= {"place"}


def test_a_page_cannot_take_the_place_of_a_directory(shop, tmp_path):
    with pytest.raises(IsADirectoryError, match=r"is a directory; name a file, such as .*page.html"):
        make_page(shop, tmp_path, [], tmp_path)


def test_where_nothing_can_be_written_that_is_said_before_the_work(tmp_path):
    with pytest.raises(OSError, match="proc"):
        make_page(tmp_path / "not even looked at", Path("/proc/page.html"), [], tmp_path)


def test_a_question_without_a_word_is_refused_before_the_work(tmp_path):
    with pytest.raises(ModelError, match="has no word"):
        make_page(tmp_path / "not even looked at", tmp_path / "page.html", ["?"], tmp_path)


def test_what_was_there_stays_when_the_work_is_interrupted(shop, tmp_path, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    (tmp_path / "page.html").write_text("before", encoding="utf-8")
    monkeypatch.setattr(make, "snapshot_of", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_page(shop, tmp_path / "page.html", [], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"shop", "page.html"}
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "before"
