"""Stage ``train_search``: sources -> what finds a function by what it is documented to do, for each seed."""

from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.search.contrastive import Settings
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY
from codegraft.graphmer.search.seeds import write_rankers
from codegraft.graphmer.search.train import SearchMaterial, parts_of_files, source_functions, train_search
from codegraft.params import load_params
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run
from codegraft.training.reproducible import set_reproducible


def main() -> None:
    """Write models/graphmer_search/.

    Raises:
        SourceError: the sources are missing or damaged.
        ModelError: chains or tokenizer are, or there is too little to learn from.
    """
    params = load_params().search
    sources, tokenizer = read_sources(SOURCES_FILE), CodeTokenizer.load(TOKENIZER_DIRECTORY)
    parts = parts_of_files(sources, read_chains(CHAINS_DIRECTORY).windows)
    material = SearchMaterial(source_functions(sources), parts, tokenizer)
    settings = Settings(**params.model_dump(exclude={"seeds"}))
    set_reproducible(0, threads=1)
    write_rankers(SEARCH_DIRECTORY, {seed: train_search(material, settings, seed) for seed in params.seeds})


if __name__ == "__main__":
    run(main)
