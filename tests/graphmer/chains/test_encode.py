"""From sources to chains: what hangs is what the graph says, where the code says it, and nothing leaks."""

from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.batches.batch import shape_of
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.encode import encode_chains, encode_with
from codegraft.graphmer.chains.leaves import Fate
from codegraft.graphmer.chains.ragged import row_of
from codegraft.graphmer.chains.soundness import check_chains
from codegraft.graphmer.chains.specials import MASK
from codegraft.graphmer.chains.tokenizer import NAME, CodeTokenizer
from codegraft.kg.splits.model import Part
from codegraft.params import load_params
from tests.graphmer.chains import corpora


@pytest.fixture(scope="module")
def corpus():
    return corpora.small()


@pytest.fixture(scope="module")
def encoding():
    return corpora.encoded()


@pytest.fixture(scope="module")
def texts(corpus):
    keys = zip(corpus.sources["repository"].to_pylist(), corpus.sources["path"].to_pylist(), strict=True)
    return dict(zip(keys, (text.encode() for text in corpus.sources["text"].to_pylist()), strict=True))


def groups_of(encoding):
    """Each window's row, its chain, and each of its groups."""
    for row, chain in zip(encoding.windows.to_pylist(), encoding.chains, strict=True):
        for group in chain.groups:
            yield row, chain, group


def text_of(encoding, chain, start, stop):
    return encoding.tokenizer.decode(chain.tokens[start:stop]).strip()


def test_columns_and_header_fit_together(encoding):
    header = encoding.header
    check_chains(encoding.chains, header.vocabulary, len(header.relations), header.tail_slots)
    assert encoding.chains.window.tolist() == list(range(len(encoding.chains)))
    assert np.diff(encoding.chains.root_offsets).max() <= header.roots == corpora.params().roots
    assert header.tokenizer == encoding.tokenizer.digest


def test_windows_hold_the_bytes_that_they_say_behind_a_heading(encoding, texts):
    first = encoding.chains.code_offsets - encoding.chains.root_offsets[:-1]
    for row, chain, code in zip(encoding.windows.to_pylist(), encoding.chains, first.tolist(), strict=True):
        content = texts[row["repository"], row["file"]]
        assert (row["start"], row["end"]) == (chain.token_start[0], chain.token_end[-1])
        assert chain.token_end[:-1] == chain.token_start[1:]
        assert encoding.tokenizer.decode(chain.tokens[code:]).encode() == content[row["start"] : row["end"]]
        assert set(chain.token_end[:code]) == {row["start"]}
        assert row["part"] == Part(chain.part).name.lower()


def test_headings_say_where_the_code_is(encoding, corpus):
    definitions = [
        row
        for row in corpus.graph.entities.to_pylist()
        if row["type"] in ("Class", "ExceptionType", "Function", "Method")
    ]
    first = encoding.chains.code_offsets - encoding.chains.root_offsets[:-1]
    for row, chain, code in zip(encoding.windows.to_pylist(), encoding.chains, first.tolist(), strict=True):
        around = [
            (entity["start"], entity["name"])
            for entity in definitions
            if (entity["repository"], entity["file"]) == (row["repository"], row["file"])
            and entity["start"] < row["start"] < entity["end"]
            and entity["name"] != "<init>"
        ]
        names = ".".join(name for _, name in sorted(around))
        assert encoding.tokenizer.decode(chain.tokens[:code]).split() == [row["file"], *([names] if names else [])]


def test_windows_of_all_parts_cover_every_file_but_for_copies(encoding, texts):
    covered = dict.fromkeys(texts, 0)
    for row in encoding.windows.to_pylist():
        covered[row["repository"], row["file"]] += row["end"] - row["start"]
    whole = [key for key, content in texts.items() if covered[key] == len(content)]
    assert len(whole) >= len(texts) - encoding.left_out


def test_groups_say_what_the_graph_says(corpus, encoding):
    triples = corpus.graph.triples.to_pylist()
    ids = corpus.graph.entities["id"].to_pylist()
    for row, _, group in groups_of(encoding):
        triple = triples[group.triple]
        assert (ids[group.head_entity], ids[group.tail_entity]) == (triple["head"], triple["tail"])
        assert encoding.header.relations[group.relation - 1] == triple["relation"]
        assert row["repository"] == triple["repository"]


