"""A repository to verify: the real metrics, series and parameters, small files for data and models, dvc.lock by DVC."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from codegraft.snapshot.bundle import save_bundle
from codegraft.snapshot.export import bundle_of
from codegraft.stages import verify as stage
from codegraft.verify.docs import write_documents
from codegraft.verify.places import ARTIFACTS, METRICS, SERIES
from tests.embedding.forests import TREES, forest
from tests.pipeline.declared import ROOT, stages
from tests.pipeline.lock import dvc

FILES = ("params.yaml", "pyproject.toml", "requirements.txt", "Makefile", ".dvcignore", ".dvc/config")


def make(root: Path) -> None:
    """Fill an empty directory; the working directory has to be ``root``."""
    for name in (*FILES, *METRICS):
        put(root / name, (ROOT / name).read_bytes())
    for name in {"/".join(Path(place).parts[:2]) for place in SERIES}:
        shutil.copytree(ROOT / name, root / name)
    for number, name in enumerate(ARTIFACTS):
        for file in [root / name] if Path(name).suffix else [root / name / "a.bin", root / name / "b/c.bin"]:
            put(file, bytes([number]) * 1000)
    put(root / "docs/templates/README.md.j2", b"{{ metrics.kg.triples }} triples\n")
    put(root / "docs/facts.yaml", b"{}\n")
    save_bundle(bundle_of(forest(), TREES), root / "data/bundle.safetensors")
    stage.main()
    write_documents(root)
    (root / "dvc.yaml").write_text(yaml.safe_dump({"stages": declared(root)}))
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    done = dvc(root, "commit", "--force")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def declared(root: Path) -> dict[str, dict[str, object]]:
    """The real stages with their outputs that are there, and nothing that they would run."""
    own = {}
    for one in stages(ROOT):
        kinds = {
            kind: [path for path in one.paths(kind) if (root / path).exists()] for kind in ("outs", "metrics", "plots")
        }
        uncached = {kind: [{path: {"cache": False}} for path in kinds[kind]] for kind in ("metrics", "plots")}
        own[one.name.replace("@", "-")] = {"cmd": "true", "outs": kinds["outs"], **uncached}
    return own


def put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def read(file: Path) -> Any:
    return json.loads(file.read_text())


def write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content))


def edit(file: Path, path: str, value: object) -> None:
    """Another value at a dotted path of a JSON file; ``...`` removes the key."""
    content = read(file)
    *parents, last = path.split(".")
    place = content
    for key in parents:
        place = place[key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    write(file, content)
