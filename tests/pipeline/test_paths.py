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
