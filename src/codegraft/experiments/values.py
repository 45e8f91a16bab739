"""Parameters and metrics as flat dicts, which of them matter most, and how they are written."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any, Literal, NamedTuple

Values = dict[str, Any]
"""Dotted key -> scalar or list; a metric's key begins with its file, ``kg:calls.resolved_share``."""

ABSENT = "-"
PARAMS_FILE = "params.yaml"
MOST_DECIMALS = 8
"""A row that needs more is written with exponents."""


class Headline(NamedTuple):
    """A metric that a reviewer looks at first, and which way is better."""

    key: str
    better: Literal["more", "less", "either"]


HEADLINES = (
    Headline("snapshot:nodes", "either"),
    Headline("snapshot:calls.share", "more"),
    Headline("kg:triples", "either"),
    Headline("kg:domain_range_ratio", "more"),
    Headline("kg:calls.resolved_share", "more"),
    Headline("embed_nodes:layers.2.accuracy.mean", "more"),
    Headline("embed_nodes:layers.3.accuracy.mean", "more"),
    Headline("graphsage_eval:confidence.auroc_within_problem.mean", "more"),
    Headline("graphsage_eval:confidence.auroc.mean", "more"),
    Headline("graphsage_eval:confidence.ece.mean", "less"),
    Headline("graphsage_eval:imports.micro_f1.mean", "more"),
    Headline("graphsage_eval:bugs.auroc.mean", "more"),
    Headline("graphsage_eval:retrieval.map_at_r.mean", "more"),
    Headline("humaneval:auroc_within_problem.mean", "more"),
    Headline("graphsage_benchmark:latency_ms.p50", "less"),
    Headline("graphmer_train:after.mlm.loss.mean", "less"),
    Headline("graphmer_train:after.mnm.loss.mean", "less"),
    Headline("graphmer_train:after.mnm.accuracy.mean", "more"),
    Headline("graphmer_eval:link_prediction.repository_inductive.mrr", "more"),
    Headline("graphmer_eval:link_prediction.repository_inductive.hits_at_10", "more"),
    Headline("graphmer_eval:disambiguation.accuracy", "more"),
    Headline("graphmer_eval:code_search.mrr_at_10", "more"),
    Headline("graphmer_eval:call_graph.f1", "more"),
    Headline("graphmer_eval:dependency.f1", "more"),
    Headline("graphmer_eval:triple_validity.violations", "less"),
)


def flat(path: str, data: Any) -> Values:
    """Nested dicts of one file as dotted keys, led by the file's name unless it is ``params.yaml``."""
    lead = "" if path == PARAMS_FILE else f"{PurePosixPath(path).stem}:"
    return {lead + key: value for key, value in leaves(data)}


def leaves(data: Any) -> Iterable[tuple[str, Any]]:
    """Dotted key and value of everything that is no dict."""
    if not isinstance(data, dict):
        return [("", data)]
    return [
        (f"{key}.{inner}" if inner else str(key), value) for key, item in data.items() for inner, value in leaves(item)
    ]


def chosen(keys: Iterable[str], patterns: Sequence[str]) -> list[str]:
    """The keys that one of the patterns (``*``, ``?``) fits, sorted; without patterns the headlines, in their order."""
    if patterns:
        return sorted(key for key in set(keys) if any(fnmatchcase(key, pattern) for pattern in patterns))
    there = set(keys)
    return [headline.key for headline in HEADLINES if headline.key in there]


def texts(row: Sequence[Any]) -> list[str]:
    """One line of values: as few digits as tell the differing ones apart, four significant ones at least."""
    numbers = [value for value in row if isinstance(value, float)]
    digits = next(
        (count for count in range(4, 15) if len({text(number, count) for number in numbers}) == len(set(numbers))), 15
    )
    decimals = max((decimals_of(text(number, digits)) for number in numbers), default=0)
    if not 0 < decimals <= MOST_DECIMALS:
        return [text(value, digits) for value in row]
    return [f"{value:,.{decimals}f}" if isinstance(value, float) else text(value) for value in row]


def decimals_of(written: str) -> int:
    """How many digits follow the point; more than ``MOST_DECIMALS`` for one with an exponent."""
    return MOST_DECIMALS + 1 if "e" in written else len(written.partition(".")[2])


def text(value: Any, digits: int = 4) -> str:
    """A value for people: floats to ``digits`` significant ones, never with an exponent that hides their size."""
    if value is None:
        return ABSENT
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.0f}" if 10**digits <= abs(value) < 10**15 else f"{value:.{digits}g}"
    return str(value)


def size_text(count: int) -> str:
    """Bytes in the unit that leaves one to four digits."""
    amount = float(count)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.3g} {unit}"
        amount /= 1000
    return f"{amount:.3g} GB"


def counted(count: int, noun: str) -> str:
    """``1 metric``, ``1,204 metrics``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
