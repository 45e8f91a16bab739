"""An evaluation as a whole, and the gates that no model passes that knows nothing."""

import dataclasses
import json

import numpy as np
import pyarrow as pa
import pytest
import torch

from codegraft.errors import ModelError
from codegraft.files import write_json
from codegraft.graphsage.batches import examples_of
from codegraft.graphsage.evaluate.confidence import Scores
from codegraft.graphsage.evaluate.gates import gates
from codegraft.graphsage.evaluate.plots import draw_embedding, draw_reliability, draw_roc
from codegraft.graphsage.evaluate.predictions import Predicted
from codegraft.graphsage.evaluate.report import evaluate
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.params import GraphsageGates
from codegraft.programs.vocabulary import Vocabularies
from tests.graphsage.evaluate.small import dataset, labels, oracle

THRESHOLDS = GraphsageGates(
    auroc_within_problem=0.5,
    gain_over_untrained=0.0,
    spread=0.01,
    ece=0.15,
    imports_gain=0.0,
    bugs_auroc=0.5,
    retrieval_gain=0.0,
)


@pytest.fixture(scope="module")
def data():
    return dataset()


@pytest.fixture(scope="module")
def knowing(data):
    return evaluate(data, labels(), oracle(data), seed=0)


def passed(data, predicted: Predicted, seed: int = 0) -> set[str]:
    """Names of the gates that a model passes."""
    found = gates(evaluate(data, labels(), predicted, seed).metrics, THRESHOLDS)
    return {name for name, gate in found.items() if gate.passed}


def test_a_model_that_knows_passes_every_gate(knowing):
    assert all(gate.passed for gate in gates(knowing.metrics, THRESHOLDS).values())


def test_the_figures_that_reviewers_rely_on_are_there_with_intervals(knowing):
    metrics = knowing.metrics
    figures = [metrics["confidence"][name] for name in ("auroc", "auroc_within_problem", "ece")]
    figures += [metrics["imports"]["micro_f1"], metrics["bugs"]["auroc"], metrics["retrieval"]["map_at_r"]]
    for figure in figures:
        assert figure["low"] <= figure["mean"] <= figure["high"]
    for head in ("confidence", "imports", "bugs", "retrieval"):
        assert metrics[head]["baselines"]


def test_it_is_json_and_repeats(data, knowing, tmp_path):
    again = evaluate(data, labels(), oracle(data), seed=0)
    for name, evaluation in (("one", knowing), ("other", again)):
        write_json(tmp_path / name, evaluation.metrics)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert json.loads((tmp_path / "one").read_text())["confidence"]["problems"] == 8


def test_trained_baselines_learn_what_can_be_learnt(knowing):
    baselines = knowing.metrics["confidence"]["written_by_people"]["baselines"]
    assert baselines["constant"]["auroc_within_problem"]["mean"] == 0.5
    for name in ("logistic", "tfidf"):
        assert baselines[name]["auroc_within_problem"]["mean"] > 0.9
    assert knowing.metrics["imports"]["baselines"]["linear"]["micro_f1"]["mean"] > 0.9
    assert knowing.metrics["retrieval"]["baselines"]["random"]["map_at_r"]["mean"] < 0.15


def test_pairs_of_a_program_and_its_mutant_are_judged_apart(knowing):
    assert knowing.metrics["confidence"]["mutant_pair_accuracy"]["mean"] == 1.0
    assert "mutant_pair_accuracy" not in knowing.metrics["confidence"]["written_by_people"]


def test_a_constant_predictor_fails(data):
    said = oracle(data)
    constant = Predicted(
        **{
            name: value if name in ("rows", "import_rows") else np.ones_like(value)
            for name, value in said._asdict().items()
        }
    )
    assert passed(data, constant) <= {"ece"}


def test_scores_fail_against_shuffled_labels(data):
    said = oracle(data)
    order = np.random.default_rng(0)
    shuffled = said._replace(
        confidence=order.permuted(said.confidence, axis=1),
        bugs=order.permutation(said.bugs, axis=1),
        embedding=order.permutation(said.embedding, axis=1),
        imports=order.permutation(said.imports, axis=1),
    )
    assert passed(data, shuffled) <= {"spread", "ece"}


def test_an_untrained_network_fails(data):
    examples, said = examples_of(data), oracle(data)
    torch.manual_seed(0)
    networks = [GraphSAGE(ModelConfig(2, 2)).eval() for _ in said.confidence]
    rows = np.arange(examples.whole)
    bare = said.import_rows + examples.whole
    with torch.inference_mode():
        programs = [model(*examples.batch(rows, torch.device("cpu"))[:4]) for model in networks]
        texts = [model(*examples.batch(bare, torch.device("cpu"))[:4]) for model in networks]
    untrained = said._replace(
        confidence=np.stack([one.confidence.double().numpy() for one in programs]),
        bugs=np.stack([one.bugs[said.rows].numpy() for one in programs]),
        embedding=np.stack([one.embedding[said.rows].numpy() for one in programs]),
        imports=np.stack([one.imports.numpy() for one in texts]),
    )
    assert not {"auroc_within_problem", "gain_over_untrained", "ece"} & passed(data, untrained)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_labels_of_one_class_define_no_figure_and_pass_no_gate(data, tmp_path, share):
    rows = data.programs.rows
    place = rows.schema.get_field_index("confidence")
    equal = rows.set_column(place, rows.schema.field(place), pa.array([share] * len(rows), pa.float32()))
    same = dataclasses.replace(data, programs=data.programs._replace(rows=equal))
    found = evaluate(same, labels(), oracle(data), seed=0)
    write_json(tmp_path / "metrics", found.metrics)
    draw_roc(tmp_path / "roc", found.confidence.scores, found.confidence.passed)
    assert found.metrics["confidence"]["auroc_within_problem"]["mean"] is None
    assert not gates(found.metrics, THRESHOLDS)["auroc_within_problem"].passed


def test_empty_vocabularies_define_no_figure(data, tmp_path):
    said = oracle(data)
    nothing = said._replace(bugs=said.bugs[:, :, :0], imports=said.imports[:, :, :0])
    metrics = evaluate(dataclasses.replace(data, vocabularies=Vocabularies({}, {})), labels(), nothing, seed=0).metrics
    write_json(tmp_path / "metrics", metrics)
    assert metrics["imports"]["micro_f1"]["mean"] is None
    assert metrics["bugs"]["auroc"]["mean"] is None


def test_what_is_undefined_fails_its_gate(knowing):
    nothing = {"mean": None, "low": None, "high": None}
    metrics = knowing.metrics | {"bugs": knowing.metrics["bugs"] | {"auroc": nothing}}
    assert gates(metrics, THRESHOLDS)["bugs_auroc"] == (None, 0.5, False)


def test_programs_without_a_text_are_named(data):
    with pytest.raises(ModelError, match="has no label; run"):
        evaluate(data, labels().slice(5), oracle(data), seed=0)


def test_pictures_repeat(knowing, tmp_path):
    confidence, space = knowing.confidence, knowing.space
    for name in ("one", "other"):
        draw_reliability(tmp_path / f"{name}_r", Scores(confidence.raw), confidence.network, confidence.passed)
        draw_roc(tmp_path / f"{name}_c", confidence.scores, confidence.passed)
        draw_embedding(tmp_path / f"{name}_e", {"embedding": space.embedding}, space.problem, seed=0)
    for kind in "rce":
        assert (tmp_path / f"one_{kind}").read_bytes() == (tmp_path / f"other_{kind}").read_bytes()
        assert (tmp_path / f"one_{kind}").read_bytes().startswith(b"\x89PNG")
