"""Leaks planted in sources and followed to the parts, on graphs that are built as the pipeline builds them.

A division that knows nothing of the leak has to be caught by an audit; the pipeline's own division has to have none.
"""

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from codegraft.errors import KnowledgeGraphError, ModelError
from codegraft.graphmer.chains.encode import Encoding, encode_chains
from codegraft.graphmer.chains.leaks import audit_chains, refuse_leaks
from codegraft.graphmer.chains.material import Material
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.texts import texts_of_table
from codegraft.kg.load import with_inverses
from codegraft.kg.ontology import load_ontology
from codegraft.kg.splits.leaks import LeakReport, audit_split
from codegraft.kg.splits.model import Clusters, Kind, Part, Split
from codegraft.kg.splits.split import split_kg
from codegraft.kg.splits.string_codes import file_key, file_keys
from codegraft.kg.splits.table import KINDS
from codegraft.kg.store import KnowledgeGraph
from codegraft.near_duplicates import near_duplicates
from codegraft.renamed_copies import renamed_copies
from tests.graphmer.chains.corpora import ROOT, WORDS, files, params
from tests.graphmer.evaluation.unlike_sources import unlike_module
from tests.snapshot.source_tables import sources

SEEDS = range(8)
ONTOLOGY = load_ontology(ROOT / "data/ontology.yaml")
THRESHOLD = 0.8
"""As in params.yaml."""

ORIGINAL, COPY = ("amber", "amber/left.py"), ("jetty", "jetty/copied.py")


@dataclass(frozen=True)
class Planted:
    """Sources, and the graph that was built of them."""

    table: pa.Table
    graph: KnowledgeGraph

    def texts(self):
        keys = zip(self.table["repository"].to_pylist(), self.table["path"].to_pylist(), strict=True)
        return list(zip(keys, self.table["text"].to_pylist(), strict=True))

    def near_duplicates(self) -> Clusters:
        return near_duplicates(self.texts(), threshold=THRESHOLD)

    def split(self, kind: Kind, seed: int, clusters: Clusters = ()) -> Split:
        tables = self.graph.triples, self.graph.entities
        shares = {"test_share": 0.2, "valid_share": 0.2}
        return split_kg(*tables, kind=kind, seed=seed, **shares, near_duplicates=clusters)

    def audit(self, split: Split, clusters: Clusters = ()) -> LeakReport:
        return audit_split(split, self.graph.triples, self.graph.entities, clusters, ONTOLOGY.inverses)

    def parts_of(self, split: Split, *names) -> set[Part]:
        """The parts that keep a triple that one of these files says."""
        said = pc.is_in(file_keys(self.graph.triples), value_set=pa.array([file_key(*name) for name in names]))
        return set(map(Part, split.part[said.to_numpy()])) - {Part.DROPPED}


def plant(texts: dict[str, str]) -> Planted:
    table = sources(texts)
    return Planted(table, build_kg(list(texts_of_table(table)), ONTOLOGY).graph)


def check_copies(planted: Planted, kind: Kind, clusters: Clusters):
    """Copies are caught where nobody kept them together, and kept together by who knows of them."""
    caught = []
    for seed in SEEDS:
        report = planted.audit(planted.split(kind, seed), clusters)
        caught.append(report.leaks["near_duplicate"].count)
        if caught[-1]:
            with pytest.raises(KnowledgeGraphError, match=rf"{kind} split leaks(.|\n)*near_duplicate: \d+, such as"):
                report.raise_for_leaks()
        careful = planted.split(kind, seed, clusters)
        assert planted.audit(careful, clusters).passed
        for cluster in clusters:
            assert len(planted.parts_of(careful, *cluster)) <= 1
    assert any(caught)


@pytest.fixture(scope="module")
def duplicated() -> Planted:
    """An exact copy of a file in another repository."""
    return plant(files() | {"/".join(COPY): files()["/".join(ORIGINAL)]})


@pytest.mark.parametrize("kind", KINDS)
def test_an_exact_copy_of_a_file_is_caught_on_two_sides(duplicated, kind):
    clusters = duplicated.near_duplicates()
    assert clusters == ((ORIGINAL, COPY),)
    check_copies(duplicated, kind, clusters)


def encode(planted: Planted, learned, judged, clusters: Clusters) -> tuple[Encoding, dict[str, int]]:
    """Chains under splits that knew no clusters and learn from one file and test with the other, and their audit.

    The encoding itself knows the clusters or none; the audit knows them all.
    """
    splits = pa.table({"evidence": pa.array(["semantic"] * len(planted.graph.triples))})
    by_repository = (planted.split("repository-inductive", seed) for seed in range(100))
    sides = {learned: {Part.TRAIN}, judged: {Part.TEST}}
    apart = next(one for one in by_repository if all(planted.parts_of(one, name) == sides[name] for name in sides))
    for kind in KINDS:
        split = apart if kind == apart.kind else planted.split(kind, seed=0)
        names = [Part(part).name.lower() for part in split.part]
        splits = splits.append_column(kind.replace("-", "_"), pa.array(names).dictionary_encode())
    encoding = encode_chains(Material.of(planted.table, planted.graph, splits, clusters, ONTOLOGY), params())
    everything = renamed_copies(planted.texts(), THRESHOLD)
    return encoding, audit_chains(encoding.chains, encoding.windows, planted.graph, splits, everything)


