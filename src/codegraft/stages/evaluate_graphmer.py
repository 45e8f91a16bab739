"""Stage ``evaluate_graphmer``: linker and encoders -> every task, every baseline, on what no training saw."""

from pathlib import Path
from typing import Any, Final

from codegraft.files import write_json
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.evaluation.systems import ENCODER, LINKER, Hung, encoders, linkers
from codegraft.graphmer.evaluation.tasks import Tasks, evaluate, evaluate_links
from codegraft.graphmer.linking.store import LINKER_DIRECTORY, read_linkers
from codegraft.graphmer.linking.train import LinkTask
from codegraft.graphmer.training.outputs import MODEL_DIRECTORY, read_encoders
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import KG_DIRECTORY, read_kg
from codegraft.params import load_params
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/graphmer_eval.json")


def main() -> None:
    """Write metrics/graphmer_eval.json and plots/graphmer_eval/.

    Raises:
        KnowledgeGraphError: the graph, its splits or the ontology are missing or damaged.
        ModelError: a model, chains or the tokenizer are, or they do not belong together.
    """
    params = load_params().evaluation, load_params().graphmer, load_params().seed
