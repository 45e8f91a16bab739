"""The data set as a whole: what is written is read, repeats byte for byte, and gives nothing away."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch

from codegraft.errors import ProgramError
from codegraft.parallel.workers import Workers
from codegraft.params import Programs, load_params
from codegraft.programs.dataset import (
    GRAPHS,
    IMPORTS,
    PROGRAMS,
    SCHEMA,
    Featurized,
    featurize,
    read_dataset,
    write_features,
)
from codegraft.programs.feature_figures import figures
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import FEATURE_NAMES, schema_hash
from codegraft.programs.graph import FEATURES, UNIT_KINDS
from codegraft.programs.history import FileHistory
from codegraft.programs.imports import without_imports
from codegraft.programs.labels import Label, labels_table
from codegraft.sources import SCHEMA as SOURCES_SCHEMA

RIGHT = """import {module}
import re as r

def total(numbers):
    return {module}.fsum(numbers) + {number}

print(total([1]))
"""
WRONG = RIGHT.replace("+", "-")

FILE = '''"""A module."""
import os
import json as j
from {repository}.other import thing


def read_{repository}{number}(path, mode):
    if os.path.exists(path) and mode > {number}:
        return j.loads(path)
    return thing(path, mode) - {number}


class Reader{number}:
    def rest_{repository}(self, first, last):
        import heapq
        if first < last:
            return heapq.nsmallest(first, [last + {number}])
        return None
'''

JAVA = """package sample;

import java.util.List;

