"""What may be wrong with a run or its record, planted in a repository in which everything holds.

tests/verify/test_faults.py plants each, and benchmarks/verify_faults.py prints what came of it.
"""

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from codegraft.stages import verify as stage
from codegraft.verify.artifacts import digests, recorded
from codegraft.verify.places import METRICS
from tests.verify.repository import edit, read, write


class Fault(NamedTuple):
    """One fault.

    Attributes:
        title: what is wrong, in words.
        plant: makes it so.
        caught: words of the message that has to say so.
        how: ``run``, as the stages themselves would have left it: the stage ``verify`` runs on it and dvc.lock agrees,
            so that nothing but the figures can tell; ``lock``: edited by hand, dvc.lock too; ``edit``: edited by hand.
        options: of ``codegraft verify``.
    """

    title: str
    plant: Callable[[Path], None]
    caught: str
    how: str = "run"
    options: tuple[str, ...] = ()

    def apply(self, root: Path) -> None:
        """Plant the fault under the working directory."""
        self.plant(root)
        if self.how == "run":
            stage.main()
        if self.how != "edit":
            agree(root)


def agree(root: Path) -> None:
    """Make dvc.lock say what lies there."""
    lock = yaml.safe_load((root / "dvc.lock").read_text())
    found = digests(root, [artifact.path for artifact in recorded(root)])
    for body in lock["stages"].values():
        for out in body["outs"]:
            out["md5"] = found[out["path"].rstrip("/")].md5
    (root / "dvc.lock").write_text(yaml.safe_dump(lock))


def figure(file: str, path: str, value: object) -> Callable[[Path], None]:
    """Another value in a file of metrics."""
    return lambda root: edit(root / file, path, value)


def figures(*changes: tuple[str, str, object]) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        for change in changes:
            figure(*change)(root)

    return plant


def cell(file: str, row: int, value: str) -> Callable[[Path], None]:
    """Another text in the last column of a row of a series."""

    def plant(root: Path) -> None:
        separator = "," if file.endswith("csv") else "\t"
        lines = (root / file).read_text().splitlines()
        lines[row] = separator.join([*lines[row].split(separator)[:-1], value])
        (root / file).write_text("\n".join(lines) + "\n")

    return plant


