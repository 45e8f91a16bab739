import ast

import pytest

from tests.pipeline.declared import ROOT
from tests.pipeline.source import modules
from tests.pipeline.writes import EXEMPT, faults, unsafe_calls


def unsafe(code):
    return [ast.unparse(call) for call in unsafe_calls(ast.parse(code), {"write_rows": 1})]


def test_nothing_writes_past_atomic_files():
    assert faults(ROOT) == []


def test_every_exemption_is_still_there():
    assert set(EXEMPT) <= set(modules(ROOT))


@pytest.mark.parametrize(
    "call",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, mode)",
        "path.open('x')",
        "path.open(mode='r+')",
        "gzip.open(path, 'wb')",
        "path.write_text(text)",
        "Path('out').write_bytes(data)",
        "numpy.save(path, array)",
        "np.savez_compressed(path, a=array)",
        "torch.save(state, path)",
        "save_file(tensors, path)",
        "safetensors.torch.save_file(tensors, path)",
        "pq.write_table(table, path)",
        "pq.ParquetWriter(path, schema)",
        "figure.savefig(path)",
        "frame.to_csv(path)",
        "joblib.dump(model, path)",
        "shutil.copyfile(a, path)",
        "os.replace(a, path)",
        "path.with_suffix('.tmp').replace(path)",
        "write_rows(table, path)",
    ],
)
def test_a_write_to_a_final_path_is_refused(call):
    assert unsafe(call) == [call]
    assert unsafe(f"def inner():\n    if x:\n        return [{call}]") == [call]
    # Being inside the block is not enough: the write must go to what the block gives.
    assert unsafe(f"with atomic_write(final) as partial:\n    {call}") == [call]


@pytest.mark.parametrize(
    "code",
    [
        "open(path)",
        "open(path, 'rb')",
        "path.open(encoding='utf-8')",
        "gzip.open(path, 'rt')",
        "text.replace('a', 'b')",
        "dataclasses.replace(row, name=name)",
        "safetensors.torch.save(tensors)",
        "with atomic_write(final) as partial:\n    partial.write_text(text)",
        "with files.atomic_write(final) as partial, partial.open('w') as out:\n    json.dump(value, out)",
        "with atomic_directory(final) as folder:\n    pq.write_table(table, folder / 'rows.parquet')",
        "with atomic_directory(final) as folder:\n    file = folder / 'rows'\n    np.save(file, array)",
        "def write(temporary):\n    temporary.write_text(text)",
        "buffer = io.BytesIO()\ncsv.write_csv(table, buffer)",
        "with atomic_write(final) as partial:\n    write_rows(table, partial)",
    ],
)
def test_reading_and_writing_through_atomic_files_pass(code):
    assert unsafe(code) == []


@pytest.mark.parametrize(
    ("imported", "call"),
    [
        ("from shutil import copy", "copy(a, b)"),
        ("from shutil import copy as duplicate", "duplicate(a, b)"),
        ("from torch import save", "save(x, 'data/x.pt')"),
        ("import numpy as np", "np.save(path, array)"),
        ("from safetensors.torch import save_file as keep", "keep(tensors, path)"),
        ("import os as system", "system.replace(a, b)"),
    ],
)
def test_a_write_under_an_imported_name_is_refused(imported, call):
    assert unsafe(f"{imported}\n{call}") == [call]


@pytest.mark.parametrize(
    "call",
    [
        "Path('data/b').write_text(str(temporary))",
        "open('data/b', str(temporary))",
        "save_file(read(temporary), 'data/b')",
        "shutil.copy(temporary, 'data/b')",
        "os.replace(temporary, 'data/b')",
        "temporary.replace('data/b')",
        "write_rows(temporary, 'data/b')",
        "pq.write_table(temporary, where='data/b')",
    ],
)
def test_a_safe_name_elsewhere_than_in_the_path_does_not_help(call):
    assert unsafe(f"with atomic_write('data/a') as temporary:\n    {call}") == [call]


def test_the_promise_of_a_parameter_ends_with_its_function():
    assert unsafe("def write(temporary):\n    pass\ntemporary.write_text(text)") == ["temporary.write_text(text)"]


def test_a_safe_name_that_a_parameter_shadows_is_not_safe():
    code = "with atomic_write(final) as out:\n    def write(out):\n        out.write_text(text)"
    assert unsafe(code) == ["out.write_text(text)"]


def test_a_planted_write_is_named_with_its_line(copy):
    with (copy / "src/codegraft/progress.py").open("a") as out:
        out.write("\n\nPath('metrics.json').write_text('{}')\n")
    line = len((copy / "src/codegraft/progress.py").read_text().splitlines())
    assert f"codegraft.progress:{line}: Path('metrics.json').write_text() does not write through" in "".join(
        faults(copy)
    )
