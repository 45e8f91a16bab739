"""The page: one file that asks for nothing, runs nothing but its own script, and says nothing that it must not.

What comes from code may be anything. Every expression of the template is made visible (no control characters, nothing
that turns the line around), cut, and escaped, in this order, in one place; and should that ever fail, the page's policy
lets the browser run and apply only the one script and the one style whose hashes it names.
"""

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.filters import do_mark_safe

from codegraft.graphmer.linking.printing import shown

LONGEST: Final = 160
"""Characters of a text that are shown."""

_TEMPLATE: Final = "page.html.j2"
_STYLE: Final = "page.css"
_SCRIPT: Final = "page.js"


def render(content: Mapping[str, Any]) -> str:
    """The page of some content, whose names the template says."""
    environment = Environment(
        loader=PackageLoader("codegraft.demo", ""),
        autoescape=True,
        finalize=_harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"thousands": _thousands}
    style, script = _own(_STYLE), _own(_SCRIPT)
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'"
    ours = {"style": style, "script": script, "policy": policy}
    safe = {name: do_mark_safe(text) for name, text in ours.items()}
    return environment.get_template(_TEMPLATE).render(**content, **safe)


def _harmless(value: Any) -> Any:
    """What may stand in the page for a value; escaping follows."""
    if hasattr(value, "__html__") or not isinstance(value, str):
        return value
    visible = shown(value[: LONGEST + 1])
    return visible if len(visible) <= LONGEST else f"{visible[: LONGEST - 1]}…"


def _thousands(number: int) -> str:
    """An integer with thin spaces, which no reader takes for a comma or a point."""
    return do_mark_safe(f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"))


def _own(name: str) -> str:
    return (files("codegraft.demo") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a Content Security Policy names what may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
