"""Small sources with their knowledge graph and splits, made as the stages make them."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from codegraft.graphmer.chains.encode import Encoding, encode_chains
from codegraft.graphmer.chains.material import Material
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.texts import texts_of_table
from codegraft.kg.ontology import Ontology, load_ontology
from codegraft.kg.splits.model import Clusters
from codegraft.kg.splits.table import make_splits
from codegraft.kg.store import KnowledgeGraph
from codegraft.near_duplicates import near_duplicates
from codegraft.params import Kg, LeafyChains, load_params
from tests.snapshot.source_tables import sources

ROOT = Path(__file__).parents[3]

WORDS = ("amber", "birch", "cedar", "delta", "ember", "flint", "grove", "heron", "islet", "jetty")

MODULE = '''"""Keep {word} in order."""

import math
from functools import cache

LIMIT_{upper} = {number}


class {title}Error(ValueError):
    """{title} is not there."""


class Base{title}:
    def weigh(self, {word}):
        return math.sqrt({word}) * LIMIT_{upper}


class {title}(Base{title}):
    """What has {word}."""

    def __init__(self, size: int) -> None:
        self.size_{word} = size

    def weigh(self, {word}):
        if {word} > self.size_{word}:
            raise {title}Error(str({word}))
        return super().weigh({word})


@cache
def make_{word}(size: int) -> {title}:
    """A new one."""
    return {title}(len(range(size)) + LIMIT_{upper})


def use_{word}():
    return make_{word}({number}).weigh({number})
'''

JAVA = """package shop;

import java.util.List;

public class {title} {{
    private int size{title};

    public {title}(int size) {{
        this.size{title} = size;
    }}

    @Override
    public String toString() {{
        return "{title}" + weigh(List.of());
    }}

    private int weigh(List<{title}> others) {{
        return others.size() + size{title};
    }}
}}
"""


def files() -> dict[str, str]:
    """Ten Python repositories of three files each, and one of Java."""
    python = {
        f"{word}/{word}/{part}.py": MODULE.format(
            word=f"{word}_{part}",
            title=f"{word}{part}".title(),
            upper=f"{word}_{part}".upper(),
            number=place * 7 + turn,
        )
        for place, word in enumerate(WORDS)
        for turn, part in enumerate(("left", "right", "top"))
    }
    return python | {f"java/shop/{word.title()}.java": JAVA.format(title=word.title()) for word in WORDS}


class Corpus(NamedTuple):
    """Tables as the stages write them."""

    sources: pa.Table
    graph: KnowledgeGraph
    splits: pa.Table
    clusters: Clusters
    ontology: Ontology

    def material(self) -> Material:
        return Material.of(*self)


def corpus_of(texts: dict[str, str], threshold: float = 1.0) -> Corpus:
    table, ontology = sources(texts), load_ontology(ROOT / "data/ontology.yaml")
    graph = build_kg(list(texts_of_table(table)), ontology).graph
    params = Kg(strict=True, jobs=1, test_share=0.2, valid_share=0.2, near_duplicates=threshold)
    splits, _ = make_splits(graph, table, ontology, params, seed=3)
    keys = zip(table["repository"].to_pylist(), table["path"].to_pylist(), strict=True)
    clusters = near_duplicates(zip(keys, table["text"].to_pylist(), strict=True), threshold=threshold)
    return Corpus(table, graph, splits, clusters, ontology)


@cache
def small() -> Corpus:
    return corpus_of(files())


def params(**changes: Any) -> LeafyChains:
    """Those of params.yaml, with a small vocabulary, small windows and so few groups that anchors are crowded."""
    return load_params(ROOT / "params.yaml").chains.model_copy(
        update={"vocabulary": 512, "roots": 96, "tail_slots": 6, "groups_per_anchor": 4} | changes
    )


@cache
def encoded() -> Encoding:
    return encode_chains(small().material(), params())
