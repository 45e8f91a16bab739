"""A small tokenizer, functions, and a search that was not trained, but sees words."""

from functools import cache

import numpy as np

from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.embedding import Embedding
from codegraft.graphmer.search.fields import FIELDS, FieldBags, Fields
from codegraft.graphmer.search.ranker import SCORES, Ranker

SHAPES = b'''\
class Shape:
    def area(self, width, height):
        """Area of the shape.

        In square metres.
        """
        return width * height

    @property
    def name(self):
        return "shape"


def read_config(path):
    """Read the settings from a file."""
    with open(path) as file:
        return file.read()
'''

MAILS = b'''\
def send_message(address, text):
    """Send a mail to somebody."""

    def encoded():
        """Text as bytes."""
        return text.encode()

    return address, encoded()
'''

ACCOUNT = b"""\
package bank.core;

class Account {
    /**
     * Takes {@code amount} from the <b>balance</b>.
     *
     * @param amount in cents
     */
    @Deprecated
    public long withdraw(long amount) {
        /* not a documentation */
        return balance -= amount;
    }

    /** What is left. */
    private long balance;

    Account(long balance) { this.balance = balance; }
}
"""


@cache
def tokenizer():
    return CodeTokenizer.train([SHAPES.decode(), MAILS.decode(), ACCOUNT.decode()], 400)


@cache
def embedding(seed=0, dimensions=32):
    rng, size = np.random.default_rng(seed), tokenizer().vocabulary
    tokens = rng.normal(size=(size, dimensions)).astype(np.float32)
    weights = rng.uniform(0.5, 1.5, (len(FIELDS) + 1, size)).astype(np.float32)
    return Embedding(tokens, weights, np.array([2.0, 1.0, 0.5, 1.0], np.float32))


def ranker(seed=0):
    mix = dict(zip(SCORES, (1.0, 0.5, 0.1, 0.2, 5.0), strict=True))
    return Ranker(embedding(seed), np.array(list(mix.values())), tokenizer(), {"seed": seed})


def fields(*functions):
    """Of (name, scope, parameters, body), each words apart by blanks."""
    return [Fields(*(part.split() for part in function)) for function in functions]


def bags(*functions):
    return FieldBags.of(fields(*functions))
