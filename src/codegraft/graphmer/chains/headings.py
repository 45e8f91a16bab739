"""The first roots of a window: where its code stands, as the path of the file and the names of what is around it.

    git/cmd.py Git.execute

So a window that holds the middle of a method still names the method, its class and its module, and their triples can
hang where the code says them. The tokens of a heading stand for no byte of the file.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from codegraft.graphmer.chains.ragged import Longs, offsets_of, spans
from codegraft.graphmer.chains.scopes import Scopes
from codegraft.graphmer.chains.tokenizer import CodeTokenizer, Tokens


class Headings(NamedTuple):
    """Headings of F files, for code outside definitions, then of D definitions, for code inside them.

    Attributes:
        files: F.
        texts: [F + D].
        offsets: int64 [F + D + 1] and tokens: int32, of the texts.
    """

    files: int
    texts: list[str]
    offsets: Longs
    tokens: Tokens

    def row(self, file: Longs, scope: Longs) -> Longs:
        """[n] the heading of code in this file and, unless -1, in this definition."""
        return np.where(scope < 0, file, self.files + scope)


def write_headings(
    paths: Sequence[str], scopes: Scopes, names: Sequence[str], tokenizer: CodeTokenizer, most: int
) -> Headings:
    """The headings of all places. One of more than ``most`` tokens loses its beginning.

    Args:
        paths: [F] of the files.
        scopes: D definitions.
        names: [E] of entities.
        tokenizer: makes tokens of headings.
        most: tokens of a heading.
    """
    around: list[str] = []
    for entity, parent in zip(scopes.entity.tolist(), scopes.parent.tolist(), strict=True):
        around.append(names[entity] if parent < 0 else f"{around[parent]}.{names[entity]}")
    inside = (f"{paths[file]} {name}\n" for file, name in zip(scopes.file.tolist(), around, strict=True))
    encoded = tokenizer.encode(texts := [*(f"{path}\n" for path in paths), *inside])
    kept = np.minimum(np.diff(encoded.offsets), most)
    tokens, offsets = encoded.tokens[spans(encoded.offsets[1:] - kept, kept)], offsets_of(kept)
    for row in np.flatnonzero(kept < np.diff(encoded.offsets)).tolist():
        texts[row] = tokenizer.decode(tokens[offsets[row] : offsets[row + 1]])
    return Headings(len(paths), texts, offsets, tokens)
