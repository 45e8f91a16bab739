"""Numbers in a document's own words: each is a listed fact, or nothing computed it.

Digits count wherever they stand, code blocks included, and so do number words from *two* on. What belongs to a name
does not (``F1``, ``Hits@10``, ``UTF-8``), nor what stands in a code span, a link's target or a tag.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from codegraft.errors import DocumentError

FACTS: Final = "docs/facts.yaml"
_UNDER_TWENTY: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_LARGE: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?"
_NUMBER: Final = re.compile(
    rf"(?<![^\W\d]@)(?<![A-Za-z]-)(?<!\w)\d+(?:[.,]\d+)*|\b(?:{_UNDER_TWENTY}|{_LARGE})\b", re.IGNORECASE
)
_FENCE: Final = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_NAMED: Final = re.compile(r"`[^`\n]+`|(?<=\])\([^()\s]*\)|<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_HIDDEN: Final = "\N{MIDDLE DOT}"
_AROUND: Final = 20


@dataclass(frozen=True)
class Facts:
    """Phrases that may say a number which no stage computes, and where each comes from."""

    sources: dict[str, str]

    def unlisted(self, text: str) -> Iterator[int]:
        """Where the numbers stand that are in no listed phrase. ``text`` has marks in place of its figures."""
        visible = _visible(text)
        listed = [span for phrase in self.sources for span in _spans(phrase, visible)]
        for match in _NUMBER.finditer(visible):
            if not any(start <= match.start() and match.end() <= end for start, end in listed):
                yield match.start()

    def unused(self, texts: list[str]) -> list[str]:
        """Phrases that no text has."""
        visible = [_visible(text) for text in texts]
        return [phrase for phrase in self.sources if not any(_spans(phrase, text) for text in visible)]


def read_facts(root: Path) -> Facts:
    """The facts of a repository; none, where the file is not there.

    Raises:
        DocumentError: it is no mapping of phrases to sources, or a phrase holds no number.
    """
    path = root / FACTS
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DocumentError(f"{FACTS}: cannot be read ({str(error).splitlines()[0]})") from None
    if not isinstance(told, dict):
        raise DocumentError(f"{FACTS}: is no mapping of phrases to where they come from")
    for phrase, source in told.items():
        if not (isinstance(phrase, str) and isinstance(source, str) and source.strip()):
            raise DocumentError(f"{FACTS}: `{phrase}` needs quotes, and where it comes from")
        if not _NUMBER.search(_visible(phrase)):
            raise DocumentError(f"{FACTS}: `{phrase}` holds no number, so it needs no entry")
    return Facts(told)


def around(text: str, position: int) -> str:
    """The words about a number, on its own line."""
    start = max(text.rfind("\n", 0, position) + 1, position - _AROUND)
    line_end = text.find("\n", position)
    return text[start : min(len(text) if line_end < 0 else line_end, position + _AROUND)].strip()


def _visible(text: str) -> str:
    """The text, as long as before, with names hidden; in code blocks nothing is a name."""
    shown, position = [], 0
    for fence in _FENCE.finditer(text):
        shown += [_NAMED.sub(_hidden, text[position : fence.start()]), fence[0]]
        position = fence.end()
    return "".join([*shown, _NAMED.sub(_hidden, text[position:])])


def _hidden(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _HIDDEN, match[0])


def _spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where a phrase stands, wherever its lines are broken, and not inside longer words or numbers."""
    pattern = r"\s+".join(re.escape(part) for part in phrase.split())
    return [match.span() for match in re.finditer(rf"(?<![\w.,]){pattern}(?![\w]|[.,]\d)", text)]
