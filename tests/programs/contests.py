"""Small sets in CodeContests' own schema, written as Parquet with the types that its files declare."""

import random
from pathlib import Path

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
from datasets import ClassLabel, Features, Value

from codegraft.params import load_params

ROOT = Path(__file__).parents[2]
LANGUAGES = ["UNKNOWN_LANGUAGE", "PYTHON", "CPP", "PYTHON3", "JAVA"]
SOURCES = ["UNKNOWN_SOURCE", "CODECHEF", "CODEFORCES", "HACKEREARTH", "CODEJAM", "ATCODER", "AIZU"]
LEVELS = ["UNKNOWN_DIFFICULTY", "EASY", "MEDIUM", "HARD", "HARDER", "HARDEST", "EXTERNAL", *"ABCDEFGHIJKLMNOPQRSTUV"]
TEXT, LONG = Value("string"), Value("int64")
TESTS = {"input": datasets.List(TEXT), "output": datasets.List(TEXT)}
PROGRAMS = {"language": datasets.List(ClassLabel(names=LANGUAGES)), "solution": datasets.List(TEXT)}
FEATURES = Features(
    {
        "name": TEXT,
        "description": TEXT,
        "public_tests": TESTS,
        "private_tests": TESTS,
        "generated_tests": TESTS,
        "source": ClassLabel(names=SOURCES),
        "difficulty": ClassLabel(names=LEVELS),
        "solutions": PROGRAMS,
        "incorrect_solutions": PROGRAMS,
        "cf_contest_id": LONG,
        "cf_index": TEXT,
        "cf_points": Value("float32"),
        "cf_rating": Value("int32"),
        "cf_tags": datasets.List(TEXT),
        "is_description_translated": Value("bool"),
        "untranslated_description": TEXT,
        "time_limit": {"seconds": LONG, "nanos": LONG},
        "memory_limit_bytes": LONG,
        "input_file": TEXT,
        "output_file": TEXT,
    }
)


def words(seed, count=80):
    """Text like no other seed's."""
    return " ".join(random.Random(seed).choices([f"w{number}" for number in range(5000)], k=count))


def programs(*texts, language=3):
    return {"language": [language] * len(texts), "solution": list(texts)}


def cases(*inputs):
    return {"input": list(inputs), "output": [f"{text}!" for text in inputs]}


def row(number, **changes):
    """A good row; each number has a statement and programs like no other's."""
    return {
        "name": f"{number}_A. Problem {number}",
        "description": words(f"statement {number}"),
        "public_tests": cases("1\n"),
        "private_tests": cases("2\n", "3\n"),
        "generated_tests": cases("4\n"),
        "source": 2,
        "difficulty": 7,
        "solutions": programs(f"print({number}) # {words(f'correct {number}')}"),
        "incorrect_solutions": programs(f"print(-{number}) # {words(f'incorrect {number}')}"),
        "cf_contest_id": number,
        "cf_index": "A",
        "cf_points": 500.0,
        "cf_rating": 1200,
        "cf_tags": ["math"],
        "is_description_translated": False,
        "untranslated_description": "",
        "time_limit": {"seconds": 1, "nanos": 500_000_000},
        "memory_limit_bytes": 256_000_000,
        "input_file": "",
        "output_file": "",
    } | changes


def write(file, rows, without=()):
    """Rows as a Parquet file, as the library writes it; whole columns can be left out."""
    file.parent.mkdir(parents=True, exist_ok=True)
    schema = FEATURES.arrow_schema
    table = pa.Table.from_pylist(rows, schema=schema).drop_columns(list(without))
    pq.write_table(table, file)


def params(directory=None, **changes):
    """The project's own parameters, with the source changed to a directory."""
    source = {"source": "path", "path": str(directory)} if directory else {}
    return load_params(ROOT / "params.yaml").programs.model_copy(update=source | changes)