def removed(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


ENCODER, NODES = "metrics/graphmer_train.json", "metrics/embed_nodes.json"
PROGRAMS, LINKS = "metrics/graphsage_eval.json", "metrics/graphmer_eval.json"
SERIES_OF_SEED = "plots/graphmer/seed_1/plots/metrics"


def untrained_encoder(root: Path) -> None:
    content = read(root / ENCODER)
    for seed in content["seeds"].values():
        seed["after"] = seed["before"]
    write(root / ENCODER, content | {"after": content["before"]})


def counting_encoder(root: Path) -> None:
    content = read(root / ENCODER)
    for seed in content["seeds"].values():
        seed["after"] = content["baselines"]["frequencies"]
    write(root / ENCODER, content)


def one_seed_gains_little(root: Path) -> None:
    before = read(root / ENCODER)["seeds"]["0"]["before"]["mnm"]["accuracy"]
    edit(root / ENCODER, "seeds.0.after.mnm.accuracy", before * 1.09)


def constant_confidence(root: Path) -> None:
    content = read(root / PROGRAMS)
    confidence = content["confidence"]
    confidence |= confidence["baselines"]["constant"] | {"spread": 0.0}
    confidence["gain_over"]["constant"] = {"low": 0.0, "mean": 0.0, "high": 0.0}
    write(root / PROGRAMS, content)


def shuffled_labels(root: Path) -> None:
    content = read(root / PROGRAMS)
    content["confidence"]["auroc_within_problem"] = {"low": 0.468, "mean": 0.503, "high": 0.537}
    content["bugs"]["auroc"] = {"low": 0.471, "mean": 0.5, "high": 0.529}
    content["imports"]["gain_over"]["frequency"] = {"low": -0.04, "mean": 0.0, "high": 0.04}
    content["retrieval"]["gain_over"]["random"] = {"low": -0.01, "mean": 0.0, "high": 0.01}
    write(root / PROGRAMS, content)


def untrained_linker(root: Path) -> None:
    content = read(root / LINKS)
    content["link_prediction"] |= content["baselines"]["untrained"]["link_prediction"]
    for verdict in content["better_than"]["repository_inductive"].values():
        verdict["gain"] = {"low": -0.01, "mean": 0.0, "high": 0.01}
    write(root / LINKS, content)


def untrained_search(root: Path) -> None:
    search = "code_search"
    edit(root / LINKS, f"{search}.mrr_at_10", 0.550508)
    edit(root / LINKS, f"{search}.gain_over_untrained", 0.0)
    edit(root / LINKS, f"{search}.intervals.gain_over_untrained", {"low": -0.01, "high": 0.01})


def constant_humaneval(root: Path) -> None:
    content = read(root / "metrics/humaneval.json")
    write(root / "metrics/humaneval.json", content | content["baselines"]["constant"])


def no_metrics(root: Path) -> None:
    for file in METRICS:
        (root / file).unlink()


def flipped_byte(root: Path) -> None:
    """As a disk would: size and time of the file stay."""
    file = root / "models/graphmer/b/c.bin"
    times, content = file.stat(), bytearray(file.read_bytes())
    content[500] ^= 1
    file.write_bytes(content)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def lowered_threshold(root: Path) -> None:
    text = (root / "params.yaml").read_text()
    (root / "params.yaml").write_text(text.replace("call_graph_f1: 0.63", "call_graph_f1: 0.35"))


def optional_gate_unknown(root: Path) -> None:
    text = (root / "params.yaml").read_text()
    (root / "params.yaml").write_text(text.replace("    - encoder_mnm_exact", "    - encoder_exact"))


def metadata(path: str, value: object) -> Callable[[Path], None]:
    return figure("run_metadata.json", path, value)


def foreign_checksum(root: Path) -> None:
    content = read(root / "run_metadata.json")
    content["checksums"]["models/graphmer"] = "0" * 64
    write(root / "run_metadata.json", content)


def damaged_metrics(root: Path) -> None:
    file = root / "metrics/linker_train.json"
    file.write_text(file.read_text()[:100])


LEFT_BY_A_RUN = [
    Fault("NaN in a series", cell(f"{SERIES_OF_SEED}/train/norm.tsv", 50, "nan"), "finite_series: 1, at most 0"),
    Fault("infinity in a series", cell("plots/linker/losses.csv", 7, "inf"), "finite_series: 1, at most 0"),
    Fault("a cell of a series is empty", cell("plots/embed_nodes/loss.csv", 2, ""), "finite_series: 1, at most 0"),
    Fault(
        "infinity in metrics",
        figure("metrics/linker_train.json", "seeds.1.reader_loss", math.inf),
        "finite_metrics: 1, at most 0",
    ),
    Fault("a held-out loss goes up", cell(f"{SERIES_OF_SEED}/held_out/mlm_loss.tsv", -1, "6.5"), "loss_graphmer: 0."),
    Fault(
        "a training loss goes up",
        cell("plots/graphsage/seed_3/plots/metrics/train/total.tsv", -1, "3.5"),
        "loss_graphsage: 0.",
    ),
    Fault("NaN at the end of a loss", cell("plots/linker/losses.csv", -1, "nan"), "loss_linker: -"),
    Fault(
        "a seed's series is missing", removed(f"{SERIES_OF_SEED}/held_out/mnm_loss.tsv"), "2 of held_out/mnm_loss.tsv"
    ),
    Fault("a graph of 29,999 triples", figure("metrics/kg.json", "triples", 29_999), "graph_triples: 29999, at least"),
    Fault("a domain/range ratio of 0.98", figure("metrics/kg.json", "domain_range_ratio", 0.98), "range: 0.98, at"),
    Fault("an untrained encoder", untrained_encoder, "mnm_gain: 0, at least 0.1"),
    Fault("an encoder that answers the most frequent", counting_encoder, "encoder_mnm_accuracy: -0."),
    Fault("one of three seeds gains 9 % in MNM", one_seed_gains_little, "mnm_gain: 0.09, at least 0.1"),
    Fault(
        "untrained node encoders",
        figure(NODES, "layers.3.gain_over.random_encoder.low", -0.004),
        "nodes_over_untrained: -0.004, above 0",
    ),
    Fault("a constant confidence", constant_confidence, "graphsage_auroc_within_problem: 0.5, above 0.5"),
    Fault("training on shuffled labels", shuffled_labels, "graphsage_bugs_auroc: 0.471, above 0.5"),
    Fault("a constant confidence on HumanEval", constant_humaneval, "humaneval_over_constants: 0, above 0"),
    Fault("an untrained linker", untrained_linker, "linker_over_untrained: -0.01, above 0"),
    Fault(
        "an untrained search, which words alone lift over 0.44",
        untrained_search,
        "graphmer_code_search_mrr_at_10: 0.55",
    ),
    Fault(
        "too slow a prediction",
        figure("metrics/graphsage_benchmark.json", "latency_ms.p99", 10.4),
        "latency_p99_ms: 10.4, at most 10",
    ),
    Fault(
        "an evaluation writes `passed` as a constant",
        figure(LINKS, "gates.dependency_f1.passed", True),
        "gates.dependency_f1",
    ),
    Fault("a figure is undefined", figure(LINKS, "disambiguation.accuracy", None), "disambiguation_accuracy: -"),
    Fault("metrics lack a figure", figure(PROGRAMS, "confidence.spread", ...), "run `dvc repro evaluate_graphsage`"),
]
"""Results that are bad or no results; checksums and metadata agree with them."""

EDITED = [
    Fault(
        "`passed` edited in metrics/gates.json",
        figure("metrics/gates.json", "gates.graphmer_call_graph_f1.passed", True),
        "gates.graphmer_call_graph_f1.passed: True; the figures give False",
        "lock",
    ),
    Fault(
        "a value edited in metrics/gates.json",
        figure("metrics/gates.json", "gates.graphmer_call_graph_f1.value", 0.64),
        "gates.graphmer_call_graph_f1.value: 0.64; the figures give 0.35558",
        "lock",
    ),
    Fault(
        "a figure edited in metrics/kg.json", figure("metrics/kg.json", "triples", 400_000), "kg.json: changed", "edit"
    ),
    Fault("a threshold lowered in params.yaml", lowered_threshold, "params_hash", "lock"),
    Fault("a gate made optional that does not exist", optional_gate_unknown, "encoder_exact: no such gate", "edit"),
    Fault("one bit of a model flipped, size and time kept", flipped_byte, "models/graphmer: changed", "edit"),
    Fault("metrics of one stage are missing", removed("metrics/kg.json"), "run `dvc repro build_kg`", "edit"),
    Fault("all metrics are missing", no_metrics, "run `dvc repro train_graphmer`", "edit"),
    Fault("metrics are cut off", damaged_metrics, "metrics/linker_train.json: not JSON", "edit"),
    Fault("metrics/gates.json is missing", removed("metrics/gates.json"), "run `dvc repro verify`", "edit"),
    Fault("dvc.lock is missing", removed("dvc.lock"), "dvc.lock is not there; run `dvc repro`", "edit"),
    Fault("data are missing", removed("data/sources.parquet"), "data/sources.parquet: absent", "edit", ("--complete",)),
    Fault("the metadata are missing", removed("run_metadata.json"), "run `dvc repro verify`", "edit", ("--complete",)),
    Fault("the metadata lack a field", metadata("dataset_hash", ...), "'dataset_hash' is a required property", "lock"),
    Fault("the metadata have a field of no schema", metadata("status", "SUCCESS"), "'status' was unexpected", "lock"),
    Fault("the metadata are of another schema", metadata("schema_version", "1.0"), "schema_version: ", "lock"),
    Fault(
        "a constant stands for a training result",
        metadata("training_results.train_graphmer.after.mnm.accuracy.mean", 1.0),
        "after.mnm.accuracy.mean: 1.0, computed again 0.306347",
        "lock",
    ),
    Fault(
        "a constant stands for a validation result",
        metadata("validation_results.missed_optional", []),
        "validation_results.missed_optional: [], computed again ['relation_bias_gain'",
        "lock",
    ),
    Fault("a constant stands for a checksum", foreign_checksum, "checksums.models/graphmer: 000", "lock"),
    Fault("a constant stands for the data set's hash", metadata("dataset_hash", "a" * 64), "dataset_hash: ", "lock"),
    Fault(
        "an optional gate is missed, under --strict", lambda root: None, "call_graph_f1: 0.35558", "edit", ("--strict",)
    ),
]
"""Records that somebody or something changed after the run."""
