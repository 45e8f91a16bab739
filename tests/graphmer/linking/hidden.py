"""A small package of which some triples are hidden, as linkers are trained and asked."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from codegraft.graphmer.linking.contexts import Contexts
from codegraft.graphmer.linking.evidence import Evidence
from codegraft.graphmer.linking.parts import LinkParts
from codegraft.graphmer.linking.reader import Reading
from codegraft.graphmer.linking.spelling import spell
from codegraft.graphmer.linking.train import LinkTask
from codegraft.params import load_params
from tests.graphmer.linking.codes import ROOT, own_of, tokenizer, write


@cache
def own():
    """The code, all of it."""
    with TemporaryDirectory() as place:
        return own_of(write(Path(place) / "mine"), kept=None)


@cache
def task():
    """Its triples: three of four are seen, and learned from; of the others half weighs the evidence."""
    drawn = np.random.default_rng(0).random(len(own().graph.triples))
    links = own().links(drawn < 0.75)
    learned, fitting, asked = (np.flatnonzero((low <= drawn) & (drawn < high)) for low, high in _SHARES)
    parts = LinkParts(links.seen, learned, learned, fitting, {"transductive": asked})
    reading = Reading(links, spell(links.ids, tokenizer()), Contexts(own().chains, len(links.head)))
    return LinkTask(links, parts, Evidence(links), reading, tokenizer().digest, tokenizer().vocabulary)


_SHARES = ((0.0, 0.75), (0.75, 0.88), (0.88, 1.0))


def params(**changes):
    """Of a linker that is trained in a moment."""
    small = {"width": 8, "epochs": 2, "batch": 16, "rivals": 8, "questions": 20, "seeds": [0, 1], "jobs": 1}
    section = load_params(ROOT / "params.yaml").linker
    return section.model_validate(section.model_dump() | small | changes)
