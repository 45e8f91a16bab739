"""Stage ``train_linker``: knowledge graph and chains -> what answers for hidden triples, for each seed."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.linking.series import LINKER_SERIES, write_losses
from codegraft.graphmer.linking.store import LINKER_DIRECTORY, write_linkers
from codegraft.graphmer.linking.train import LinkTask, figures, train_linkers
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import KG_DIRECTORY, read_kg
from codegraft.params import load_params
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/linker_train.json")


def main() -> None:
    """Write models/linker/, metrics/linker_train.json and plots/linker/losses.csv.

    Raises:
        KnowledgeGraphError: the graph, its splits or the ontology are missing or damaged.
        ModelError: chains or tokenizer are.
    """
    params = load_params().linker
    graph, splits, ontology = read_kg(KG_DIRECTORY), read_splits(KG_DIRECTORY), load_ontology(ONTOLOGY_FILE)
    chains, tokenizer = read_chains(CHAINS_DIRECTORY).chains, CodeTokenizer.load(TOKENIZER_DIRECTORY)
    task = LinkTask.of(graph, splits, chains, tokenizer, ontology)
    trained = train_linkers(task, params)
    write_linkers(LINKER_DIRECTORY, dict(zip(params.seeds, (one.linker for one in trained), strict=True)))
    write_losses(LINKER_SERIES, dict(zip(params.seeds, (one.losses for one in trained), strict=True)))
    write_json(METRICS_FILE, figures(task, trained, params))


if __name__ == "__main__":
    run(main)
