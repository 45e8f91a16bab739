"""Anybody's code as the linker reads it: the knowledge graph of a directory, and the chains of all of its code.

    own = read_own("~/work/parser", CodeTokenizer.load(), load_params().chains, load_ontology())
    [system] = apply([linker], own, own.links(), tokenizer)

Nothing of it was or will be trained on, so nothing is held back: every window is there to be read, and every triple
whose head the code names hangs on it, however many others do.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache as once
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
from filelock import FileLock

from codegraft.bulk import collector_paused
from codegraft.errors import KnowledgeGraphError, ModelError, SourceError
from codegraft.files import atomic_write
from codegraft.graphmer.chains.chains import SPLITS, Chains
from codegraft.graphmer.chains.encode import encode_with
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.names import Names, name_entities
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY, StoredChains, read_chains, write_chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.graph import Flags, LinkGraph
from codegraft.graphmer.linking.printing import shown
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.cache import extractor
from codegraft.kg.build.checkout import read_checkout
from codegraft.kg.build.texts import Texts, sources_digest, texts_of_table
from codegraft.kg.ontology import Ontology
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import KG_DIRECTORY, KnowledgeGraph, read_kg, write_kg
from codegraft.params import LeafyChains
from codegraft.sources import SCHEMA, SOURCES_FILE, read_sources

OWN_DIRECTORY: Final = Path(".codegraft/linking")
"""Where what was made of directories is kept."""

_KEY: Final = "key"
_CODE: Final = Path(__file__).resolve().parents[2]
_MAKERS: Final = ("kg/*.py", "kg/build/*.py", "kg/rules/*.py", "graphmer/chains/*.py")
"""Code that stands between what the parser finds and the finished graph and chains."""


@dataclass(frozen=True, eq=False)
class Own:
    """A knowledge graph with the code that it was made of.

    Attributes:
        graph: of T triples and n entities; its manifest lists what could not be read.
        sources: the texts, columns of :data:`~codegraft.sources.SCHEMA`.
        chains: windows of them, with triples of the graph.
        windows: where each window is from, row by row.
        names: [n] what the entities are called in chains.
        ontology: of the graph; relation i of the chains is the i-th of its relations, from 1.
    """

    graph: KnowledgeGraph
    sources: pa.Table
    chains: Chains
    windows: pa.Table
    names: Names
    ontology: Ontology

    def links(self, seen: Flags | None = None) -> LinkGraph:
        """The graph as columns; all of it is seen unless ``seen`` [T] says otherwise."""
        everything = np.ones(len(self.graph.triples), np.bool_)
        return LinkGraph.of(self.graph, everything if seen is None else seen, self.ontology)


def read_own(
    directory: str | Path,
    tokenizer: CodeTokenizer,
    params: LeafyChains,
    ontology: Ontology,
    *,
    kept: Path | None = OWN_DIRECTORY,
) -> Own:
    """The graph and the chains of a directory with Python or Java code.

    They are kept by content: as long as no file changes they are read, and otherwise only files that changed are
    parsed again. What is kept is never trusted; if it is damaged, or other code made it, it is made anew.

    Args:
        directory: is read as :func:`~codegraft.kg.build.checkout.read_checkout` says.
        tokenizer, params: those that the linker was trained with.
        ontology: of the graph.
        kept: directory for what is kept; None keeps nothing.

    Raises:
        SourceError: it is no directory, or there is no file in it that can be read.
        KnowledgeGraphError: what was made of it cannot be kept.
    """
    texts = read_texts(directory)
    sources = sources_of(texts)
    if kept is None:
        return own_of(texts, build_kg([texts], ontology).graph, tokenizer, params, ontology)
    place = kept / hashlib.sha256(str(Path(directory).expanduser().resolve()).encode()).hexdigest()[:16]
    try:
        place.mkdir(parents=True, exist_ok=True)
        with FileLock(place / "lock"):
            return _kept(place, texts, sources, tokenizer, params, ontology)
    except OSError as error:
        raise KnowledgeGraphError(
            f"{place}: what was made of {directory} cannot be kept ({error}); make the place writable, or "
            "work in a directory that is"
        ) from None


def read_texts(directory: str | Path, *, most_bytes: int | None = None) -> Texts:
    """The code of a directory, as :func:`~codegraft.kg.build.checkout.read_checkout` reads it, all of it UTF-8.

    Raises:
        SourceError: it is no directory, or there is no file in it that can be read.
    """
    texts = _as_utf8(read_checkout(directory, most_bytes=most_bytes))
    if not texts.files:
        left_out = f" ({len(texts.skipped)} left out, such as {shown(texts.skipped[0].path)})" if texts.skipped else ""
        raise SourceError(f"{directory}: no Python or Java file that can be read{left_out}; name another directory")
    return texts


def own_of(
    texts: Texts, graph: KnowledgeGraph, tokenizer: CodeTokenizer, params: LeafyChains, ontology: Ontology
) -> Own:
    """As :func:`read_own`, of what :func:`read_texts` read and the graph that was built of it; nothing is kept."""
    return _encode(graph, sources_of(texts), tokenizer, params, ontology)[0]


def sources_of(texts: Texts) -> pa.Table:
    """The texts, which are UTF-8, in the columns of :data:`~codegraft.sources.SCHEMA`."""
    rows: list[Mapping[str, str]] = [
        {
            "repository": texts.repository,
            "version": texts.version,
            "licence": texts.licence,
            "language": file.language,
            "path": file.path,
            "sha256": file.sha256,
            "text": text.decode(),
        }
        for file, text in texts.files
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def read_stored(
    tokenizer: CodeTokenizer,
    ontology: Ontology,
    *,
    kg: str | Path = KG_DIRECTORY,
    sources: str | Path = SOURCES_FILE,
    chains: str | Path = CHAINS_DIRECTORY,
) -> Own:
    """A graph with its sources, splits and chains, as the pipeline's stages wrote them.

    Raises:
        SourceError, KnowledgeGraphError, ModelError: something is missing or damaged, or does not belong to the rest.
    """
    graph, splits, table, stored = read_kg(kg), read_splits(kg), read_sources(sources), read_chains(chains)
    if graph.manifest.get("sources", {}).get("sha256") != sources_digest(list(texts_of_table(table))):
        raise KnowledgeGraphError(f"{kg}: built of other sources than {sources}: `dvc repro build_kg`")
    if stored.header.tokenizer != tokenizer.digest:
        raise ModelError(f"{chains}: made with another tokenizer: `dvc repro encode_chains`")
    material = Material.of(table, graph, splits, (), ontology)
    return _own(material, graph, stored, tokenizer, ontology)


def _kept(
    place: Path, texts: Texts, sources: pa.Table, tokenizer: CodeTokenizer, params: LeafyChains, ontology: Ontology
) -> Own:
    """What is kept of these texts, else what is made of them, which is kept then."""
    key = _key(texts, tokenizer, params, ontology)
    if (found := _read(place, key)) is not None:
        graph, stored = found
        return _own(_material(sources, graph, ontology), graph, stored, tokenizer, ontology)
    (place / _KEY).unlink(missing_ok=True)  # what is written below belongs to no key until all of it is there
    graph = build_kg([texts], ontology, cache=place / "parsed").graph
    own, stored = _encode(graph, sources, tokenizer, params, ontology)
    write_chains(place / "chains", *stored)
    write_kg(place / "kg", graph.triples, graph.entities, graph.manifest)
    with atomic_write(place / _KEY) as temporary:
        temporary.write_text(key, encoding="utf-8")
    return own


def _read(place: Path, key: str) -> tuple[KnowledgeGraph, StoredChains] | None:
    """What is kept under this key; None if it is another's, or not whole."""
    file = place / _KEY
    if not file.is_file() or file.read_bytes() != key.encode():
        return None
    try:
        return read_kg(place / "kg"), read_chains(place / "chains")
    except (KnowledgeGraphError, ModelError):
        return None


