import pytest

from tests.pipeline.declared import ROOT
from tests.pipeline.paths import faults

STAGE = "src/codegraft/stages/sources.py"


def test_stages_read_and_write_what_they_declare():
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    "line",
    [
        "Path('data/planted.csv')",
        "from codegraft.planted import PLANTED_FILE",
        "from codegraft.gathered import PLANTED_FILE",
    ],
)
def test_a_file_that_is_not_declared_is_named(copy, line):
    (copy / "src/codegraft/planted.py").write_text("PLANTED_FILE: Final = Path('data/planted.csv')\n")
    (copy / "src/codegraft/gathered.py").write_text("from .planted import PLANTED_FILE\n")
    with (copy / STAGE).open("a") as out:
        out.write(f"\n{line}\n")
    assert "sources: names data/planted.csv, which is no dep or output of it" in faults(copy)


def test_a_file_that_a_default_argument_names_counts_for_whoever_imports_the_function(copy):
    with (copy / "src/codegraft/stages/export.py").open("a") as out:
        out.write("\nfrom codegraft.sources import read_sources\nread_sources()\n")
    assert "export: names data/sources.parquet, which is no dep or output of it" in faults(copy)


def test_data_that_a_library_module_names_is_refused(copy):
    with (copy / "src/codegraft/progress.py").open("a") as out:
        out.write("\ndef leave():\n    write_json('metrics/secret.json', {})\n")
    found = faults(copy)
    assert "codegraft.progress: names metrics/secret.json; let a stage hand it over, or make it a constant" in found


@pytest.mark.parametrize("path", ["README.md", "docs/architecture.md", "src/codegraft/cli.py"])
def test_a_file_of_the_repository_that_a_stage_reads_is_a_dep(copy, path):
    with (copy / STAGE).open("a") as out:
        out.write(f"\nPath('{path}').read_text()\n")
    assert f"sources: names {path}, which is no dep of it" in faults(copy)


def test_a_file_below_a_declared_directory_is_declared(copy, edit_stages):
    edit_stages(lambda stages: stages["sources"]["outs"].append("data/planted/"))
    with (copy / STAGE).open("a") as out:
        out.write("\nPath('data/planted/rows.csv')\n")
    assert not any("planted" in fault for fault in faults(copy))


def test_an_output_that_no_stage_writes_is_named(copy, edit_stages):
    edit_stages(lambda stages: stages["sources"]["outs"].append("data/planted.csv"))
    assert "sources: data/planted.csv is declared, but its module does not name it" in faults(copy)


def test_data_that_a_stage_never_reads_is_named(copy, edit_stages):
    edit_stages(lambda stages: stages["export"]["deps"].append("data/sources.parquet"))
    assert "export: data/sources.parquet is declared, but its module does not name it" in faults(copy)


def test_what_items_of_a_matrix_write_is_declared_item_by_item(copy, edit_stages):
    edit_stages(lambda stages: stages["ablate_graphmer"].update(outs=["data/ablation/${item.variant}.parquet"]))
    found = faults(copy)
    assert "ablate_graphmer@whole: names models/ablation, which is no dep or output of it" in found
    assert not any("data/ablation" in fault for fault in found)


def test_what_items_of_a_matrix_wrote_is_named_by_its_directory(copy, edit_stages):
    edit_stages(lambda stages: stages["sources"]["deps"].append("data/ablation/whole.parquet"))
    assert faults(copy) == ["sources: data/ablation is declared, but its module does not name it"]
