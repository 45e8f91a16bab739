"""Code to show, code that wants to do harm, and what the pipeline leaves behind."""

import json
import shutil
from pathlib import Path

import numpy as np

from codegraft.graphmer.linking.store import write_linkers
from codegraft.graphmer.search.embedding import Embedding
from codegraft.graphmer.search.fields import FIELDS
from codegraft.graphmer.search.ranker import SCORES, Ranker, save_ranker
from tests.graphmer.linking.codes import ROOT, linker_of, tokenizer, write
from tests.graphsage.served import write_served

SHOP = {
    "shop/__init__.py": '"""A shop."""\n',
    "shop/till.py": '''
import sys
from shop.stock import Stock, find_price
from shop import reports


class Till:
    """What takes the money."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock

    def pay(self, name: str, pieces: int) -> int:
        """Take the money for some pieces of one thing and give the sum."""
        price = find_price(self.stock, name)
        self.note(name)
        total = price * pieces
        return total

    def note(self, name: str) -> None:
        """Write the name of what was sold to the standard output."""
        sys.stdout.write(name)
        reports.daily(self)
''',
    "shop/stock.py": '''
class Unknown(Exception):
    """Nothing of that name is there."""


class Stock:
    """What is there."""

    def __init__(self) -> None:
        self.prices = {}


class ColdStock(Stock):
    """What has to be cooled."""


def find_price(stock: Stock, name: str) -> int:
    """Look up what a thing costs and complain where there is none."""
    if name not in stock.prices:
        raise Unknown(name)
    return stock.prices[name]
''',
    "shop/reports.py": '''
from shop import till


def daily(box: "till.Till") -> str:
    """Make the report of the day from what was taken."""
    return str(box.stock)
''',
    "App.java": """
package app;

public class App implements Runnable {
    private final Counter counter = new Counter();

    /** Counts one more and prints how many there are. */
    public void run() { counter.add(); System.out.println(counter.count); }
}

class Counter {
    int count;

    void add() { count++; }
}
""",
}
"""Two modules that import each other, a class hierarchy, an exception, and Java."""

OWNED = "window.owned=1;document.title='owned'"

HOSTILE = {
    "<img src=x onerror=window.owned=1>.py": "def f():\n    pass\n",
    "'-alert(1)-'\".py": "X = 1\n",
    "rtl\u202etxt.py": "def g():\n    pass\n",
    "esc\x1b[31m\x07.py": "def h():\n    pass\n",
    "doc.py": f'''
"""</script><script>{OWNED}</script>"""


class A:
    """</style></title><img src=http://example.com/x onerror={OWNED}> {{{{ 7 * 7 }}}} {{% raise %}}"""

    def steal(self):
        """</code></pre><script>{OWNED}</script> and a few words more to ask for."""
        other()


def other():
    """<svg onload="{OWNED}"> with words enough to be asked for; --> ]]> &amp; \u202e \u2066."""
    A().steal()
''',
    "names.py": "class \u05d0\u05d1\u05d2:\n    def \u0645\u0631(self):\n        self.\u0645\u0631()\n",
    "garbage.py": bytes(range(256)) * 40,
    "line.py": "x = '" + "a" * 200_000 + "'\n",
    "huge.py": "y = '" + "b" * 5_000_000 + "'\n",
    "long.py": f"class {'n' * 900}:\n    pass\n",
    "empty.py": "",
}
"""Names and texts that want to be more than text."""


def hostile(place: Path) -> Path:
    """Write :data:`HOSTILE`, links in circles, and a file that is a pipe's name only."""
    write(place, HOSTILE)
    (place / "loop").symlink_to(place, target_is_directory=True)
    (place / "self.py").symlink_to("self.py")
    return place


def home(place: Path) -> Path:
    """A checkout in which models were trained and measured: small ones, of random weights."""
    rng, size = np.random.default_rng(0), tokenizer().vocabulary
    tokens = rng.normal(size=(size, 32)).astype(np.float32)
    weights = rng.uniform(0.5, 1.5, (len(FIELDS) + 1, size)).astype(np.float32)
    embedding = Embedding(tokens, weights, np.array([2.0, 1.0, 0.5, 1.0], np.float32))
    tokenizer().save(place / "models/tokenizer")
    write_linkers(place / "models/linker", {0: linker_of(0)})
    save_ranker(place / "models/graphmer_search", Ranker(embedding, np.ones(len(SCORES)), tokenizer(), {"seed": 0}))
    write_served(place / "models/graphsage")
    shutil.copy2(ROOT / "params.yaml", place)
    (place / "metrics").mkdir()
    for name, content in METRICS.items():
        (place / "metrics" / name).write_text(json.dumps(content), encoding="utf-8")
    return place


def _interval(mean: float) -> dict[str, float]:
    return {"mean": mean, "low": round(mean - 0.02, 3), "high": round(mean + 0.02, 3)}


def _link_prediction(mrr: float) -> dict[str, object]:
    return {"repository_inductive": {"mrr": mrr, "intervals": {"mrr": _interval(mrr)}}}


def _system(mrr: float, f1: float) -> dict[str, object]:
    return {"link_prediction": _link_prediction(mrr), "call_graph": {"f1": f1, "intervals": {"f1": _interval(f1)}}}


METRICS = {
    "graphsage_eval.json": {
        "confidence": {
            "auroc_within_problem": _interval(0.58),
            "baselines": {"length": {"auroc_within_problem": _interval(0.57)}},
        },
        "imports": {
            "micro_f1": _interval(0.64),
            "baselines": {name: {"micro_f1": _interval(f1)} for name, f1 in (("linear", 0.76), ("frequency", 0.24))},
        },
        "bugs": {"auroc": _interval(0.7), "baselines": {"linear": {"auroc": _interval(0.68)}}},
    },
    "graphmer_eval.json": _system(0.64, 0.36)
    | {
        "baselines": {
            "bm25": _system(0.19, 0.05),
            "bm25_neighbours": _system(0.21, 0.04),
            "relation_frequency": _system(0.12, 0.14),
            "repository_popularity": _system(0.15, 0.14),
            "trigrams": _system(0.18, 0.05),
        },
        "code_search": {
            "mrr_at_10": 0.61,
            "intervals": {"mrr_at_10": _interval(0.61)},
            "systems": {"bm25": _interval(0.41), "untrained_mix": _interval(0.55)},
        },
    },
}
"""As the stages write them, in part."""
