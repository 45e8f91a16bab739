"""Documents rendered from templates: Jinja over values that know where they were read."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from codegraft.errors import DocumentError
from codegraft.verify.printing import FILTERS, shown
from codegraft.verify.sources import PARAMS, Folder, Sources
from codegraft.verify.values import FIRST_MARK, LAST_MARK, Figure, Ledger, Value

TEMPLATES: Final = "docs/templates"
MARK: Final = re.compile(f"[{chr(FIRST_MARK)}-{chr(LAST_MARK)}]")
README: Final = "README.md"
_SUFFIX: Final = ".j2"


@dataclass(frozen=True)
class Rendered:
    """A document as its template makes it.

    Attributes:
        document: where it lies, relative to the root.
        template: what it was made from, likewise.
        marked: the text, a mark in the place of each figure.
        figures: what the marks stand for.
        faults: what the metrics lacked, a line each.
    """

    document: str
    template: str
    marked: str
    figures: tuple[Figure, ...]
    faults: tuple[str, ...]

    @property
    def text(self) -> str:
        """What the document should say."""
        return MARK.sub(lambda mark: self.figure(mark[0]).text, self.marked)

    def figure(self, mark: str) -> Figure:
        """What a mark stands for."""
        return self.figures[ord(mark) - FIRST_MARK]


class _Documents(Environment):
    """In an expression ``metrics.kg.calls.sites`` every name is a key, whatever methods a value has."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj.child(attribute) if isinstance(obj, Value | Folder) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return obj.child(argument) if isinstance(obj, Value | Folder) else super().getitem(obj, argument)


def documents(root: Path) -> dict[str, str]:
    """Document -> template, both relative to the root. README.md lies at the root, the others in docs/.

    A template whose name begins with an underscore is a part of others.
    """
    folder = root / TEMPLATES
    found = {}
    for path in sorted(folder.rglob(f"*{_SUFFIX}")):
        name = path.relative_to(folder).as_posix().removesuffix(_SUFFIX)
        if not path.name.startswith("_"):
            found[name if name == README else f"docs/{name}"] = f"{TEMPLATES}/{name}{_SUFFIX}"
    return found


def render(document: str, template: str, sources: Sources) -> Rendered:
    """Render a template.

    Raises:
        DocumentError: it does not parse, uses a name that there is not, or holds a private-use character.
    """
    ledger = Ledger()
    environment = _environment(sources, ledger)
    try:
        marked = environment.get_template(template.removeprefix(f"{TEMPLATES}/")).render()
    except TemplateSyntaxError as error:
        raise DocumentError(f"{TEMPLATES}/{error.name}:{error.lineno}: {error.message}") from None
    except (TemplateError, AttributeError, TypeError, ValueError) as error:
        raise DocumentError(f"{template}: cannot be rendered ({error})") from None
    if not marked.strip():
        raise DocumentError(f"{template}: renders to nothing")
    if any(ord(mark) - FIRST_MARK >= len(ledger.figures) for mark in MARK.findall(marked)):
        raise DocumentError(f"{template}: holds a private-use character, which marks figures here")
    return Rendered(document, template, marked, tuple(ledger.figures), tuple(ledger.faults))


def _environment(sources: Sources, ledger: Ledger) -> Environment:
    environment = _Documents(
        loader=FileSystemLoader(sources.root / TEMPLATES),
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(
        metrics=Folder(sources, ledger, dated=False),
        benchmarks=Folder(sources, ledger, dated=True),
        params=sources.value(PARAMS, ledger) if (sources.root / PARAMS).is_file() else None,
        commit=partial(sources.metrics_commit, ledger),
    )
    return environment