def _key(texts: Texts, tokenizer: CodeTokenizer, params: LeafyChains, ontology: Ontology) -> str:
    """Hash of everything that decides what is made."""
    skipped = [row._asdict() for row in texts.skipped]
    made_by = [extractor(), _makers(), tokenizer.digest, ontology.digest, params.roots, params.tail_slots]
    content = json.dumps([sources_digest([texts]), skipped, *made_by])
    return hashlib.sha256(content.encode()).hexdigest()


@once
def _makers() -> str:
    files = sorted(path for pattern in _MAKERS for path in _CODE.glob(pattern))
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)).hexdigest()


def _encode(
    graph: KnowledgeGraph, sources: pa.Table, tokenizer: CodeTokenizer, params: LeafyChains, ontology: Ontology
) -> tuple[Own, StoredChains]:
    """Chains of all the code, on whose anchors there is room for every triple."""
    room = params.model_copy(update={"groups_per_anchor": max(1, len(graph.triples))})
    made = encode_with(tokenizer, _material(sources, graph, ontology), room)
    own = Own(graph, sources, made.chains, made.windows, made.names, ontology)
    return own, StoredChains(made.chains, made.windows, made.header)


def _own(
    material: Material, graph: KnowledgeGraph, stored: StoredChains, tokenizer: CodeTokenizer, ontology: Ontology
) -> Own:
    with collector_paused():
        names = name_entities(graph.entities, material.seen, tokenizer, stored.header.tail_slots)
    return Own(graph, material.sources, stored.chains, stored.windows, names, ontology)


def _material(sources: pa.Table, graph: KnowledgeGraph, ontology: Ontology) -> Material:
    """A graph of which nothing is held out."""
    train = pa.array(["train"]).dictionary_encode().take(pa.array(np.zeros(len(graph.triples), np.int32)))
    return Material.of(sources, graph, pa.table(dict.fromkeys(SPLITS, train)), (), ontology)


def _as_utf8(texts: Texts) -> Texts:
    """The same texts, those behind a byte order mark that they do not keep to included: chains count their bytes."""
    files = tuple((file, text.decode("utf-8", "replace").encode()) for file, text in texts.files)
    return replace(texts, files=files)
