"""A byte-level BPE for code that splits names where people do, and cannot be made to say its special tokens.

    tokenizer = CodeTokenizer.train(texts, vocabulary=8192)
    encoded = tokenizer.encode(texts)       # columns; every byte of every text is in exactly one token
    tokenizer.save("models/tokenizer")      # tokenizer.json, which the `tokenizers` package reads, too

Text is cut into words first: parts of camelCase and snake_case, numbers, runs of signs, line breaks with the
indentation after them. Only a lower-case word takes in the space before the next word (``def``, ``import``, prose):
so a name is the same tokens after a keyword, a dot or a bracket, and the ``norm`` that the knowledge graph speaks of is
the ``norm`` of ``np.linalg.norm(x)`` and of ``def norm(x)``.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Regex, Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, Split
from tokenizers.pre_tokenizers import Sequence as PreTokenizers
from tokenizers.trainers import BpeTrainer

from codegraft.errors import ModelError, plain
from codegraft.files import atomic_directory, read_file
from codegraft.graphmer.chains.ragged import Longs, lengths, offsets_of, places
from codegraft.graphmer.chains.specials import DOT, NAMES, SPECIALS

TOKENIZER_DIRECTORY: Final = Path("models/tokenizer")
TOKENIZER_FILE: Final = "tokenizer.json"

WORD: Final = "|".join(
    (
        r"_*[A-Z]+(?=[A-Z][a-z])",  # HTTP of HTTPServer
        r"[a-z]+ (?=[A-Za-z_])",  # a keyword, or a word of prose
        r"_*[A-Z]?[a-z]+",
        r"_*[A-Z]+",
        r"_*[0-9]+",
        r"_+",
        r"[ \t\r\f\v]*\n[ \t\r\f\v\n]*",
        r" ?[!-/:-@\[-^`{-~]+ ?",
        r"[^\x00-\x7f]+",
        r"[\x00-\x20\x7f]",
    )
)
"""A word, as Python's ``re`` and the tokenizer's Oniguruma understand alike. Every text is a sequence of words."""

NAME: Final = re.compile(r"[A-Za-z0-9_\x80-\U0010ffff]+")
"""A name or number as a whole. Each begins a word, which may hold the space behind it, too."""

_WORD: Final = re.compile(WORD)
_NAME_BYTE: Final = re.compile(rb"[A-Za-z0-9_\x80-\xff]")
_AGAIN: Final = "train it again: `dvc repro --force encode_chains`"


Tokens = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


class Encoded(NamedTuple):
    """Texts as tokens: those of text i are ``offsets[i]`` to ``offsets[i + 1]``.

    ``tokens``, ``start`` and ``end`` are int32 [n], the latter bytes in the text. ``word_start`` [n] is false where a
    token goes on with the name or number before it: ``get_value2`` is one word of several tokens.
    """

    offsets: Longs
    tokens: Tokens
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    word_start: Flags


class CodeTokenizer:
    """A trained tokenizer; :meth:`train` and :meth:`load` make one."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    @classmethod
    def train(cls, texts: Iterable[str], vocabulary: int) -> "CodeTokenizer":
        """Learn merges from texts; where they do not have so many, the vocabulary is smaller than asked for.

        Raises:
            ModelError: the vocabulary has no room for the special tokens and the 256 bytes.
        """
        alphabet = sorted(ByteLevel.alphabet())
        if vocabulary < (least := SPECIALS + len(alphabet)):
            raise ModelError(f"a vocabulary of {vocabulary} tokens is too small; {least} are needed for bytes alone")
        tokenizer = Tokenizer(BPE())
        split = Split(Regex(WORD), "isolated")
        tokenizer.pre_tokenizer = PreTokenizers([split, ByteLevel(add_prefix_space=False, use_regex=False)])
        tokenizer.decoder = ByteLevelDecoder()
        trainer = BpeTrainer(
            vocab_size=vocabulary, special_tokens=list(NAMES), initial_alphabet=alphabet, show_progress=False
        )
        tokenizer.train_from_iterator(texts, trainer)
        return cls(_deaf_to_specials(tokenizer))

    @classmethod
    def load(cls, directory: str | Path = TOKENIZER_DIRECTORY) -> "CodeTokenizer":
        """The tokenizer that :meth:`save` wrote.

        Raises:
            ModelError: it is missing, damaged, or another kind of tokenizer.
        """
        path = Path(directory) / TOKENIZER_FILE
        try:
            text = read_file(path).decode()
        except FileNotFoundError:
            raise ModelError(f"{path}: no such file; run `dvc repro encode_chains`") from None
        except (OSError, UnicodeDecodeError) as error:
            raise ModelError(f"{path}: cannot be read ({plain(error)}); {_AGAIN}") from None
        _refuse_others(path, text)
        try:
            return cls(Tokenizer.from_str(text))
        except Exception as error:  # the package raises nothing narrower
            raise ModelError(f"{path}: not a tokenizer for code ({plain(error)}); {_AGAIN}") from None

    def save(self, directory: str | Path) -> None:
        """Write tokenizer.json; equal tokenizers give equal bytes. What stood in the directory is replaced.

        Raises:
            ModelError: it cannot be written, for example because the disk is full; what stood there stays.
        """
        try:
            with atomic_directory(directory) as temporary:
                (temporary / TOKENIZER_FILE).write_text(self._json, encoding="utf-8")
        except OSError as error:
            raise ModelError(f"{directory}: cannot be written ({error}); make room, then {_AGAIN}") from None

    @property
    def vocabulary(self) -> int:
        """How many tokens there are, special ones too."""
        return int(self._tokenizer.get_vocab_size())

    @cached_property
    def digest(self) -> str:
        """SHA-256 of tokenizer.json."""
        return hashlib.sha256(self._json.encode()).hexdigest()

    def encode(self, texts: Iterable[str]) -> Encoded:
        """Tokens of texts. Each different word goes through the merges once, however often it occurs."""
        number = _Numbers()
        texts_words = [np.array([number[word] for word in _WORD.findall(text)], np.int64) for text in texts]
        words_of_text = offsets_of(map(len, texts_words))
        token_offsets, tokens_of = self._merged(number)
        words = np.concatenate([np.zeros(0, np.int64), *texts_words])
        tokens = tokens_of[places(token_offsets, words)]
        offsets = offsets_of(lengths(token_offsets, words))[words_of_text]
        end = np.cumsum(self._lengths[tokens])
        first = np.repeat(np.append(0, end)[offsets[:-1]], np.diff(offsets))
        start = end - self._lengths[tokens]
        return Encoded(
            offsets,
            tokens,
            (start - first).astype(np.int32),
            (end - first).astype(np.int32),
            self.word_starts(tokens, offsets),
        )

    def decode(self, tokens: Iterable[int]) -> str:
        """The text of tokens. Bytes that are not UTF-8 become the replacement character; special tokens say nothing."""
        return b"".join(self.token_bytes[token] for token in tokens).decode("utf-8", "replace")

    def word_starts(self, tokens: Tokens, offsets: Longs) -> Flags:
        """As ``Encoded.word_start``, of tokens of texts at ``offsets``."""
        ends = np.array([bool(_NAME_BYTE.match(text[-1:])) for text in self.token_bytes])
        starts = np.ones(len(tokens), np.bool_)
        starts[1:] = ~(self.begins_name[tokens[1:]] & ends[tokens[:-1]])
        starts[offsets[:-1][np.diff(offsets) > 0]] = True
        return starts

    @cached_property
    def token_bytes(self) -> tuple[bytes, ...]:
        """What each token stands for; special tokens stand for no bytes."""
        byte_of = {sign: byte for byte, sign in enumerate(_SIGNS)}
        place = self._tokenizer.get_vocab()
        names = sorted(place, key=place.__getitem__)[SPECIALS:]
        return (*(b"" for _ in NAMES), *(bytes(byte_of[ord(sign)] for sign in name) for name in names))

    @cached_property
    def begins_name(self) -> Flags:
        """[vocabulary] whether the first byte of each token may stand in a name or number."""
        return np.array([bool(_NAME_BYTE.match(text[:1])) for text in self.token_bytes])

    @cached_property
    def _json(self) -> str:
        return str(self._tokenizer.to_str(pretty=True)) + "\n"

    @cached_property
    def _lengths(self) -> Longs:
        return np.array([len(content) for content in self.token_bytes], np.int64)

    def _merged(self, words: Iterable[str]) -> tuple[Longs, Tokens]:
        """Offsets and tokens of single words; what stands around a word does not matter to the merges."""
        merge = self._tokenizer.model.tokenize
        signs = (word.encode().decode("latin-1").translate(_SIGN_OF_BYTE) for word in words)
        tokens = [[token.id for token in merge(word)] for word in signs]
        return offsets_of(map(len, tokens)), np.fromiter(chain.from_iterable(tokens), np.int32)