def test_code_of_an_exact_copy_is_not_judged_even_if_nobody_told_of_it(duplicated):
    encoding, _ = encode(duplicated, COPY, ORIGINAL, clusters=())
    rows = encoding.windows.to_pylist()
    assert encoding.left_out > 0
    assert ORIGINAL not in {(row["repository"], row["file"]) for row in rows}


@pytest.mark.parametrize("kind", KINDS)
def test_an_inverse_in_another_part_is_caught(kind):
    planted = plant(files())
    both = Planted(planted.table, with_inverses(planted.graph, ONTOLOGY.inverses))
    assert len(both.graph.triples) > len(planted.graph.triples)
    part = np.random.default_rng(0).integers(0, 3, len(both.graph.triples)).astype(np.int8)
    leaks = both.audit(Split(kind, part, np.zeros_like(part))).leaks
    assert leaks["inverse"].count > 0
    for seed in SEEDS:
        assert both.audit(both.split(kind, seed)).leaks["inverse"].count == 0


def test_calls_back_and_forth_are_caught_in_two_parts_and_stay_in_one():
    calls = "\n\ndef ping(times):\n    return pong(times - 1)\n\n\ndef pong(times):\n    return ping(times - 1)\n"
    planted = plant({name: text + calls if name.endswith(".py") else text for name, text in files().items()})
    part = np.random.default_rng(0).integers(0, 3, len(planted.graph.triples)).astype(np.int8)
    leaks = planted.audit(Split("transductive", part, np.zeros_like(part))).leaks
    assert leaks["opposite_pair"].count > 0
    for seed in SEEDS:
        assert planted.audit(planted.split("transductive", seed)).leaks["opposite_pair"].count == 0


@pytest.fixture(scope="module")
def vendored() -> Planted:
    """A package that another repository carries, each file under a note of where it is from."""
    package = {name: text for name, text in files().items() if name.startswith("amber/")}
    carried = {f"cedar/cedar/inner/{name[6:]}": f"# from amber 1.0\n{text}" for name, text in package.items()}
    return plant(files() | carried)


@pytest.mark.parametrize("kind", KINDS)
def test_a_vendored_package_is_caught_on_two_sides(vendored, kind):
    clusters = vendored.near_duplicates()
    assert clusters == tuple(
        (("amber", f"amber/{name}.py"), ("cedar", f"cedar/inner/amber/{name}.py")) for name in ("left", "right", "top")
    )
    check_copies(vendored, kind, clusters)


def test_a_vendored_package_in_a_held_out_repository_is_dropped(vendored):
    clusters = vendored.near_duplicates()
    dropped = [vendored.split(KINDS[2], seed, clusters).dropped().get("near_duplicate", 0) for seed in SEEDS]
    assert any(dropped)


UNLIKE, RENAMED = ("amber", "1.py"), ("cedar", "copied.py")


@pytest.fixture(scope="module")
def renamed() -> Planted:
    """A file of another repository with every name of its own exchanged."""
    places = [f"{repository}/{number}.py" for repository in WORDS[:5] for number in range(3)]
    texts = {place: unlike_module(seed) for seed, place in enumerate(places)}
    copy = re.sub(r"\b([a-z]+)_(\d+)\b", r"\1\1_7\2", texts["/".join(UNLIKE)])
    return plant(texts | {"/".join(RENAMED): copy})


def test_a_renamed_copy_is_no_near_duplicate_by_its_tokens(renamed):
    """Why there is an audit without names: the pipeline's clusters, and so its audits, do not know of it."""
    assert renamed.near_duplicates() == ()
    assert all(renamed.audit(renamed.split(kind, seed)).passed for kind in KINDS for seed in SEEDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_renamed_copy_is_caught_on_two_sides_without_its_names(renamed, kind):
    clusters = renamed_copies(renamed.texts(), THRESHOLD)
    assert clusters == ((UNLIKE, RENAMED),)
    check_copies(renamed, kind, clusters)


def test_code_of_a_renamed_copy_is_caught_by_who_knows_of_it(renamed):
    _, leaks = encode(renamed, RENAMED, UNLIKE, clusters=())
    assert leaks["near_duplicates"] > 0
    with pytest.raises(ModelError, match=r"\d+ near_duplicates"):
        refuse_leaks(leaks)
    _, leaks = encode(renamed, RENAMED, UNLIKE, clusters=renamed_copies(renamed.texts(), THRESHOLD))
    assert leaks["near_duplicates"] == 0
