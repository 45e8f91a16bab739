"""Stage ``encode_chains``: hang the knowledge graph on windows of code, for the encoder to learn from."""

from pathlib import Path
from typing import Final

from codegraft.errors import KnowledgeGraphError
from codegraft.files import write_json
from codegraft.graphmer.chains.encode import encode_chains
from codegraft.graphmer.chains.figures import describe
from codegraft.graphmer.chains.leaks import audit_chains, refuse_leaks
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, write_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY
from codegraft.kg.build.texts import sources_digest, texts_of_table
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import KG_DIRECTORY, read_kg
from codegraft.params import load_params
from codegraft.renamed_copies import copies
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/chains.json")


def main() -> None:
    """Write models/tokenizer/, data/chains/ and metrics/chains.json.

    Raises:
        SourceError: the sources are missing or damaged.
        KnowledgeGraphError: the graph, its splits or the ontology are, or they do not belong together.
        ModelError: the vocabulary is too small, or the chains leak what is held out.
    """
    params = load_params()
    sources, ontology = read_sources(SOURCES_FILE), load_ontology(ONTOLOGY_FILE)
    graph, splits = read_kg(KG_DIRECTORY), read_splits(KG_DIRECTORY)
    if graph.manifest.get("sources", {}).get("sha256") != sources_digest(list(texts_of_table(sources))):
        raise KnowledgeGraphError(f"{KG_DIRECTORY}: built of other sources than {SOURCES_FILE}: `dvc repro build_kg`")
    files = zip(sources["repository"].to_pylist(), sources["path"].to_pylist(), strict=True)
    texts = zip(files, (text.as_py() for text in sources["text"]), strict=True)
    clusters = copies(texts, threshold=params.kg.near_duplicates)
    encoding = encode_chains(Material.of(sources, graph, splits, clusters, ontology), params.chains)
    leaks = audit_chains(encoding.chains, encoding.windows, graph, splits, clusters)
    refuse_leaks(leaks)
    encoding.tokenizer.save(TOKENIZER_DIRECTORY)
    write_chains(CHAINS_DIRECTORY, encoding.chains, encoding.windows, encoding.header)
    write_json(METRICS_FILE, describe(encoding, leaks))


if __name__ == "__main__":
    run(main)
