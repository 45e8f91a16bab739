"""The tokenizer: nothing is lost, nothing is injected, names are split, and words are those of the package."""

import json
import re
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from codegraft.errors import ModelError
from codegraft.graphmer.chains.specials import DOT, NAMES, SPECIALS
from codegraft.graphmer.chains.tokenizer import NAME, TOKENIZER_FILE, WORD, CodeTokenizer
from tests.graphmer.chains import corpora

CODE = st.text(st.sampled_from("ab XY_1.(=)\n\t\r é中\U0001f600\x1c\x85\u2028[]\"'#"), max_size=60)
SPOKEN = st.lists(st.sampled_from([*NAMES, "x", " ", "\n", "PAD", "[", "]", "MASK]"]), max_size=12).map("".join)
TEXTS = st.lists(CODE | SPOKEN | st.text(max_size=20), max_size=5)


@pytest.fixture(scope="module")
def tokenizer():
    return CodeTokenizer.train(corpora.files().values(), 600)


@pytest.fixture(scope="module")
def plain(tokenizer, tmp_path_factory):
    """The same tokenizer, as the `tokenizers` package reads it."""
    directory = tmp_path_factory.mktemp("tokenizer") / "model"
    tokenizer.save(directory)
    return Tokenizer.from_file(str(directory / TOKENIZER_FILE))


@given(TEXTS)
def test_every_byte_is_in_one_token(tokenizer, texts):
    encoded = tokenizer.encode(texts)
    for place, text in enumerate(texts):
        own = slice(*encoded.offsets[place : place + 2])
        spans = list(zip(encoded.start[own].tolist(), encoded.end[own].tolist(), strict=True))
        content = text.encode()
        assert [0, *(end for _, end in spans)] == [*(start for start, _ in spans), len(content)]
        pieces = [content[start:end] for start, end in spans]
        assert pieces == [tokenizer.token_bytes[token] for token in encoded.tokens[own]]
        assert tokenizer.decode(encoded.tokens[own]) == text


@given(TEXTS)
def test_tokens_are_those_of_the_package(tokenizer, plain, texts):
    encoded = tokenizer.encode(texts)
    expected = [token for text in texts for token in plain.encode(text, add_special_tokens=False).ids]
    assert encoded.tokens.tolist() == expected


@given(st.lists(SPOKEN | CODE, max_size=4))
def test_no_text_gives_a_special_token(tokenizer, plain, texts):
    assert (tokenizer.encode(texts).tokens >= SPECIALS).all()
    assert all(token >= SPECIALS for text in texts for token in plain.encode(text).ids)


def test_the_dot_between_the_parts_of_a_name_is_a_token_of_its_own(tokenizer):
    assert tokenizer.token_bytes[DOT] == b"."
    assert tokenizer.encode(["Repo.git", "a.b.c2"]).tokens.tolist().count(DOT) == 3


@given(CODE)
def test_words_of_tokens_are_names_and_numbers_as_a_whole(tokenizer, text):
    encoded = tokenizer.encode([text])
    content = text.encode()
    whole = {match.start(): match.end() for match in re.finditer(rb"[A-Za-z0-9_\x80-\xff]+", content)}
    inside = {byte for start, end in whole.items() for byte in range(start + 1, end)}
    assert encoded.word_start.tolist() == [start not in inside for start in encoded.start.tolist()]
    begins = encoded.word_start & tokenizer.begins_name[encoded.tokens]
    assert encoded.start[begins].tolist() == sorted(whole)
    assert NAME.findall(text) == [content[start:end].decode() for start, end in sorted(whole.items())]


