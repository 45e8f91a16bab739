"""What stages write and verification reads: each path with the stage that makes it, as dvc.yaml has it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

GATES_FILE: Final = Path("metrics/gates.json")
METADATA_FILE: Final = Path("run_metadata.json")
VERIFY: Final = "verify"
"""The stage that writes both."""

METRICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "metrics/ablation.json": "compare_ablation",
        "metrics/chains.json": "encode_chains",
        "metrics/download.json": "download",
        "metrics/embed_nodes.json": "embed_nodes",
        "metrics/export.json": "export",
        "metrics/features.json": "featurize",
        "metrics/graphmer_eval.json": "evaluate_graphmer",
        "metrics/graphmer_train.json": "train_graphmer",
        "metrics/graphsage_benchmark.json": "benchmark_graphsage",
        "metrics/graphsage_eval.json": "evaluate_graphsage",
        "metrics/graphsage_train.json": "train_graphsage",
        "metrics/humaneval.json": "evaluate_graphsage",
        "metrics/kg.json": "build_kg",
        "metrics/label.json": "label",
        "metrics/linker_train.json": "train_linker",
        "metrics/snapshot.json": "snapshot",
        "metrics/sources.json": "sources",
    }
)
"""Every file of metrics but that of the gates."""

SERIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "plots/embed_nodes/accuracy.csv": "embed_nodes",
        "plots/embed_nodes/loss.csv": "embed_nodes",
        "plots/graphmer": "train_graphmer",
        "plots/graphsage": "train_graphsage",
        "plots/linker": "train_linker",
    }
)
"""Files and directories of files that hold series: CSV or TSV, a row a step."""

ARTIFACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "data/ablation/no_decay.parquet": "ablate_graphmer@no_decay",
        "data/ablation/no_hgat.parquet": "ablate_graphmer@no_hgat",
        "data/ablation/no_leaves.parquet": "ablate_graphmer@no_leaves",
        "data/ablation/no_positions.parquet": "ablate_graphmer@no_positions",
        "data/ablation/no_relation_bias.parquet": "ablate_graphmer@no_relation_bias",
        "data/ablation/whole.parquet": "ablate_graphmer@whole",
        "data/bundle.safetensors": "export",
        "data/chains": "encode_chains",
        "data/features": "featurize",
        "data/humaneval/predictions.csv": "evaluate_graphsage",
        "data/kg": "build_kg",
        "data/programs/labels.parquet": "label",
        "data/programs/stats.json": "download",
        "data/programs/test.jsonl": "download",
        "data/programs/train.jsonl": "download",
        "data/programs/validation.jsonl": "download",
        "data/snapshot": "snapshot",
        "data/sources.parquet": "sources",
        "data/sources_skipped.csv": "sources",
        "models/ablation/no_decay": "ablate_graphmer@no_decay",
        "models/ablation/no_hgat": "ablate_graphmer@no_hgat",
        "models/ablation/no_leaves": "ablate_graphmer@no_leaves",
        "models/ablation/no_positions": "ablate_graphmer@no_positions",
        "models/ablation/no_relation_bias": "ablate_graphmer@no_relation_bias",
        "models/ablation/whole": "ablate_graphmer@whole",
        "models/graphmer": "train_graphmer",
        "models/graphmer_search": "train_search",
        "models/graphsage": "train_graphsage",
        "models/linker": "train_linker",
        "models/node_encoder": "embed_nodes",
        "models/tokenizer": "encode_chains",
    }
)
"""Data and models: what DVC's cache holds and git does not."""


def made_by(path: str) -> str:
    """The command that makes a path."""
    stage = {**METRICS, **SERIES, **ARTIFACTS}.get(path, VERIFY)
    return f"`dvc repro {stage}`"
