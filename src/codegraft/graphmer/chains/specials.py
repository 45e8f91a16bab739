"""Tokens whose ids are known without a tokenizer.

Those that stand for no text come first in every vocabulary, and source text never gives one; behind them come the 256
bytes, in the order of the signs that byte-level vocabularies write for them.
"""

from typing import Final

NAMES: Final = ("[PAD]", "[MASK]", "[EOT]", "[CLS]", "[SEP]", "[UNK]")
"""By id."""

PAD: Final = NAMES.index("[PAD]")
"""Where there is no node."""

MASK: Final = NAMES.index("[MASK]")
"""Where the encoder is not to see the token."""

EOT: Final = NAMES.index("[EOT]")
"""Behind the last token of a tail."""

SPECIALS: Final = len(NAMES)
"""The first id that stands for text."""

DOT: Final = SPECIALS + ord(".") - ord("!")
"""Between the parts of a name. A byte that is visible stands for itself, and the first visible one is ``!``."""
