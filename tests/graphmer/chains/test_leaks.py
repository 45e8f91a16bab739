"""The audit of chains: it passes what is made here, and finds each planted fault."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.leaks import audit_chains, refuse_leaks
from codegraft.graphmer.chains.specials import SPECIALS
from codegraft.kg.splits.model import Part
from tests.graphmer.chains import corpora


@pytest.fixture(scope="module")
def corpus():
    return corpora.small()


@pytest.fixture(scope="module")
def encoding():
    return corpora.encoded()


def audit(corpus, encoding, chains=None, splits=None, clusters=None):
    return audit_chains(
        encoding.chains if chains is None else chains,
        encoding.windows,
        corpus.graph,
        corpus.splits if splits is None else splits,
        corpus.clusters if clusters is None else clusters,
    )


def found(leaks):
    return {name for name, count in leaks.items() if count}


def with_part(encoding, place, part):
    changed = encoding.chains.part.copy()
    changed[place] = part
    return replace(encoding.chains, part=changed)


def first(encoding, part):
    return int(np.flatnonzero(encoding.chains.part == part)[0])


def test_what_is_made_does_not_leak(corpus, encoding):
    leaks = audit(corpus, encoding)
    assert len(leaks) == 6
    assert found(leaks) == set()
    refuse_leaks(leaks)


def test_learning_from_held_out_code_is_found(corpus, encoding):
    chains = with_part(encoding, first(encoding, Part.TEST), Part.TRAIN)
    assert audit(corpus, encoding, chains)["held_out_code"] == 1


def test_validation_with_a_repository_of_training_is_found(corpus, encoding):
    chains = with_part(encoding, first(encoding, Part.TRAIN), Part.VALID)
    assert "validates_elsewhere" in found(audit(corpus, encoding, chains))


@pytest.mark.parametrize("kind", ["transductive", "file_inductive", "repository_inductive"])
@pytest.mark.parametrize("part", ["valid", "test", "dropped"])
def test_learning_a_triple_that_a_split_does_not_is_found(corpus, encoding, kind, part):
    chains = encoding.chains
    triple = int(chains.triple[np.flatnonzero(chains.group_part == Part.TRAIN)[0]])
    names = corpus.splits[kind].to_pylist()
    names[triple] = part
    place = corpus.splits.column_names.index(kind)
    splits = corpus.splits.set_column(place, kind, pa.array(names).dictionary_encode())
    assert "held_out_triples" in found(audit(corpus, encoding, splits=splits))


def test_learning_the_inverse_of_a_held_out_triple_is_found(corpus, encoding):
    chains = encoding.chains
    learned = int(np.flatnonzero(chains.group_part == Part.TRAIN)[0])
    held_out = int(np.flatnonzero(chains.group_part == Part.TEST)[0])
    rows = corpus.graph.triples.to_pylist()
    there, here = rows[chains.triple[held_out]], rows[chains.triple[learned]]
    here["head"], here["tail"] = there["tail"], there["head"]
    graph = corpus.graph
    turned = pa.Table.from_pylist(rows, graph.triples.schema)
    changed = corpus._replace(graph=type(graph)(turned, graph.entities, {}))
    assert audit(changed, encoding)["held_out_pairs"] == 1


@pytest.mark.parametrize("part", [Part.VALID, Part.TEST])
def test_a_held_out_copy_of_learned_code_is_found_under_another_heading(corpus, encoding, part):
    chains = list(encoding.chains)
    learned, copied = chains[first(encoding, Part.TRAIN)], first(encoding, part)
    code = int(encoding.chains.code_offsets[learned.window] - encoding.chains.root_offsets[learned.window])
    heading = (*learned.tokens[: code - 1], SPECIALS)
    chains[copied] = learned._replace(tokens=(*heading, *learned.tokens[code:]), part=int(part))
    assert audit(corpus, encoding, Chains.pack(chains))["copies"] == 1


def test_a_near_duplicate_in_an_earlier_part_is_found(corpus, encoding):
    rows = encoding.windows.to_pylist()
    learned, tested = (rows[first(encoding, part)] for part in (Part.TRAIN, Part.TEST))
    clusters = [[(row["repository"], row["file"]) for row in (learned, tested)], [("no", "where.py"), ("any", "x.py")]]
    expected = sum((row["repository"], row["file"]) == clusters[0][1] for row in rows)
    assert audit(corpus, encoding, clusters=clusters)["near_duplicates"] == expected > 0
    same = [[clusters[0][1], clusters[0][1]]]
    assert audit(corpus, encoding, clusters=same)["near_duplicates"] == 0


def test_leaks_end_the_stage_with_their_numbers():
    with pytest.raises(ModelError, match="3 held_out_code, 1 copies"):
        refuse_leaks({"held_out_code": 3, "held_out_pairs": 0, "copies": 1})
