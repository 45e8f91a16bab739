"""The Markdown that a pull request shows."""

import json

import pytest

from codegraft.errors import ExperimentError
from codegraft.experiments import review
from codegraft.experiments.repository import open_repository
from codegraft.experiments.review import change, gate_part, gates_of, headline_part, interval, parameter_part, summary
from codegraft.experiments.review_plots import COLOURS, PictureUrls, chart, mean, thinned
from tests.experiments import tiny

PLOTS = """
plots:
  - loss_of_seeds:
      title: Loss
      x: step
      y_label: nats
      y:
        plots/seed_0/train.tsv: loss
        plots/seed_1/train.tsv: loss
        plots/seed_0/held_out.tsv: loss
"""


@pytest.fixture
def series(tmp_path):
    """A repository with plots; the working tree changes what a test writes."""
    root = tiny.make(tmp_path / "repository")
    (root / "dvc.yaml").write_text(tiny.DVC_YAML + PLOTS)
    for name, values in {"seed_0/train": (4, 2), "seed_1/train": (6, 4), "seed_0/held_out": (5, 5)}.items():
        write_series(root, name, values)
    (root / "plots/picture.png").write_bytes(b"before")
    tiny.commit(root, "plots")
    return root


def write_series(root, name, values):
    path = root / f"plots/{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("step\tloss\n" + "".join(f"{10 * step}\t{value}\n" for step, value in enumerate(values)))


def summed_up(root, base="HEAD", pictures=None):
    with open_repository(root) as repo:
        return summary(repo, base, pictures)


def test_nothing_changed_is_two_lines_and_no_tables(series):
    text = summed_up(series)
    assert "0 metrics and 0 parameters differ." in text
    assert "|" not in text


def test_parameters_and_folded_metrics_are_shown(series):
    (series / "params.yaml").write_text("rate: 7.0\ntext: small\nfail: never\n")
    (series / "score.json").write_text('{"loss": 0.25}')
    text = summed_up(series)
    assert "1 metric and 1 parameter differ." in text
    assert "| `rate` | 0.5 | 7.0 | +6.5 (+1300.0 %) |" in text
    assert text.index("### Parameters") < text.index("<details><summary>All 1 metric that differ")
    assert "| `score:loss` | 0.50 | 0.25 | -0.25 (-50.0 %) |" in text


def test_lines_that_differ_are_shown_as_means_over_seeds(series):
    write_series(series, "seed_1/train", (6, 8))
    text = summed_up(series)
    assert "**Loss** (nats)" in text
    assert "| last point, mean over seeds | before | now |" in text
    assert "| train loss | 3 | 5 |" in text
    assert "held_out" not in text
    assert text.index("line [5, 3]") < text.index("line [5, 5]")


def test_a_plot_that_the_base_lacks_is_shown_alone(series):
    tiny.git(series, "rm", "--quiet", "-r", "--cached", "plots")
    tiny.git(series, "commit", "--quiet", "--message", "without plots")
    text = summed_up(series)
    assert "| train loss | - | 3 |" in text
    assert text.count("line [") == 2


def test_pictures_that_differ_stand_side_by_side(series):
    (series / "plots/picture.png").write_bytes(b"after")
    assert "`plots/picture.png` differs." in summed_up(series)
    (series / "plots/new.png").write_bytes(b"new")
    tiny.git(series, "add", "plots/new.png")
    urls = PictureUrls("https://example.org/raw/a", "https://example.org/raw/b")
    text = summed_up(series, pictures=urls)
    assert "| ![before](https://example.org/raw/a/plots/picture.png) | ![now](https://example.org/raw/b/" in text
    assert "| - | ![now](https://example.org/raw/b/plots/new.png) |" in text


def test_an_unknown_base_is_an_error_in_one_line(series):
    with pytest.raises(ExperimentError, match="nowhere: no run or revision"):
        summed_up(series, "nowhere")


def gate(value, passed, threshold=0.5):
    lead = "eval:gates.speed"
    return {f"{lead}.threshold": threshold, f"{lead}.value": value, f"{lead}.passed": passed}


def test_gates_are_counted_and_shown_when_their_verdict_changes():
    good, bad = gates_of(gate(0.6, True)), gates_of(gate(0.4, False))
    assert gate_part(good, good) == "### Gates\n\n1 of 1 pass; none changed."
    text = gate_part(good, bad)
    assert "0 of 1 pass; 1 changed:" in text
    assert "| `eval:gates.speed` | 0.5 | 0.6 | passes | 0.5 | 0.4 | **fails** |" in text
    assert "| `eval:gates.speed` | - | - | - | 0.5 | 0.6 | passes |" in gate_part({}, good)


def test_main_metrics_say_which_way_is_better():
    ece, auroc = "graphsage_eval:confidence.ece.mean", "graphsage_eval:confidence.auroc.mean"
    text = headline_part({ece: 0.1, auroc: 0.5, "kg:triples": 10}, {ece: 0.2, auroc: 0.6, "kg:triples": 10})
    assert f"| `{ece}` | 0.1 |  | 0.2 | +0.1 (+100.0 %) | worse |" in text
    assert f"| `{auroc}` | 0.5 |  | 0.6 | +0.1 (+20.0 %) | better |" in text
    assert "1 of 3 main metrics are what they were." in text


def test_intervals_stand_beside_means_and_under_intervals():
    metrics = {"e:a.mean": 1.0, "e:a.low": 0.5, "e:a.high": 1.5, "e:b.f1": 0.3}
    metrics |= {"e:b.intervals.f1.low": 0.2, "e:b.intervals.f1.high": 0.4}
    assert (interval(metrics, "e:a.mean"), interval(metrics, "e:b.f1")) == ("0.5 to 1.5", "0.2 to 0.4")
    assert interval(metrics, "e:a.low") == ""


def test_only_numbers_have_a_difference():
    assert [change(1, 3), change(0, 0.5), change(True, False), change("a", 1), change(None, 1)] == [
        "+2 (+200.0 %)",
        "+0.5",
        "",
        "",
        "",
    ]


def test_many_parameters_are_folded():
    assert parameter_part({f"p{n}": (0, 1) for n in range(30)}).startswith("<details><summary>30 parameters")


def test_a_table_of_any_length_stays_within_the_limit(series, monkeypatch):
    monkeypatch.setattr(review, "FOLDED_BYTES", 5_000)
    (series / "score.json").write_text(json.dumps({f"name {n}": n for n in range(3_000)}))
    text = summed_up(series)
    assert len(text.encode()) < 6_000
    assert text.rstrip().endswith("</details>")
    assert "more are left out: `codegraft runs compare` shows them." in text


def test_long_lines_are_thinned_and_keep_their_end():
    points = thinned([float(x) for x in range(1000)])
    assert (len(points), points[-1]) == (20, 999.0)
    assert thinned([1.0, 2.0]) == [1.0, 2.0]
    both = chart("l", "x", {0.0: 1.0}, {float(x): 2.0 * x for x in range(40)})
    assert "line [1]" in both
    assert "line [1, 5, 9," in both  # the mean of two steps
    assert COLOURS[0] not in chart("l", "x", {}, {0.0: 1.0})


def test_a_mean_is_taken_where_all_lines_are():
    assert mean([{1.0: 2.0, 2.0: 4.0}, {1.0: 4.0}]) == {1.0: 3.0}