def test_groups_hang_on_a_word_that_names_their_head(corpus, encoding):
    entities = corpus.graph.entities.to_pylist()
    first = dict(
        zip(
            encoding.chains.window.tolist(),
            encoding.chains.code_offsets - encoding.chains.root_offsets[:-1],
            strict=True,
        )
    )
    in_heading = 0
    for row, chain, group in groups_of(encoding):
        head = entities[group.head_entity]
        assert text_of(encoding, chain, group.anchor, group.anchor + group.head_length) == _called(head)
        assert (head["repository"], head["file"]) == (row["repository"], row["file"])
        if group.anchor < first[chain.window]:
            in_heading += 1
            assert head["type"] == "Module" or head["start"] < row["start"] < head["end"]
        else:
            before = encoding.tokenizer.decode(chain.tokens[: group.anchor]).split("\n")[-1]
            assert head["start"] <= chain.token_start[group.anchor] < head["end"]
            assert head["language"] == "java" or before.strip() in ("def", "class")
    assert 50 < in_heading < len(encoding.chains.anchor) - 50


def _called(head):
    """What the code calls an entity: a module by its file's name."""
    return head["file"].rpartition("/")[2].partition(".")[0] if head["type"] == "Module" else head["name"]


def test_a_triple_hangs_where_it_is_said_if_its_head_is_named_there(corpus, encoding):
    triples = corpus.graph.triples.to_pylist()
    named = {(chain.window, group.head_entity) for _, chain, group in groups_of(encoding)}
    windows = [(row["repository"], row["file"], row["start"], row["end"]) for row in encoding.windows.to_pylist()]
    elsewhere = 0
    for row, _, group in groups_of(encoding):
        said = triples[group.triple]
        if row["file"] == said["file"] and row["start"] <= said["start"] < row["end"]:
            continue
        elsewhere += 1
        there = [
            number
            for number, (repository, file, start, end) in enumerate(windows)
            if (repository, file) == (said["repository"], said["file"]) and start <= said["start"] < end
        ]
        assert all((number, group.head_entity) not in named for number in there)
    assert elsewhere < len(encoding.chains.anchor) / 20


def test_tails_are_the_names_of_their_entities(encoding):
    for _, _, group in groups_of(encoding):
        name, text = encoding.names.texts[group.tail_entity], encoding.tokenizer.decode(group.tail)
        assert name.endswith(text)
        assert group.shortened == (name != text)


def test_mentions_are_all_words_that_spell_the_tail_and_the_head_too_if_it_is_called_alike(encoding):
    heads = 0
    for _, chain, group in groups_of(encoding):
        starts = [place for place, starts in enumerate(chain.word_start) if starts] + [len(chain.tokens)]
        words = list(pairwise(starts))
        own = encoding.names.own[group.tail_entity]
        assert list(group.mentions) == [word for word in words if text_of(encoding, chain, *word) == own]
        assert group.anchor + group.head_length in starts
        heads += (group.anchor, group.anchor + group.head_length) in group.mentions
    assert heads > 50


def test_nothing_that_the_encoder_sees_spells_the_last_part_of_a_hidden_tail(encoding):
    header = encoding.header
    shape = shape_of(load_params().graphmer, header.tail_slots, rows=1)
    masker = Masker(shape, header.vocabulary, mlm_rate=0.15, mnm_rate=0.5, visible_leaves=True)
    chains = encoding.chains
    masked = masker.mask(chains, Draws(0, 1))
    between = encoding.tokenizer.token_bytes.index(b" ")  # what is masked must not join its neighbours to one word
    seen = np.where(masked.asked | (masked.tokens == MASK), between, masked.tokens)  # a random token may spell anything
    window = row_of(chains.group_offsets)
    hidden, visible = masked.groups[masked.hidden], masked.groups[~masked.hidden]
    for group in hidden.tolist():
        roots = slice(*chains.root_offsets[window[group] : window[group] + 2])
        beside = visible[window[visible] == window[group]].tolist()
        tails = [chains.tail_tokens[slice(*chains.tail_offsets[leaf : leaf + 2])] for leaf in beside]
        own = encoding.names.own[chains.tail_entity[group]]
        assert own not in NAME.findall(encoding.tokenizer.decode(seen[roots]))
        assert own not in [part for tail in tails for part in encoding.tokenizer.decode(tail).split(".")]
    assert len(hidden) > 500
    assert len(visible) > 300


def test_no_more_than_so_many_groups_of_a_part_hang_on_one_anchor(encoding):
    for chain in encoding.chains:
        keys = [(group.anchor, group.part) for group in chain.groups]
        assert all(keys.count(key) <= encoding.header.groups_per_anchor for key in keys)


