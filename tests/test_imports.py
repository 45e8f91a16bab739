"""Which module may import which, what is declared, and that importing does nothing else."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.pipeline.declared import ROOT
from tests.pipeline.source import imports, modules, strings, tree

ARCHITECTURE = ROOT / "docs" / "architecture.md"


def layers():
    """The groups of docs/architecture.md, the highest first."""
    sentence = re.search(r"Imports point one way: `([^`]+)`", ARCHITECTURE.read_text(encoding="utf-8"))
    return [[name.strip() for name in group.split(",")] for group in sentence.group(1).split("->")]


def part(module):
    """``snapshot`` of ``codegraft.snapshot.fetch``; empty for the package itself."""
    return ".".join(module.split(".")[1:2])


def project_imports():
    """Pairs of modules (importer, imported)."""
    return [(name, target) for name in modules(ROOT) for target in imports(ROOT, name) if target in modules(ROOT)]


def wrong_way(pairs, groups):
    """Imports that do not lead from a group to one below it."""
    level = {name: index for index, group in enumerate(groups) for name in group}
    between = [(a, b) for a, b in pairs if part(a) != part(b) and {part(a), part(b)} <= set(level)]
    return [f"{a} imports {b}" for a, b in between if level[part(a)] >= level[part(b)]]


def test_every_module_has_its_place():
    assert {part(name) for name in modules(ROOT)} - {"", "__main__"} == {name for group in layers() for name in group}


def test_imports_point_one_way():
    assert wrong_way(project_imports(), layers()) == []


def test_an_import_upwards_or_sideways_is_named():
    groups = [["top"], ["left", "right"], ["low"]]
    pairs = [("c.top", "c.low"), ("c.low.x", "c.top"), ("c.left", "c.right.y"), ("c.low.a", "c.low.b"), ("c.top", "c")]
    assert wrong_way(pairs, groups) == ["c.low.x imports c.top", "c.left imports c.right.y"]


def test_no_module_imports_itself_in_a_circle():
    reached = {name: {b for a, b in project_imports() if a == name} for name in modules(ROOT)}
    for middle in reached:
        for name in reached:
            if middle in reached[name]:
                reached[name] |= reached[middle]
    # A package that gathers the names of its modules is no circle: they do not import it back.
    assert [name for name in reached if name in reached[name]] == []


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for extra in ("pykeen", "dask", "ray") for line in project["optional-dependencies"][extra]]
    lines = [*project["dependencies"], *extras]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def distributions_of(names):
    """Distributions that bring the top-level packages of dotted names."""
    owners = packages_distributions()
    tops = {name.split(".")[0] for name in names} - {"codegraft"}
    return {canonicalize_name(owners[top][0]) for top in tops if top in owners}


def test_every_third_party_import_is_declared():
    imported = {target for name in modules(ROOT) for target in imports(ROOT, name)}
    assert distributions_of(imported) - declared() == set()


def test_every_declared_dependency_is_used():
    """Imported, or found by its name as the PostgreSQL server is."""
    used = {target for name, file in modules(ROOT).items() for target in imports(ROOT, name) | strings(tree(file))}
    assert declared() - distributions_of(used) == set()


PROBE = """
import importlib, os, signal, sys, threading
from pathlib import Path

import sklearn, torch_geometric  # these set variables of their own

environment, handlers = dict(os.environ), [signal.getsignal(number) for number in signal.valid_signals()]
for name in sys.argv[1:]:
    importlib.import_module(name)
    assert not list(Path.cwd().iterdir()), f"{name} wrote files"
    assert threading.active_count() == 1, f"{name} started a thread"
    assert dict(os.environ) == environment, f"{name} changed the environment"
    assert [signal.getsignal(number) for number in signal.valid_signals()] == handlers, f"{name} handles signals"
"""


@pytest.mark.parametrize("reverse", [False, True], ids=["forwards", "backwards"])
def test_importing_any_module_does_nothing_else(tmp_path, reverse):
    names = sorted(set(modules(ROOT)) - {"codegraft.__main__"}, reverse=reverse)
    command = [sys.executable, "-I", "-c", PROBE, *names]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
