"""Every version is pinned, and the pins are what runs here."""

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from codegraft.params import load_params
from tests.pipeline.declared import ROOT

LINES = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line and not line.startswith("#")]
PINS = {canonicalize_name(name): pin for name, pin in (re.split("==|\\s", line)[:2] for line in LINES)}


def direct():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])]


def test_every_line_is_one_exact_version_without_a_local_build():
    assert [line for line in LINES if not re.fullmatch(r"[\w.-]+==[\w.]+(\s+# .+)?", line)] == []
    assert len(PINS) == len(LINES)


@pytest.mark.parametrize("requirement", direct(), ids=lambda requirement: requirement.name)
def test_a_direct_dependency_is_pinned_within_its_range_and_has_its_reason(requirement):
    pin = PINS[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pin)
    line = next(line for line in LINES if canonicalize_name(line.split("==")[0]) == canonicalize_name(requirement.name))
    assert " # " in line


def test_the_environment_holds_the_pinned_versions():
    # A CPU build calls itself 2.13.0+cpu.
    assert {name: version(name).split("+")[0] for name in PINS} == PINS


def test_packages_that_are_sources_are_pinned():
    """Their code is data: another version would be another snapshot."""
    assert {canonicalize_name(name) for name in load_params(ROOT / "params.yaml").sources.packages} <= set(PINS)
