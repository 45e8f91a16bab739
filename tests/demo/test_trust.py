import json

import pytest

from codegraft.demo.trust import LINKS, PROGRAMS, SEARCH, measured
from codegraft.errors import ModelError
from tests.demo.places import METRICS
from tests.pipeline.declared import ROOT


@pytest.fixture
def metrics(tmp_path):
    for name, content in METRICS.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    return tmp_path


def test_a_figure_stands_beside_the_best_of_what_it_had_to_beat(metrics):
    right, imports, mistakes = measured(PROGRAMS, metrics)
    assert (right.value, right.low, right.high, right.baseline) == (0.58, 0.56, 0.6, ("length alone", 0.57))
    assert imports.baseline == ("linear model", 0.76)
    assert mistakes.source == "graphsage_eval.json"
    [links, _], [search] = measured(LINKS, metrics), measured(SEARCH, metrics)
    assert links.baseline == ("bm25 neighbours", 0.21)
    assert search.baseline == ("the same search, untrained", 0.55)


@pytest.mark.parametrize("asked", [PROGRAMS, LINKS, SEARCH])
def test_the_pipeline_writes_what_is_asked_for(asked):
    assert all(0 <= figure.low <= figure.value <= figure.high <= 1 for figure in measured(asked, ROOT / "metrics"))


def test_a_file_that_is_not_there_is_named_with_what_writes_it(tmp_path):
    with pytest.raises(ModelError, match=r"graphmer_eval.json: no such file in .*; `make repro` writes it"):
        measured(SEARCH, tmp_path)


@pytest.mark.parametrize("content", ["", "[]", '{"code_search": {"mrr_at_10": "0.9"}}', "\x00"])
def test_a_file_without_the_figure_is_no_figure(tmp_path, content):
    (tmp_path / "graphmer_eval.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"graphmer_eval.json: .*`make repro`"):
        measured(SEARCH, tmp_path)
