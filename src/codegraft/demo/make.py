"""From a directory to its page, step by step."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final, TypeVar

from codegraft import __version__
from codegraft.demo.columns import Columns
from codegraft.demo.layout import LONGEST_NAME, layout_of
from codegraft.demo.links import links_of
from codegraft.demo.overview import overview_of, snapshot_of
from codegraft.demo.page import render
from codegraft.demo.picture import RELATIONS, TYPES, picture_of
from codegraft.demo.programs import SURE, programs_of
from codegraft.demo.search import check_queries, search_of
from codegraft.demo.trust import LINKS, METRICS, PROGRAMS, SEARCH, Asked, measured
from codegraft.errors import ModelError, ParamsError
from codegraft.files import atomic_write
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.linking.own import read_texts
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.checkout import BEYOND
from codegraft.kg.commands import own_ontology
from codegraft.kg.ontology import load_ontology
from codegraft.params import PARAMS_FILE, load_params
from codegraft.progress import track

MOST_BYTES: Final = 4_000_000
"""Of code that is read: half a minute of one core, and 1 GB of memory."""

MODELS: Final = "models"
_CHECKOUT: Final = Path(__file__).resolve().parents[3]
_GIT_SECONDS: Final = 10

T = TypeVar("T")


def make_page(directory: Path, out: Path, queries: Sequence[str], home: Path) -> dict[str, float]:
    """Read a directory and write its page, whole or not at all; equal code and models give equal bytes.

    Args:
        directory: with Python or Java code, of which :data:`MOST_BYTES` are read.
        out: the file to write.
        queries: what functions are searched for; if there is none, some documentation of the code.
        home: the checkout whose ``models``, ``metrics`` and ``params.yaml`` are used; what is missing there is said
            on the page.

    Returns:
        Seconds by step.

    Raises:
        SourceError: there is no code in the directory.
        ModelError: a query has no word.
        OSError: the page cannot be written.
    """
    if out.is_dir():
        raise IsADirectoryError(f"{out}: is a directory; name a file, such as {out / 'page.html'}")
    check_queries(queries)
    with atomic_write(out) as temporary:
        demo = _Demo(directory, queries, home)
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("read", demo.read),
            ("snapshot", demo.snapshot),
            ("graph", demo.graph),
            ("predictions", demo.programs),
            ("links", demo.links),
            ("search", demo.search),
        )
        seconds = {}
        for name, step in track(steps, "page", unit="step"):
            begin = perf_counter()
            step()
            seconds[name] = perf_counter() - begin
        temporary.write_text(render(demo.content), encoding="utf-8")
    return seconds


class _Demo:
    """The steps, each of which adds to the page's content."""

    def __init__(self, directory: Path, queries: Sequence[str], home: Path) -> None:
        self._directory, self._queries, self._home = directory, queries, home
        self._models = home / MODELS
        self.content: dict[str, Any] = {
            "version": __version__,
            "commit": _commit(),
            "most_bytes": MOST_BYTES,
            "reason_beyond": BEYOND,
            "types": TYPES,
            "relations": RELATIONS,
            "sure": SURE,
            "longest_name": LONGEST_NAME,
            "missing": {},
        }

    def read(self) -> None:
        self._texts = read_texts(self._directory, most_bytes=MOST_BYTES)

    def snapshot(self) -> None:
        self.content["snapshot"] = snapshot_of(self._texts)

    def graph(self) -> None:
        self._ontology = load_ontology(own_ontology())
        self._graph = build_kg([self._texts], self._ontology).graph
        self._columns = Columns(self._graph)
        picture = picture_of(self._columns)
        self.content["overview"] = overview_of(self._texts, self._graph, self._columns)
        self.content |= {"picture": picture, "layout": layout_of(picture)}

    def programs(self) -> None:
        self._say("programs", lambda: programs_of(self._texts, self._models), PROGRAMS)

    def links(self) -> None:
        self._say("links", self._links, LINKS)

    def search(self) -> None:
        self._say("search", lambda: search_of(self._texts, self._queries, self._models, self._tokenizer()), SEARCH)

    def _links(self) -> Any:
        params = load_params(self._home / PARAMS_FILE).chains
        graph = self._texts, self._graph, self._columns, self._ontology
        return links_of(*graph, params, self._models, self._tokenizer())

    def _tokenizer(self) -> CodeTokenizer:
        return CodeTokenizer.load(self._models / TOKENIZER_DIRECTORY.relative_to(MODELS))

    def _say(self, part: str, answers: Callable[[], Any], trust: tuple[Asked, ...]) -> None:
        """A model's part of the page, and how far it is to be believed; or why either is missing."""
        self._try(part, answers)
        self._try(f"{part}_trust", lambda: measured(trust, self._home / METRICS))

    def _try(self, name: str, make: Callable[[], Any]) -> None:
        try:
            self.content[name] = make()
        except (ModelError, ParamsError) as error:
            self.content[name] = None
            self.content["missing"][name] = str(error).replace(f"{self._home}{os.sep}", "")


def _commit() -> str:
    """The commit of the checkout that this program runs from, marked if files were changed; empty if it is in none."""
    if not (_CHECKOUT / ".git").exists():
        return ""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"]
    # Variables such as GIT_DIR, which are set inside a hook, would point git elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            command, cwd=_CHECKOUT, env=environment, capture_output=True, text=True, timeout=_GIT_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
