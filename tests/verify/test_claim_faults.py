"""Each fault that benchmarks.claim_faults plants in a clone of this repository is named, and the clone itself holds."""

import shutil

import pytest

from benchmarks.claim_faults import FAULTS, ROOT, clone
from codegraft.verify.claims import check_claims


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A clone with the documents, templates and metrics of the working tree."""
    root = clone(tmp_path_factory.mktemp("clone") / "clone")
    for folder in ("docs", "metrics", "benchmarks", "src/codegraft"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("README.md", "params.yaml", "dvc.yaml"):
        shutil.copy2(ROOT / file, root / file)
    return root


def test_the_clone_holds(sound):
    assert check_claims(sound).faults == ()


@pytest.mark.slow
@pytest.mark.parametrize("plant", [plant for _, plant in FAULTS], ids=[name for name, _ in FAULTS])
def test_a_planted_fault_is_named(sound, tmp_path, plant):
    root = tmp_path / "clone"
    shutil.copytree(sound, root, symlinks=True)
    plant(root)
    assert check_claims(root).faults