class _Numbers(dict[str, int]):
    """Numbers of words, given when first asked for."""

    def __missing__(self, word: str) -> int:
        return self.setdefault(word, len(self))


def _signs() -> tuple[int, ...]:
    """The character that a byte-level vocabulary writes for each byte: visible ones stand for themselves."""
    visible = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = iter(range(0x100, 0x200))
    return tuple(byte if byte in visible else next(others) for byte in range(0x100))


_SIGNS: Final = _signs()
_SIGN_OF_BYTE: Final = dict(enumerate(_SIGNS))


def _deaf_to_specials(tokenizer: Tokenizer) -> Tokenizer:
    """The same tokenizer, whose special tokens are ids that no merge leads to and that no text is searched for."""
    description = json.loads(tokenizer.to_str())
    description["added_tokens"] = []
    return Tokenizer.from_str(json.dumps(description))


def _refuse_others(path: Path, text: str) -> None:
    """Refuse what is no tokenizer of this module: another would give offsets that are none, or take in specials."""
    try:
        description = json.loads(text)
        split = description["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"]
        vocabulary = description["model"]["vocab"]
        known = split == WORD and not description["added_tokens"]
        known = known and all(vocabulary[name] == place for place, name in enumerate(NAMES)) and vocabulary["."] == DOT
        names = sorted(vocabulary, key=vocabulary.__getitem__)
        known = known and list(map(vocabulary.__getitem__, names)) == list(range(len(names)))
        known = known and set(_SIGNS).issuperset(map(ord, "".join(names[SPECIALS:])))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise ModelError(f"{path}: not a tokenizer for code ({plain(repr(error))}); {_AGAIN}") from None
    if not known:
        raise ModelError(f"{path}: splits words otherwise, or has other special tokens; {_AGAIN}")
