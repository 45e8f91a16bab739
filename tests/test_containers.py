"""The Dockerfile and the dev container: every step is one that people without containers take, too."""

import json
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from tests.pipeline.declared import ROOT

DEV = ROOT / ".devcontainer" / "devcontainer.json"
APT = re.compile(
    r"apt-get update && apt-get install --yes --no-install-recommends [a-z\d -]+ && rm -rf /var/lib/apt/lists/\*"
    r" && useradd --create-home --uid 1000 codegraft && install --directory [\w=/ -]+"
)


def instructions(text):
    """Pairs of a Dockerfile's instructions and what they are given, line breaks joined and comments left out."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    return [tuple(line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def dockerfile():
    return instructions((ROOT / "Dockerfile").read_text(encoding="utf-8"))


def given(dockerfile, name):
    return [given for instruction, given in dockerfile if instruction == name]


def targets():
    """Of the Makefile."""
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def strange(commands, known):
    """Commands that are neither a known target of the Makefile nor the line that prepares the system."""
    made = [re.fullmatch(r"make ([a-z-]+)", command) for command in commands]
    return [
        command
        for command, make in zip(commands, made, strict=True)
        if not (make and make[1] in known) and not APT.fullmatch(command)
    ]


def test_every_step_is_a_line_of_the_makefile_or_of_apt(dockerfile):
    [start] = given(dockerfile, "CMD")
    after = json.loads(DEV.read_text(encoding="utf-8"))["postCreateCommand"]
    commands = [*given(dockerfile, "RUN"), " ".join(json.loads(start)), after]
    assert "make setup" in commands
    assert strange(commands, targets()) == []


@pytest.mark.parametrize("command", ["make nothing", "make setup && rm -rf /", "pip install x", "apt-get update"])
def test_another_step_is_named(command):
    assert strange([command], targets()) == [command]


def test_python_is_the_one_that_the_project_asks_for_in_one_version(dockerfile):
    [image] = given(dockerfile, "FROM")
    assert re.fullmatch(r"python:3\.11\.\d+-slim-[a-z]+", image)


def test_commands_run_as_an_ordinary_user(dockerfile):
    names = [name for name, _ in dockerfile]
    assert given(dockerfile, "USER") == ["1000:1000"]
    assert names.index("USER") < names.index("COPY") < names.index("CMD")
    assert all(files.startswith("--chown=1000:1000 ") for files in given(dockerfile, "COPY"))


def test_setup_sees_all_that_the_makefile_and_the_package_need_before_the_rest_is_copied(dockerfile):
    before = " ".join(given(dockerfile, "COPY")[:-1]).split()
    assert {"Makefile", "requirements.txt", "pyproject.toml", "README.md", "LICENSE", "src"} <= set(before)


def test_the_dev_container_is_the_same_container():
    dev = json.loads(DEV.read_text(encoding="utf-8"))
    assert (DEV.parent / dev["build"]["dockerfile"]).resolve() == ROOT / "Dockerfile"
    assert (DEV.parent / dev["build"]["context"]).resolve() == ROOT
    assert f"useradd --create-home --uid 1000 {dev['remoteUser']}" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_docs_name_the_options_that_the_dev_container_has():
    text = (ROOT / "docs" / "containers.md").read_text(encoding="utf-8")
    dev = json.loads(DEV.read_text(encoding="utf-8"))
    for option in (*(f"--security-opt {value}" for value in dev["securityOpt"]), *dev["runArgs"]):
        assert option in text


def left_out(path, patterns):
    """Whether a .dockerignore leaves a file out: the last pattern that fits it, or a folder around it, decides."""
    around = [path, *(parent.as_posix() for parent in Path(path).parents)]
    out = False
    for pattern in patterns:
        plain = pattern.removeprefix("!")
        forms = [plain, plain.removeprefix("**/")]
        if any(fnmatch(name, form) for name in around for form in forms):
            out = not pattern.startswith("!")
    return out


@pytest.fixture(scope="module")
def patterns():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_image_has_what_git_has(patterns):
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [path for path in tracked.splitlines() if left_out(path, patterns)] == []
    assert not left_out(".git/HEAD", patterns)


def test_the_image_has_no_output_of_a_stage(patterns):
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"].values()
    outs = [out for stage in stages for out in stage.get("outs", []) if isinstance(out, str)]
    assert outs
    assert [out for out in outs if not left_out(out, patterns)] == []
    assert all(left_out(path, patterns) for path in (".venv/bin/python", ".codegraft/x", "src/a/__pycache__/b.pyc"))