class Sample {
    int size(List<String> names) {
        int total = names.size();
        total += 1;
        return total;
    }
}
"""


def labels() -> pa.Table:
    rows = []
    for number in range(12):
        split = ("train", "train", "validation", "test")[number % 4]
        for origin, text in (("correct", RIGHT), ("incorrect", WRONG), ("mutant", WRONG)):
            code = text.format(module="math" if number % 2 else "statistics", number=number)
            code += "# a mutant\n" * (origin == "mutant")
            passed = 4 if origin == "correct" else 1
            verdict = "passed" if passed == 4 else "wrong_answer"
            kind = "" if origin == "correct" else "wrong_operator"
            program = hashlib.sha256(code.encode()).hexdigest()[:16]
            rows.append(
                Label(program, f"p{number}", split, origin, kind, "", "", code, 4, 4, passed, verdict, "", flaky=False)
            )
    return labels_table(rows)


def sources() -> pa.Table:
    rows = []
    for repository in ("alpha", "beta", "gamma", "delta"):
        for number in range(5):
            text = FILE.format(repository=repository, number=number)
            rows.append((repository, "1", "MIT", "python", f"{repository}/m{number}.py", "", text))
    rows.append(("javas", "1", "MIT", "java", "Sample.java", "", JAVA))
    return pa.table(list(map(list, zip(*rows, strict=True))), schema=SOURCES_SCHEMA)


@pytest.fixture(scope="module")
def params() -> Programs:
    return load_params().programs.model_copy(update={"functions": 30, "imports": 3})


@pytest.fixture(scope="module")
def made(params: Programs) -> Featurized:
    return featurize(labels(), sources(), {}, params, seed=0, workers=Workers())


@pytest.fixture(scope="module")
def directory(made: Featurized, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("features") / "features"
    write_features(place, made[0])
    return place


def test_every_labelled_program_has_a_row_and_its_graph(made: Featurized) -> None:
    programs, rows = made[0].programs, made[0].programs.rows.to_pylist()
    extractor = FeatureExtractor()
    expected = {row["program"]: row for row in labels().to_pylist()}
    of_labels = [number for number, row in enumerate(rows) if not row["origin"].startswith("function")]
    assert [rows[number]["program"] for number in of_labels] == labels()["program"].to_pylist()
    for number in of_labels:
        graph = extractor.graph(expected[rows[number]["program"]]["code"])
        packed = programs.graphs[number]
        np.testing.assert_array_equal(packed.x.numpy(), graph.x)
        np.testing.assert_array_equal(packed.edge_index.numpy(), graph.edge_index)
        assert packed.kind.tolist() == graph.kind.tolist()
        assert rows[number]["confidence"] == expected[rows[number]["program"]]["passed"] / 4


def test_functions_of_the_sources_come_with_the_imports_that_they_use(made: Featurized) -> None:
    rows = [row for row in made[0].imports.rows.to_pylist() if row["origin"] == "function"]
    assert len(rows) == 30
    assert {tuple(row["imports"]) for row in rows if row["language"] == "python"} == {("json", "os"), ("heapq",)}
    assert {tuple(row["imports"]) for row in rows if row["language"] == "java"} == {("java.util",)}
    assert not any(row["has_confidence"] for row in rows)


def test_no_repository_and_no_problem_is_in_two_splits(made: Featurized) -> None:
    for taught in (made[0].programs, made[0].imports):
        splits: dict[str, set[str]] = {}
        for row in taught.rows.to_pylist():
            splits.setdefault(row["problem"], set()).add(row["split"])
        assert all(len(found) == 1 for found in splits.values())


def test_half_of_the_functions_whose_mistakes_are_known_have_one(made: Featurized) -> None:
    origins = [row["origin"] for row in made[0].programs.rows.to_pylist() if row["origin"].startswith("function")]
    assert abs(origins.count("function") - origins.count("function_mutant")) <= 1
    assert len(origins) > 10


def test_the_graphs_of_the_import_head_hold_no_import(made: Featurized) -> None:
    graphs = made[0].imports.graphs
    assert len(graphs) > 30
    assert UNIT_KINDS.index("import") not in graphs.kind


def test_what_a_program_imports_is_in_its_features_only_where_its_code_says_so() -> None:
    body = "def f(x):\n    return x + 1\n\nprint(f(2))\n"
    texts = [
        f"import {name}\nfrom {name} import a as b  # {name}\n{body.replace('return', f'import {name}; return')}"
        for name in ("numpy", "a_longer_name_of_a_module")
    ]
    one, two, bare = (FeatureExtractor().graph(without_imports(text, "python")).x for text in [*texts, body])
    np.testing.assert_array_equal(one, two)
    np.testing.assert_array_equal(one, bare)


def test_the_vocabulary_is_that_of_the_training_split_alone(made: Featurized) -> None:
    dataset = made.dataset
    rows = [row for row in dataset.imports.rows.to_pylist() if row["split"] == "train"]
    for name, count in dataset.vocabularies.imports.items():
        assert count == sum(name in row["imports"] for row in rows)
    assert len(dataset.vocabularies.imports) == 3
    assert dataset.vocabularies.bugs["wrong_operator"] >= 12


def test_what_is_written_is_read(made: Featurized, directory: Path) -> None:
    read = read_dataset(directory)
    assert read.programs.rows == made[0].programs.rows
    assert read.vocabularies == made[0].vocabularies
    chosen = range(len(made[0].imports.graphs))
    for ours, theirs in zip(made[0].imports.graphs.batch(chosen), read.imports.graphs.batch(chosen), strict=True):
        assert torch.equal(ours, theirs)


def test_the_schema_names_and_explains_every_column(directory: Path) -> None:
    schema = json.loads((directory / SCHEMA).read_text())
    assert schema["sha256"] == schema_hash()
    assert [entry["name"] for entry in schema["features"]] == list(FEATURE_NAMES)
    assert all(entry["doc"] for entry in schema["features"])


SCRIPT = """
import sys
from tests.programs.test_dataset import labels, sources
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.dataset import featurize, write_features
params = load_params().programs.model_copy(update={"functions": 30, "imports": 3})
write_features(sys.argv[1], featurize(labels(), sources(), {}, params, seed=0, workers=Workers(int(sys.argv[2])))[0])
"""


def test_another_process_with_another_hash_seed_and_more_jobs_writes_the_same_bytes(
    directory: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "again"), "2"]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "7"}, check=True)
    written = {path.name: path.read_bytes() for path in directory.iterdir()}
    again = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert {name for name in written if written[name] != again.get(name)} == set()
    assert written.keys() == again.keys()


@pytest.mark.parametrize(
    ("name", "message"), [(PROGRAMS, "no such file"), (IMPORTS, "no such file"), (GRAPHS, "no such file")]
)
def test_a_missing_file_is_named(made: Featurized, tmp_path: Path, name: str, message: str) -> None:
    write_features(tmp_path / "features", made[0])
    (tmp_path / "features" / name).unlink()
    with pytest.raises(ProgramError, match=f"{name}: {message}"):
        read_dataset(tmp_path / "features")


def test_rows_that_are_not_those_of_the_graphs_are_refused(made: Featurized, tmp_path: Path) -> None:
    write_features(tmp_path / "features", made[0])
    pq.write_table(made[0].programs.rows.slice(1), tmp_path / "features" / GRAPHS)
    with pytest.raises(ProgramError, match=r"graphs\.parquet: expected \d+ rows"):
        read_dataset(tmp_path / "features")


def test_a_history_of_a_repository_that_is_not_there_is_refused(params: Programs) -> None:
    history = FileHistory(*[1] * len(FileHistory.__dataclass_fields__))
    with pytest.raises(ProgramError, match=r"programs\.history: nobodys is not in the sources"):
        featurize(labels(), sources(), {("nobodys", "a.py"): history}, params, seed=0, workers=Workers())


def test_a_history_changes_the_features_of_its_file(params: Programs) -> None:
    history = FileHistory(*[1] * len(FileHistory.__dataclass_fields__))
    one_file = sources().slice(0, 1)
    survey = featurize(labels(), one_file, {("alpha", "alpha/m0.py"): history}, params, seed=0, workers=Workers())[1]
    known = FEATURE_NAMES.index("temporal.history_known")
    assert survey.maximum[known] == 1
    assert featurize(labels(), one_file, {}, params, seed=0, workers=Workers())[1].maximum[known] == 0


def test_the_figures_are_counted_over_what_was_written(made: Featurized) -> None:
    dataset, _, straddling = made
    found = figures(made, labels())
    assert found["straddling_near_duplicates"] == straddling
    assert found["function_mutants"] == {"operators_left_out": [], "estimated_equivalent_share": 0.0}
    assert found["files"] == 21
    assert found["columns"] == FEATURES
    assert found["live_columns"] == sum(found["live_by_section"].values())
    assert found["live_columns"] + found["constant_columns"] >= FEATURES
    assert len(found["constant_names"]) == found["constant_columns"]
    assert found["programs"]["graphs"] == len(dataset.programs.graphs)
    assert found["programs"]["edges"]["total"] == len(dataset.programs.graphs.edge_type)
    assert found["confidence"]["passed_share"] == {
        split: pytest.approx(1 / 3) for split in ("train", "validation", "test")
    }
    assert found["confidence"]["baselines"]["majority"]["test"] == pytest.approx(2 / 3)
    assert 0 <= found["imports"]["unknown_share"] < 1
    json.dumps(found, allow_nan=False)
