"""Scores of programs that need no training and no network: what every confidence has to beat."""

from collections.abc import Sequence

import numpy as np

from codegraft.programs.reading import BROKEN, read_source
from codegraft.training.bootstrap import Floats


def untrained_scores(texts: Sequence[str], languages: Sequence[str]) -> dict[str, Floats]:
    """Name -> [n], greater for what it takes for right.

    ``constant`` knows nothing; ``length`` and ``minus_length`` count characters (repaired programs tend to be longer,
    generated right ones shorter: the sign says more about a set than about programs); ``parses`` is 1 where the text
    is valid code.
    """
    length = np.array([len(text) for text in texts], np.float64)
    parses = [BROKEN not in read_source(*program).problems for program in zip(texts, languages, strict=True)]
    return {
        "constant": np.zeros(len(length)),
        "length": length,
        "minus_length": -length,
        "parses": np.array(parses, np.float64),
    }
