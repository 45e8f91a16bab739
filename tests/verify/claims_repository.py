"""A small repository with metrics, templates and the documents that they render to."""

import json
import subprocess
from pathlib import Path

from codegraft.verify.docs import write_documents

METRICS = {
    "links": {
        "mrr": 0.63767,
        "intervals": {"mrr": {"low": 0.604754, "high": 0.672321}},
        "questions": 1000,
        "verdict": "refuted",
        "gates": {"mrr": {"passed": True}, "call_graph": {"passed": False}},
        "baselines": {"bm25": {"mrr": 0.2}, "by_name": {"mrr": 0.25}, "none_yet": {}},
        "seeds": [{"mrr": 0.6}, {"mrr": 0.7}],
    }
}
README = """\
# Links
{% set links = metrics.links %}

The linker reaches {{ links | interval("mrr") }} over {{ links.questions }} questions with 95 % intervals:
{{ links.gates | count("passed") | word }} of {{ links.gates | count }} gates hold; claim: **{{ links.verdict }}**.

| gate | holds |
|---|---|
{% for name, gate in links.gates | each %}
| {{ name | spaced }} | {{ gate.passed | either("yes", "no") }} |
{% endfor %}
{% set name, rival = links.baselines | best("mrr") %}

{{ name }} has {{ rival.mrr | f2 }}, {{ (links.mrr / rival.mrr) | f1 }}x less.
Export takes {{ benchmarks.export.seconds | f2 }} s.
See [more](docs/more.md), `call 12`.

## The tree

```
README.md      # this page
dvc.yaml       # the stages
benchmarks/
  export.py    # seconds
  results/     # by date
docs/, metrics/
```
"""
SEEDS = "Seeds:{% for seed in metrics.links.seeds %} {{ seed.mrr | f1 }}{% endfor %}\n"
DVC = "stages:\n  evaluate:\n    metrics:\n      - metrics/links.json:\n          cache: false\n"


def write_repository(root: Path, readme: str = README, metrics: dict = METRICS, **texts: str) -> Path:
    """All files, without git; ``texts`` are further templates by their name under docs/."""
    put(root / "dvc.yaml", DVC)
    for name, values in metrics.items():
        put(root / f"metrics/{name}.json", json.dumps(values))
    put(root / "benchmarks/export.py", "")
    put(root / "benchmarks/results/2026-11-20_export.json", json.dumps({"seconds": 9.0}))
    put(root / "benchmarks/results/2026-11-21_export.json", json.dumps({"seconds": 1.247}))
    put(root / "docs/facts.yaml", '"95 %": level of the intervals\n' if "95 %" in readme else "{}\n")
    put(root / "docs/templates/README.md.j2", readme)
    for name, text in texts.items():
        put(root / f"docs/templates/{name}.md.j2", text)
    return root


def make_repository(root: Path) -> Path:
    """Files, documents, and a commit of all of it."""
    write_repository(root, more=SEEDS)
    put(root / "docs/more.md", "")
    write_documents(root)
    git(root, "init", "-q")
    git(root, "add", "-A")
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qam", "All of it")


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edit(path: Path, old: str, new: str) -> None:
    """Replace what stands there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
