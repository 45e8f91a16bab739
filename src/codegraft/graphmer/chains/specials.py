"""Tokens that stand for no text. Their ids come first in every vocabulary, and source text never gives one."""

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
