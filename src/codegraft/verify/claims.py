"""Every number that the documents show, held against the file that it was read from.

A document is what its template renders to (:mod:`codegraft.verify.templates`), so a figure that somebody changed by
hand, or that the metrics have left behind, differs from the rendering; and a number that the template itself says is a
listed fact or a fault (:mod:`codegraft.verify.numbers`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Final

from codegraft.errors import DocumentError
from codegraft.verify.numbers import FACTS, Facts, around, read_facts
from codegraft.verify.paths import broken_links, line_of, wrong_tree
from codegraft.verify.sources import METRICS, Sources
from codegraft.verify.templates import MARK, TEMPLATES, Rendered, documents, render
from codegraft.verify.values import UNKNOWN, Figure

ABSENT: Final = "-"
"""In the place of what a document says, where its line is another altogether."""


@dataclass(frozen=True)
class Claim:
    """A figure of a document.

    Attributes:
        document: where it stands, relative to the root.
        line: on which line, from 1.
        files: what it was read from.
        key: the path of the value in there, or an expression of paths.
        command: what makes those files again.
        commit: the last commit of those files, ``+`` behind it when they were changed since.
        expected: what the document says.
        found: what the files say.
    """

    document: str
    line: int
    files: tuple[str, ...]
    key: str
    command: str
    commit: str
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        """Whether the document says what the files say."""
        return self.expected == self.found != UNKNOWN


@dataclass(frozen=True)
class Claims:
    """All figures of all documents, and what is wrong, a line each."""

    claims: tuple[Claim, ...]
    faults: tuple[str, ...]

    @property
    def hold(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check_claims(root: Path) -> Claims:
    """Compare the documents under a repository's root with its metrics. Nothing is written or run, but git is asked."""
    sources, claims, faults = Sources(root), list[Claim](), list[str]()
    rendered = []
    for document, template in documents(root).items():
        try:
            rendered.append(render(document, template, sources))
        except DocumentError as error:
            faults.append(str(error))
    if not rendered and not faults:
        faults.append(f"{TEMPLATES}: holds no template")
    for page in rendered:
        found, wrong = _compared(page, sources)
        claims += found
        faults += [*page.faults, *wrong, *broken_links(root, page.document, page.text)]
        faults += wrong_tree(root, page.document, page.text, sources.tracked)
    return Claims(tuple(claims), (*dict.fromkeys(faults), *_numbers(root, rendered)))


def _numbers(root: Path, rendered: list[Rendered]) -> Iterator[str]:
    try:
        facts = read_facts(root)
    except DocumentError as error:
        yield str(error)
        facts = Facts({})
    for page in rendered:
        for position in facts.unlisted(page.marked):
            words = MARK.sub("...", around(page.marked, position))
            yield (
                f"{page.document}:{line_of(page.marked, position)}: a number that no stage computed, in `{words}`; "
                f"read it from a metrics file in {page.template}, or list it with its origin in {FACTS}"
            )
    for phrase in facts.unused([page.marked for page in rendered]):
        yield f"{FACTS}: `{phrase}` is in no document; leave it out"


def _compared(page: Rendered, sources: Sources) -> tuple[list[Claim], list[str]]:
    """The figures of a document, and the lines of it that are not what its template renders to."""
    try:
        text = (sources.root / page.document).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{page.document}: cannot be read ({error.__class__.__name__}); run `codegraft docs`"]
    marked, said = page.marked.split("\n"), text.split("\n")
    claims, faults = list[Claim](), list[str]()
    wanted = [MARK.sub(lambda mark: page.figure(mark[0]).text, row) for row in marked]
    for row, line in _paired(wanted, said):
        figures = [page.figure(mark) for mark in MARK.findall(marked[row])] if row is not None else []
        told = _told(MARK.split(marked[row]), figures, said[line]) if row is not None and line is not None else None
        place = (row if line is None else line) or 0
        if told is None:
            faults.append(_foreign(page, place))
            told = [ABSENT] * len(figures)
        found = [_claim(page, place, *pair, sources) for pair in zip(figures, told, strict=True)]
        claims += found
        faults += [_differs(claim) for claim in found if claim.expected != claim.found != UNKNOWN]
    return claims, faults


def _paired(wanted: list[str], said: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Rows of the rendering with rows of the document: equal ones, and changed ones as far as both have as many."""
    for _, start, end, other, other_end in SequenceMatcher(None, wanted, said, autojunk=False).get_opcodes():
        yield from zip_longest(range(start, end), range(other, other_end))


def _told(literals: list[str], figures: list[Figure], line: str) -> list[str] | None:
    """What a line says in the places of its figures; None when the words between them are others.

    A figure that is as it should be is taken as such; in the place of another everything up to the next words counts.
    """
    told, position = [], len(literals[0])
    if not line.startswith(literals[0]):
        return None
    for row, (figure, words) in enumerate(zip(figures, literals[1:], strict=True)):
        last = row == len(figures) - 1
        end = position + len(figure.text)
        expected = line.startswith(figure.text + words, position) and (not last or end + len(words) == len(line))
        if not expected:
            end = len(line) - len(words) if last else line.find(words, position + 1)
            if end <= position or not line.startswith(words, end):
                return None
        told.append(line[position:end])
        position = end + len(words)
    return told if position == len(line) else None


def _claim(page: Rendered, line: int, figure: Figure, told: str, sources: Sources) -> Claim:
    commands = dict.fromkeys(filter(None, map(sources.command, figure.files)))
    commits = dict.fromkeys(map(sources.commit, figure.files))
    # Of several commits with the same metrics each may be named: one that is rebased, or cut off, is not wrong for it.
    found = told if figure.files == (METRICS,) and sources.has_these_metrics(told) else figure.text
    return Claim(
        page.document, line + 1, figure.files, figure.key, "; ".join(commands), ", ".join(commits), told, found
    )


def _differs(claim: Claim) -> str:
    return (
        f"{claim.document}:{claim.line}: says {claim.expected}, but {', '.join(claim.files)} says {claim.found} "
        f"({claim.key}); run `codegraft docs`"
    )


def _foreign(page: Rendered, line: int) -> str:
    return f"{page.document}:{line + 1} is not what {page.template} renders to; run `codegraft docs`"
