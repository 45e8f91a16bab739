"""Which triples hang."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.corpus import read_corpus
from codegraft.graphmer.chains.encode import encode_chains
from codegraft.graphmer.chains.leaves import Fate, choose, hang
from codegraft.graphmer.chains.naming import naming_words
from codegraft.graphmer.chains.parts import group_parts
from codegraft.kg.splits.model import Part
from codegraft.kg.store import KnowledgeGraph
from tests.graphmer.chains import corpora

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(0, 6), st.booleans()), max_size=40)


def plain_choice(rows, most):
    """The same, anchor by anchor."""
    relations = [relation for _, relation, _, learned in rows if learned]
    tails = [tail for _, _, tail, learned in rows if learned]
    chosen = []
    for anchor in {row[0] for row in rows}:
        turns = []
        for relation in {row[1] for row in rows if row[0] == anchor}:
            own = [place for place, row in enumerate(rows) if row[:2] == (anchor, relation)]
            own.sort(key=lambda place: tails.count(rows[place][2]))
            turns += [(turn, relations.count(relation), place) for turn, place in enumerate(own)]
        chosen += [place for _, _, place in sorted(turns)[:most]]
    return sorted(chosen)


@given(ROWS, st.integers(1, 5))
def test_relations_take_turns_and_the_rarest_come_first(rows, most):
    anchor, relation, tail = (np.array([row[side] for row in rows], np.int64) for side in range(3))
    learned = np.array([row[3] for row in rows], np.bool_)
    assert choose(anchor, relation, tail, learned, most).tolist() == plain_choice(rows, most)


def test_frequent_tails_do_not_crowd_out_rare_ones():
    common, rare = [(number, 1, 0, True) for number in range(9)], [(0, 1, 1, True)]
    anchor, relation, tail = (np.array([row[side] for row in common + rare]) for side in range(3))
    assert choose(anchor, relation, tail, np.ones(10, np.bool_), 1).tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("most", [1, 3])
def test_every_triple_hangs_where_its_head_is_named_or_there_is_a_reason_why_not(most):
    whole, encoding = corpora.small().material(), corpora.encoded()
    material = replace(whole, splits=np.where(np.arange(len(whole.splits))[:, None] % 5, whole.splits, Part.DROPPED))
    own = np.unique(np.array(encoding.names.own, object)).tolist()
    corpus = read_corpus(material, encoding.tokenizer, own, corpora.params().roots)
    leaves, fate = hang(material, corpus, most)

    word, none = naming_words(material, corpus), Part.DROPPED
    window = np.searchsorted(corpus.words.offsets, word, "right") - 1
    file_part = material.file_part[corpus.file[np.maximum(window, 0)]]
    part = np.where(word >= 0, group_parts(file_part, material.splits), none)
    asked = np.flatnonzero(part != none).tolist()
    rows = [((word[t], part[t]), material.relation[t], material.tail[t], part[t] == Part.TRAIN) for t in asked]
    hung = sorted((asked[place] for place in plain_choice(rows, most)), key=lambda triple: (word[triple], triple))
    assert leaves.triple.tolist() == hung
    assert (leaves.word.tolist(), leaves.part.tolist()) == (word[hung].tolist(), part[hung].tolist())
    reasons = np.where(word < 0, Fate.NAMELESS, np.where(part == none, Fate.UNASKED, Fate.CROWDED_OUT))
    reasons[hung] = Fate.HUNG
    assert (fate.tolist(), fate.dtype) == (reasons.tolist(), np.int8)
    assert set(fate.tolist()) == {Fate.HUNG, Fate.NAMELESS, Fate.UNASKED, Fate.CROWDED_OUT}


def test_held_out_triples_take_no_place_from_learned_ones_and_count_for_nothing():
    """Without the triples that are not learned, the same triples hang in training."""
    corpus, params = corpora.small(), corpora.params(groups_per_anchor=2)
    learned = pa.array(corpus.material().learned)
    triples = corpus.graph.triples.filter(learned)
    alone = corpus._replace(
        graph=KnowledgeGraph(triples, corpus.graph.entities, {}), splits=corpus.splits.filter(learned)
    )
    part = corpus.material().file_part
    material = replace(alone.material(), file_part=part)
    assert _learned(encode_chains(material, params)) == _learned(encode_chains(corpus.material(), params))


def _learned(encoding):
    chains = encoding.chains.of_part(Part.TRAIN)
    windows = encoding.windows.to_pylist()
    return {
        (str(windows[chain.window]), group.anchor, group.relation, group.tail_entity)
        for chain in chains
        for group in chain.groups
    }
