"""Rule 6: our YAML reader (PyYAML, YAML 1.1) and DVC's (ruamel, YAML 1.2) see the same values.

They part on ``1e-4`` (text | number), ``yes`` and ``on`` (true | text), ``010`` (8 | 10), ``1:30`` (90 | text); both
make a date of ``2024-01-01``, which DVC then refuses to track.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML

FILES = ("params.yaml", "dvc.yaml")
PLAIN = (dict, list, str, int, float, bool, type(None))


def faults(root: Path) -> list[str]:
    """Values on which the two readers disagree, or that are no JSON type."""
    return [f"{name}: {fault}" for name in FILES for fault in disagreements((root / name).read_text(encoding="utf-8"))]


def disagreements(text: str) -> list[str]:
    return list(differences("", yaml.safe_load(text), YAML(typ="safe").load(text)))


def differences(key: str, ours: Any, theirs: Any) -> Iterator[str]:
    """Walk both readings in step."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and list(ours) == list(theirs):
        for name in ours:
            yield from differences(f"{key}.{name}".lstrip("."), ours[name], theirs[name])
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, pair in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(f"{key}[{index}]", *pair)
    elif type(ours) is not type(theirs) or ours != theirs:
        yield f"{key or 'keys'} is {ours!r} to PyYAML and {theirs!r} to DVC"
    elif not isinstance(ours, PLAIN):
        yield f"{key} is a {type(ours).__name__}, which DVC does not track; quote it"
