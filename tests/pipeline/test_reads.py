import ast
import inspect
import re

import dvc.stage.cache
import pytest
from dvc.utils import dict_sha256
from dvc_data.hashfile.meta import Meta

from tests.pipeline.declared import ROOT
from tests.pipeline.reads import faults, hidden_keys, keys_read


def test_params_of_every_stage_are_what_it_reads():
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("use(load_params().export)", ["export"]),
        ("use(params.load_params().seed)", ["seed"]),
        ("p = load_params()\nuse(p.seed, p.export.hops)", ["export.hops", "seed"]),
        ("p: Params = load_params()\nuse(p.threads)", ["threads"]),
        ("use((p := load_params()).seed, p.threads)", ["seed", "threads"]),
        (
            "p = load_params()\nsection = p.export\nuse(section.kinds)\nuse(section.hops)",
            ["export.hops", "export.kinds"],
        ),
        ("section = load_params().export\nuse(section.kinds, section)", ["export"]),
        ("use(load_params().export.model_dump())", ["export"]),
        ("for directory in load_params().sources.directories: use(directory)", ["sources.directories"]),
        ("p = load_params()\nif p.seed: use(lambda: f'{p.embed_nodes.lr}')", ["embed_nodes.lr", "seed"]),
        ("use(load_params())", ["*"]),
        ("p = load_params()\nuse(p)", ["*"]),
        ("p = load_params()", []),
        ("use(other.export)", []),
        ("p = load_params().export\nuse(p.hops)\ndef inner(p):\n    use(p.kinds)", ["export.hops"]),
        ("p = load_params().snapshot\nuse(p.database, p.repositories)", ["snapshot"]),
    ],
)
def test_keys_are_found_however_they_are_reached(code, keys):
    assert keys_read([ast.parse(code)]) == keys


def test_a_key_that_is_read_must_be_tracked(copy):
    append(copy / "src/codegraft/stages/snapshot.py", "load_params().export.hops")
    assert "snapshot: reads export.hops, which its params do not name" in faults(copy)


def test_all_parameters_passed_on_is_a_fault(copy):
    append(copy / "src/codegraft/stages/snapshot.py", "run(load_params())")
    assert "snapshot: reads *, which its params do not name" in faults(copy)


def test_a_key_that_is_tracked_must_be_read_and_known(copy, edit_stages):
    edit_stages(lambda stages: stages["snapshot"]["params"].extend(["export.hops", "export.hopps"]))
    found = faults(copy)
    assert "snapshot: tracks export.hops, which it does not read" in found
    assert "snapshot: tracks export.hopps, which params.yaml lacks" in found


def test_what_imports_read_must_be_tracked_too(copy):
    append(copy / "src/codegraft/errors.py", "load_params().embed_nodes.lr")
    assert "sources: reads embed_nodes.lr, which its params do not name" in faults(copy)


def test_no_other_module_names_the_file(copy):
    append(copy / "src/codegraft/progress.py", "Path('params.yaml').read_text()")
    assert "codegraft.progress: names params.yaml; use load_params" in faults(copy)


@pytest.mark.parametrize(
    "code",
    [
        "from codegraft.params import load_params as lp; lp().embed_nodes.lr",
        "lp = load_params; lp().embed_nodes.lr",
        "list(map(codegraft.params.load_params, files))",
        "from codegraft.params import PARAMS_FILE; PARAMS_FILE.read_text()",
        "from codegraft.params import PARAMS_FILE as F; F.read_text()",
        "open(codegraft.params.PARAMS_FILE)",
    ],
)
def test_a_way_round_the_reader_is_named(copy, code):
    append(copy / "src/codegraft/progress.py", code)
    assert any(
        re.fullmatch(r"codegraft\.progress:[0-9]+: (another name|uses PARAMS_FILE).*", it) for it in faults(copy)
    )


def append(file, line):
    with file.open("a") as out:
        out.write(f"\n{line}\n")


def test_keys_that_the_run_cache_overlooks_are_tracked_by_name(copy, edit_stages):
    edit_stages(lambda stages: stages["train_graphmer"]["params"].remove("graphmer.size"))
    assert "train_graphmer: reads graphmer.size, which its params do not name" in faults(copy)


def test_overlooked_keys_are_found_at_any_depth():
    values = {"a": {"size": 1, "b": {"nfiles": 2, "sizes": 3}}, "size": 4}
    assert sorted(hidden_keys(values, "a")) == ["a.b.nfiles", "a.size"]
    assert list(hidden_keys(values, "a.size")) == []


def test_the_run_cache_does_overlook_them():
    """Why there is such a rule; when this fails, DVC has changed and the rule can go."""

    def digest(size):
        return dict_sha256({"params": {"graphmer": {"size": size}}}, exclude=[Meta.PARAM_SIZE, Meta.PARAM_NFILES])

    assert digest("small") == digest("base")
    assert "PARAM_SIZE" in inspect.getsource(dvc.stage.cache._get_cache_hash)
