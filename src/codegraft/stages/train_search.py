"""Stage ``train_search``: sources -> what finds a function by what it is documented to do, for each seed."""

from pathlib import Path
from typing import Final

from codegraft.files import atomic_directory
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, read_chains
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY, save_ranker, seed_directory
from codegraft.graphmer.search.train import SearchMaterial, parts_of_files, settings_of, source_functions, train_search
from codegraft.params import load_params
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run


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
    with atomic_directory(SEARCH_DIRECTORY) as temporary:
        for seed in params.seeds:
            save_ranker(seed_directory(temporary, seed), train_search(material, settings_of(params), seed))


if __name__ == "__main__":
    run(main)
