import random
import re
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ParamsError
from codegraft.near_duplicates import (
    LEAST_SHINGLES,
    SHINGLE,
    NearDuplicateIndex,
    jaccard,
    near_duplicates,
    shingles,
)

TOKEN = re.compile(r"[0-9A-Za-z_\x80-\U0010ffff]+|[^\s0-9A-Za-z_]")


def tokens(text):
    return TOKEN.findall(text)


def runs(text):
    """The runs themselves, where the module keeps hashes of them."""
    found = tokens(text)
    return {tuple(found[place : place + SHINGLE]) for place in range(len(found) - SHINGLE + 1)}


def keyed(texts):
    """One file a text, in two repositories by turns."""
    return [((f"r{n % 2}", f"f{n:03}.py"), text) for n, text in enumerate(texts)]


def words(generator, count):
    return [f"name{generator.randrange(400)}" for _ in range(count)]


def mutated_corpus(seed):
    """Random files, and copies of them of which up to a tenth of the words were changed."""
    generator = random.Random(seed)
    texts = []
    for _ in range(12):
        original = words(generator, generator.randrange(40, 300))
        texts.append(original)
        for _ in range(generator.randrange(4)):
            copy = list(original)
            for _ in range(generator.randrange(1 + len(copy) // 10)):
                copy[generator.randrange(len(copy))] = "changed"
            texts.append(copy)
    generator.shuffle(texts)
    return [" ".join(text) for text in texts]


def exact_clusters(sources, threshold):
    """Every pair compared, merged until nothing changes."""
    files = [(key, runs(text)) for key, text in sources]
    clusters = {key: {key} for key, _ in files}
    for (first, a), (second, b) in combinations(files, 2):
        if min(len(a), len(b)) >= LEAST_SHINGLES and len(a & b) >= threshold * len(a | b):
            merged = clusters[first] | clusters[second]
            clusters |= dict.fromkeys(merged, merged)
    return tuple(sorted({tuple(sorted(cluster)) for cluster in clusters.values() if len(cluster) > 1}))


@pytest.mark.parametrize("threshold", [0.75, 0.8, 0.9, 1.0])
@pytest.mark.parametrize("seed", range(5))
def test_clusters_are_those_of_comparing_every_pair(seed, threshold):
    sources = keyed(mutated_corpus(seed))
    assert near_duplicates(sources, threshold=threshold) == exact_clusters(sources, threshold)


def test_the_corpora_hold_clusters_and_pairs_on_either_side_of_the_threshold():
    found = [
        len(exact_clusters(keyed(mutated_corpus(seed)), threshold)) for seed in range(5) for threshold in (0.75, 1)
    ]
    assert min(found[::2]) > 1
    assert found[::2] != found[1::2]


@settings(max_examples=20)
@given(st.permutations(range(30)))
def test_the_order_of_files_does_not_matter(order):
    sources = keyed(mutated_corpus(0)[:30])
    assert near_duplicates([sources[place] for place in order]) == near_duplicates(sources)


TEXTS = st.text(st.sampled_from("ab_9 \n\t.(é€😀"), max_size=60)


@given(TEXTS, TEXTS)
def test_shingles_are_equal_where_runs_of_tokens_are(first, second):
    assert len(shingles(first)) == len(runs(first))
    assert len(np.union1d(shingles(first), shingles(second))) == len(runs(first) | runs(second))


def test_every_byte_but_space_is_part_of_a_token():
    text = "".join(map(chr, range(0x21, 0x17F))) * 3
    assert len(shingles(text)) == len(runs(text)) > 32


def test_layout_does_not_count():
    text = " ".join(words(random.Random(0), 100))
    assert near_duplicates(keyed([text, text.replace(" ", "\r\n    ")])) == ((("r0", "f000.py"), ("r1", "f001.py")),)


def test_short_and_empty_files_stand_alone():
    short = " ".join(f"word{n}" for n in range(LEAST_SHINGLES + SHINGLE - 2))
    assert near_duplicates(keyed(["", "", "\n", "x = 1", "x = 1", short, short])) == ()
    assert len(near_duplicates(keyed([short + " more", short + " more"]))) == 1


def test_no_files_make_no_clusters():
    assert near_duplicates([]) == ()


def test_a_thousand_exact_copies_are_one_cluster():
    text = " ".join(words(random.Random(0), 100))
    (cluster,) = near_duplicates(keyed([text] * 1000))
    assert len(cluster) == 1000


@pytest.mark.parametrize(("shared", "found"), [(80, 1), (79, 0)])
def test_the_threshold_itself_is_enough(shared, found):
    text = [f"word{n}" for n in range(100 + SHINGLE - 1)]
    assert len(near_duplicates(keyed([" ".join(text), " ".join(text[: shared + SHINGLE - 1])]))) == found


def test_a_chain_is_one_cluster():
    generator = random.Random(0)
    text = words(generator, 400)
    steps = [text[place : place + 300] for place in (0, 25, 50, 75, 100)]
    ends = jaccard(shingles(" ".join(steps[0])), shingles(" ".join(steps[-1])))
    assert ends < 0.75
    assert len(near_duplicates(keyed([" ".join(step) for step in steps]))[0]) == len(steps)


@pytest.mark.parametrize("threshold", [0.0, 0.74, 1.01, float("nan")])
def test_a_threshold_that_would_miss_pairs_is_refused(threshold):
    with pytest.raises(ParamsError, match=r"expected 0\.75 to 1"):
        near_duplicates(keyed(["x"]), threshold=threshold)


@pytest.mark.parametrize("threshold", [0.75, 0.8, 0.9])
def test_an_index_holds_what_has_a_near_duplicate_in_it(threshold):
    expected, found = [], []
    for texts in map(mutated_corpus, range(5)):
        index = NearDuplicateIndex(threshold=threshold)
        for text in texts[::2]:
            index.add(text)
        known = [runs(text) for text in texts[::2]]
        expected += [
            any(len(other & own) >= threshold * len(other | own) for other in known) for own in map(runs, texts[1::2])
        ]
        found += [index.holds(text) for text in texts[1::2]]
    assert found == expected
    assert {*expected} == {True, False}


def test_an_index_makes_no_chain():
    generator = random.Random(0)
    text = words(generator, 400)
    first, middle, last = (" ".join(text[place : place + 300]) for place in (0, 30, 60))
    index = NearDuplicateIndex()
    index.add(first)
    assert index.holds(middle)
    index.add(middle)
    assert index.holds(last)
    alone = NearDuplicateIndex()
    alone.add(first)
    assert not alone.holds(last)


def test_an_index_holds_a_short_text_whose_tokens_are_exactly_those_of_one_in_it():
    short = " ".join(f"word{n}" for n in range(LEAST_SHINGLES + SHINGLE - 2))
    index = NearDuplicateIndex()
    assert not index.holds(short)
    index.add(short)
    assert index.holds(short.replace(" ", "\n  "))
    assert not index.holds(short.replace("word0", "word"))
    assert not index.holds(short.removeprefix("word0 "))
    index.add("a b c d e f a b c d e")
    assert not index.holds("b c d e f a b c d e f")


def test_an_index_holds_no_text_at_first():
    short = " ".join(f"word{n}" for n in range(LEAST_SHINGLES + SHINGLE - 2))
    index = NearDuplicateIndex()
    assert not index.holds(short + " more")
    index.add(short + " more")
    assert index.holds(short + " more")


def test_an_index_refuses_a_threshold_that_would_miss_pairs():
    with pytest.raises(ParamsError, match=r"expected 0\.75 to 1"):
        NearDuplicateIndex(threshold=0.5)