@given(st.text())
def test_any_text_is_a_sequence_of_words(text):
    assert "".join(re.findall(WORD, text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HTTPServer", ["HTTP", "Server"]),
        ("getUserById2", ["get", "User", "By", "Id", "2"]),
        ("snake_case_name", ["snake", "_case", "_name"]),
        ("__init__(self)", ["__init", "__", "(", "self", ")"]),
        ("def f(x):\n    return x", ["def ", "f", "(", "x", "):", "\n    ", "return ", "x"]),
        ("a.b = 10_000 # é", ["a", ".", "b", " = ", "10", "_000", " # ", "é"]),
    ],
)
def test_names_are_split_where_people_split_them(text, words):
    assert re.findall(WORD, text) == words


@pytest.mark.parametrize("before", ["", "def ", "class ", "import ", "x.", "(", " = ", "[", "\n    ", "raise ", "@"])
def test_a_name_is_the_same_tokens_wherever_it_stands(tokenizer, before):
    alone, within = tokenizer.encode(["BaseAmber"]), tokenizer.encode([f"{before}BaseAmber("])
    assert within.tokens[-1 - len(alone.tokens) : -1].tolist() == alone.tokens.tolist()


def test_a_smaller_vocabulary_than_the_bytes_need_is_refused():
    with pytest.raises(ModelError, match="262 are needed"):
        CodeTokenizer.train(["x"], 200)


def test_few_texts_give_a_small_vocabulary():
    assert CodeTokenizer.train(["x"], 512).vocabulary == SPECIALS + 256


def test_training_gives_the_same_bytes_in_any_process():
    code = (
        "import sys; from codegraft.graphmer.chains.tokenizer import CodeTokenizer;"
        "print(CodeTokenizer.train(sys.stdin.read().split(chr(0)), 600).digest)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            input="\0".join(corpora.files().values()),
            env={"PYTHONHASHSEED": seed, "RAYON_NUM_THREADS": threads, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"))
    ]
    assert runs[0] == runs[1]


def test_what_was_saved_is_loaded(tokenizer, tmp_path):
    tokenizer.save(tmp_path / "model")
    loaded = CodeTokenizer.load(tmp_path / "model")
    assert (loaded.digest, loaded.vocabulary) == (tokenizer.digest, tokenizer.vocabulary)
    assert np.array_equal(loaded.encode(["def f(): pass"]).tokens, tokenizer.encode(["def f(): pass"]).tokens)


def test_a_directory_that_cannot_be_written_is_named(tokenizer, tmp_path):
    (tmp_path / "models").write_text("a file")
    with pytest.raises(ModelError, match=r"models/tokenizer: cannot be written .*; make room, then train it again"):
        tokenizer.save(tmp_path / "models/tokenizer")


def test_a_missing_tokenizer_says_what_makes_it(tmp_path):
    with pytest.raises(ModelError, match="no such file; run `dvc repro encode_chains`"):
        CodeTokenizer.load(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda description: description.update(added_tokens=[{"id": 1, "content": "[MASK]"}]), "special tokens"),
        (lambda description: description["model"]["vocab"].update({"[PAD]": 7}), "special tokens"),
        (lambda description: description.pop("pre_tokenizer"), "not a tokenizer for code"),
        (lambda description: description["pre_tokenizer"]["pretokenizers"].pop(0), "not a tokenizer for code"),
        (lambda description: description["model"].update(merges=[3]), "not a tokenizer for code"),
        (lambda description: description["model"]["vocab"].update({"\u4e00": 99_999}), "special tokens"),
    ],
)
def test_another_tokenizer_is_refused(tokenizer, tmp_path, change, message):
    tokenizer.save(tmp_path / "model")
    file = tmp_path / "model" / TOKENIZER_FILE
    description = json.loads(file.read_text())
    change(description)
    file.write_text(json.dumps(description))
    with pytest.raises(ModelError, match=message):
        CodeTokenizer.load(tmp_path / "model")


def test_a_cut_off_file_is_refused(tokenizer, tmp_path):
    tokenizer.save(tmp_path / "model")
    file = tmp_path / "model" / TOKENIZER_FILE
    file.write_text(file.read_text()[:500])
    with pytest.raises(ModelError, match="not a tokenizer for code"):
        CodeTokenizer.load(tmp_path / "model")
