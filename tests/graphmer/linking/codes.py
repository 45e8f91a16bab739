"""A small package on disk, and answers to questions about it."""

from functools import cache
from pathlib import Path

import numpy as np
import torch

from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.linker import FEATURES, Linker
from codegraft.graphmer.linking.own import read_own
from codegraft.graphmer.linking.reader import Reader, ReaderConfig
from codegraft.kg.ontology import load_ontology
from codegraft.params import load_params

ROOT = Path(__file__).parents[3]

CODE = {
    "shop/__init__.py": '"""A shop."""\n',
    "shop/prices.py": '''"""What things cost."""

import os

TAX = 0.2


class PriceError(ValueError):
    """There is no price."""


def read_prices(path):
    if not os.path.exists(path):
        raise PriceError(path)
    return parse_prices(open(path).read())


def parse_prices(text):
    return dict(line.split() for line in text.splitlines())


def add_tax(price):
    return price * (1 + TAX)
''',
    "shop/till.py": '''"""Where people pay."""

from shop.prices import add_tax, parse_prices, read_prices


class Till:
    def __init__(self, path):
        self.prices = read_prices(path)

    def pay(self, name):
        return add_tax(float(self.prices[name]))

    def change(self, name, given):
        return given - add_tax(float(self.prices[name]))

    def reload(self, text):
        self.prices = parse_prices(text)


class Basket:
    def pay(self, till):
        return sum(till.pay(name) for name in self.names)
''',
    "shop/report.py": '''"""What was sold."""

from shop.prices import add_tax
from shop.till import Till


def total(till: Till, names):
    return sum(add_tax(till.pay(name)) for name in names)


def daily(path):
    till = Till(path)
    return total(till, till.prices)
''',
    "java/Outer.java": """package shop;

public class Outer {
    public static class Inner {
        int weigh(int grams) { return grams; }
        int weigh(String grams) { return weigh(grams.length()); }
    }
}
""",
}


def write(place, files=CODE):
    """Files under a directory; the directory."""
    for path, content in files.items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


@cache
def tokenizer():
    return CodeTokenizer.train(CODE.values(), 400)


@cache
def ontology():
    return load_ontology(ROOT / "data/ontology.yaml")


@cache
def params():
    return load_params(ROOT / "params.yaml").chains


def own_of(place, **options):
    """The code of a directory."""
    return read_own(place, tokenizer(), params(), ontology(), **options)


class Popular:
    """How often an entity stands at the asked end of the relation."""

    def __init__(self, graph):
        self.graph = graph

    def scores(self, questions, candidates):
        graph = self.graph
        asked = graph.ends(questions.side)[1]
        counts = [
            np.bincount(asked[graph.seen & (graph.relation == relation)], minlength=len(graph.ids))[candidates]
            for relation in questions.relation.tolist()
        ]
        return np.log(np.array(counts) + 0.5).astype(np.float32)


def linker_of(seed):
    """One that counts, and reads what nobody taught it."""
    torch.manual_seed(seed)
    types, relations = ontology().types, ontology().stored
    reader = Reader(ReaderConfig(tokenizer().vocabulary, len(relations), len(types), 8)).eval()
    weights = np.zeros((2, len(relations), len(FEATURES)), np.float32)
    weights[:, :, [FEATURES.index(name) for name in ("in_repository", "type", "neighbours")]] = 1.0
    weights[:, :, FEATURES.index("reader")] = 0.1
    return Linker(reader, weights, weights, relations, types, tokenizer().digest)
