import pytest

from tests.pipeline.declared import ROOT
from tests.pipeline.deps import faults

PLANTED = "src/codegraft/planted.py"
EVERYWHERE = "src/codegraft/errors.py"


def test_deps_of_every_stage_are_what_it_imports():
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    "statement",
    [
        "import codegraft.planted",
        "from codegraft import planted",
        "from codegraft.planted import anything",
        "from . import planted",
        "from .planted import anything as other",
        "def later():\n    from codegraft import planted",
        "if TYPE_CHECKING:\n    import codegraft.planted",
        "import_module('codegraft.planted')",
        "[sys.executable, '-m', 'codegraft.planted']",
    ],
)
def test_an_import_in_any_form_must_be_in_the_deps(copy, statement):
    (copy / PLANTED).touch()
    append(copy / EVERYWHERE, statement)
    for stage in ("sources", "embed_nodes"):
        assert f"{stage}: uses {PLANTED}, which is not in its deps" in faults(copy)


def test_a_package_is_needed_with_each_of_its_modules(copy):
    package = copy / "src/codegraft/deep"
    (package / "deeper").mkdir(parents=True)
    for name in ("__init__.py", "deeper/__init__.py", "deeper/leaf.py", "deeper/bystander.py"):
        (package / name).touch()
    append(package / "deeper/__init__.py", "from .. import cousin")
    (package / "cousin.py").touch()
    append(copy / EVERYWHERE, "import codegraft.deep.deeper.leaf")
    used = [fault for fault in faults(copy) if fault.startswith("sources: uses src/codegraft/deep/")]
    assert [fault.split("deep/", 1)[1].split(",")[0] for fault in used] == [
        "__init__.py",
        "cousin.py",
        "deeper/__init__.py",
        "deeper/leaf.py",
    ]


def test_a_data_file_must_be_in_the_deps_of_those_who_name_it(copy):
    (copy / "src/codegraft/planted.sql").touch()
    assert "src/codegraft/planted.sql: no module of its package names its suffix" in faults(copy)


def test_a_data_file_that_is_read_must_be_in_the_deps(copy):
    (copy / "src/codegraft/planted.toml").touch()
    append(copy / EVERYWHERE, "files('codegraft').joinpath('planted.toml')")
    assert "sources: uses src/codegraft/planted.toml, which is not in its deps" in faults(copy)


@pytest.mark.parametrize(
    "hidden",
    [
        "import_module(name)",
        "__import__(f'codegraft.{name}')",
        "import_module('.planted')",
        "from importlib import import_module as load; load(name)",
        "load = importlib.import_module; load(name)",
        "runpy.run_module('.'.join(parts))",
        "runpy.run_path(file)",
    ],
)
def test_an_import_that_cannot_be_followed_is_refused(copy, hidden):
    append(copy / EVERYWHERE, hidden)
    assert any("hides an import" in fault for fault in faults(copy))


def test_a_dep_that_is_missing_useless_absent_or_twice_there_is_named(copy, edit_stages):
    def change(stages):
        deps = stages["export"]["deps"]
        deps.remove(EVERYWHERE)
        deps.remove("requirements.txt")
        deps += ["src/codegraft/cli.py", "src/codegraft/nowhere.py", "data/nowhere.csv", deps[0]]

    edit_stages(change)
    found = faults(copy)
    assert f"export: uses {EVERYWHERE}, which is not in its deps" in found
    assert "export: requirements.txt is not in its deps, though versions of packages make its result" in found
    assert "export: depends on src/codegraft/cli.py, which it does not use" in found
    assert "export: dep src/codegraft/nowhere.py does not exist" in found
    assert "export: dep data/nowhere.csv does not exist" in found
    assert any("stands twice" in fault for fault in found)


def test_a_stage_without_a_module_is_named(copy):
    (copy / "src/codegraft/stages/export.py").unlink()
    assert "export: module codegraft.stages.export does not exist" in faults(copy)


def append(file, line):
    with file.open("a") as out:
        out.write(f"\n{line}\n")