def test_every_triple_has_its_fate(corpus, encoding):
    fate = encoding.fate
    assert sorted(encoding.chains.triple.tolist()) == np.flatnonzero(fate == Fate.HUNG).tolist()
    types = np.array(corpus.graph.triples["head_type"].to_pylist())
    assert (fate[np.isin(types, ("File", "Repository"))] == Fate.NAMELESS).all()
    assert (fate[np.isin(types, ("Module", "Function", "Class"))] != Fate.NAMELESS).all()
    assert (fate == Fate.CROWDED_OUT).any()


def test_everything_hangs_where_there_is_room(corpus):
    encoding = encode_chains(corpus.material(), corpora.params(groups_per_anchor=1000))
    assert not (encoding.fate == Fate.CROWDED_OUT).any()


def test_a_tokenizer_that_was_trained_before_is_used_as_it_is(corpus, encoding):
    again = encode_with(encoding.tokenizer, corpus.material(), corpora.params(vocabulary=4096))
    assert list(again.chains) == list(encoding.chains)
    assert again.header == encoding.header
    other = CodeTokenizer.train(["nothing of this"], 512)
    assert encode_with(other, corpus.material(), corpora.params()).header.tokenizer == other.digest


def test_the_tokenizer_knows_training_only(corpus, encoding):
    part = corpus.material().file_part
    assert {Part.TRAIN, Part.VALID, Part.TEST} <= set(part.tolist())
    learned = corpus.sources["text"].filter(pa.array(part == Part.TRAIN)).to_pylist()
    assert CodeTokenizer.train(learned, corpora.params().vocabulary).digest == encoding.tokenizer.digest


def test_what_held_out_code_says_changes_nothing_that_is_learned(corpus, encoding):
    part = corpus.material().file_part
    texts = [
        text if part[row] == Part.TRAIN else "".join(reversed(text))
        for row, text in enumerate(corpus.sources["text"].to_pylist())
    ]
    column = corpus.sources.column_names.index("text")
    changed = corpus._replace(sources=corpus.sources.set_column(column, "text", pa.array(texts)))
    again = encode_chains(changed.material(), corpora.params())
    assert _learned(again) == _learned(encoding)


def _learned(encoding):
    return [chain._replace(window=0) for chain in encoding.chains.of_part(Part.TRAIN)]


def test_the_order_of_files_does_not_matter(corpus, encoding):
    backwards = corpus._replace(sources=corpus.sources.take(list(reversed(range(len(corpus.sources))))))
    again = encode_chains(backwards.material(), corpora.params())
    assert sorted(map(str, again.windows.to_pylist())) == sorted(map(str, encoding.windows.to_pylist()))
    assert sorted(_learned(again)) == sorted(_learned(encoding))


def test_held_out_copies_are_left_out(corpus):
    """A file that is tested with has the text of one that is learned from; a window holds a whole file."""
    texts, part = corpus.sources["text"].to_pylist(), corpus.material().file_part.tolist()
    learned, tested = part.index(Part.TRAIN), part.index(Part.TEST)
    texts[tested] = texts[learned]
    column = corpus.sources.column_names.index("text")
    changed = corpus._replace(sources=corpus.sources.set_column(column, "text", pa.array(texts)))
    encoding = encode_chains(changed.material(), corpora.params(roots=4096))
    files = {(row["repository"], row["file"]) for row in encoding.windows.to_pylist()}
    paths = corpus.sources.select(["repository", "path"]).to_pylist()
    assert encoding.left_out == 1
    assert tuple(paths[learned].values()) in files
    assert tuple(paths[tested].values()) not in files
    assert (encoding.fate == Fate.COPY).any()


def test_splits_of_fewer_triples_are_refused(corpus):
    with pytest.raises(KnowledgeGraphError, match=r"\d+ triples have \d+ rows of splits; make them again"):
        corpus._replace(splits=corpus.splits.slice(3)).material()


def test_code_without_triples_or_text_gives_windows_without_groups(corpus):
    empty = corpus._replace(
        graph=type(corpus.graph)(corpus.graph.triples.slice(0, 0), corpus.graph.entities, {}),
        splits=corpus.splits.slice(0, 0),
    )
    encoding = encode_chains(empty.material(), corpora.params())
    assert len(encoding.chains) > 0
    assert len(encoding.chains.anchor) == 0
    assert isinstance(encoding.chains, Chains)
