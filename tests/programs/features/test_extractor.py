"""Features of programs: promises that hold for any text."""

import gc
import os
import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ProgramError
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.facts import scaled
from codegraft.programs.features.schema import COLUMN, SLICES
from codegraft.programs.features.tokens import PATTERNS
from codegraft.programs.features.vocabulary import CODES, KEYWORDS, WORDS
from codegraft.programs.graph import EDGE_TYPES, FEATURES, UNIT_KINDS, ProgramGraph
from codegraft.programs.history import FileHistory
from codegraft.programs.reading import BROKEN, CUT, DAMAGED, DEDENTED
from tests.programs.features.programs import OF_LANGUAGE, PYTHON

EXTRACTOR = FeatureExtractor()
NAMES = st.sampled_from(["a", "b", "total", "_x", "Thing"])
EXPRESSIONS = st.recursive(
    NAMES | st.sampled_from(["0", "1", "'s'", "None"]),
    lambda inner: st.builds("({} + {})".format, inner, inner) | st.builds("f({})".format, inner),
    max_leaves=6,
)
STATEMENTS = st.builds("{} = {}\n".format, NAMES, EXPRESSIONS) | st.builds(
    "def {}(a, b):\n    if a:\n        return {}\n".format, NAMES, EXPRESSIONS
)
PROGRAMS = st.lists(STATEMENTS, max_size=6).map("".join)


def column(graph: ProgramGraph, name: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    found: np.ndarray[tuple[int], np.dtype[np.float32]] = graph.x[:, COLUMN[name]]
    return found


def same(one: ProgramGraph, other: ProgramGraph) -> bool:
    """Whether all columns are equal to the bit."""
    arrays = ("x", "edge_index", "edge_type", "kind", "start", "end")
    equal = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in arrays)
    return equal and one.problems == other.problems


@given(PROGRAMS)
def test_counts_of_words_equal_a_count_of_the_unit_s_own_text(program: str) -> None:
    graph = EXTRACTOR.graph(program)
    for row in np.flatnonzero(graph.kind <= UNIT_KINDS.index("function")):
        own = PATTERNS["python"].findall(program.encode()[graph.start[row] : graph.end[row]])
        codes = [CODES.get(token, 0) for token in own]
        expected = [codes.count(WORDS.index(word) + 1) for word in KEYWORDS]
        assert np.array_equal(graph.x[row, SLICES["keyword"]], scaled(np.array(expected)))


@given(st.lists(PROGRAMS, min_size=1, max_size=5))
def test_batches_equal_singles(programs: list[str]) -> None:
    together = EXTRACTOR.graphs(programs)
    assert all(same(one, FeatureExtractor().graph(program)) for one, program in zip(together, programs, strict=True))


@given(PROGRAMS)
def test_extract_gives_the_features_of_graph(program: str) -> None:
    assert np.array_equal(EXTRACTOR.extract(program), EXTRACTOR.graph(program).x)


@given(st.text(max_size=200) | st.binary(max_size=200), st.sampled_from(list(OF_LANGUAGE)))
@settings(deadline=None)
def test_any_text_has_finite_features(code: str | bytes, language: str) -> None:
    graph = EXTRACTOR.graph(code, language)
    assert graph.x.shape == (len(graph.kind), FEATURES)
    assert graph.x.dtype == np.float32
    assert np.isfinite(graph.x).all()
    assert graph.kind[0] == 0


def test_functions_in_another_order_are_the_same_rows_in_another_order() -> None:
    one, other = "def f(a):\n    return a + 1\n", "def g(b, c):\n    while b:\n        b -= c\n"
    first, second = EXTRACTOR.graph(one + other), EXTRACTOR.graph(other + one)
    for section in ("nodes", "keyword", "operator", "complexity", "logic_pairs", "part_buckets"):
        columns = SLICES[section]
        for name in ("f", "g"):
            rows = [
                next(
                    row
                    for row in np.flatnonzero(graph.kind == 2)
                    if text[graph.start[row] :].startswith(f"def {name}(")
                )
                for graph, text in ((first, one + other), (second, other + one))
            ]
            assert np.array_equal(first.x[rows[0], columns], second.x[rows[1], columns])


def test_a_comment_at_the_end_changes_nothing_of_the_syntax_of_other_units() -> None:
    plain, commented = EXTRACTOR.graph(PYTHON), EXTRACTOR.graph(PYTHON + "# said at last\n")
    for part in ("nodes", "nested_buckets", "degrees", "keyword", "operator", "variable"):
        assert np.array_equal(plain.x[:, SLICES[part]], commented.x[:, SLICES[part]])
    assert np.array_equal(plain.x[1:, SLICES["complexity"]], commented.x[1:, SLICES["complexity"]])


def test_features_are_equal_under_any_hash_seed() -> None:
    script = (
        "import sys, hashlib; from codegraft.programs.features.extractor import FeatureExtractor;"
        "print(hashlib.sha256(FeatureExtractor().extract(sys.stdin.read()).tobytes()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=PYTHON,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1


def test_results_do_not_depend_on_what_was_read_before() -> None:
    used = FeatureExtractor()
    for code in ("def unrelated(x): return x", "class Z: pass", PYTHON[::-1]):
        used.extract(code)
    assert np.array_equal(used.extract(PYTHON), FeatureExtractor().extract(PYTHON))


def test_parameters_of_a_function_that_is_cut_off_belong_to_what_is_around() -> None:
    graph = EXTRACTOR.graph("class o:\n r\n def d(o)")
    defines = graph.edge_index[:, graph.edge_type == EDGE_TYPES.index("Defines")].T.tolist()
    assert defines == [[1, row] for row in np.flatnonzero(graph.kind == UNIT_KINDS.index("variable")).tolist()]
    assert defines


@given(PROGRAMS, st.integers(0, 200), st.integers(0, 200))
def test_any_part_of_a_program_has_features(program: str, begin: int, end: int) -> None:
    assert np.isfinite(EXTRACTOR.extract(program[begin % (len(program) + 1) :][: end + 1])).all()


def test_languages_are_told_apart() -> None:
    rows = {tuple(EXTRACTOR.extract(code, language)[0, SLICES["language"]]) for language, code in OF_LANGUAGE.items()}
    assert len(rows) == len(OF_LANGUAGE)


@pytest.mark.parametrize("language", OF_LANGUAGE)
def test_every_language_fills_statistical_semantic_and_quality_columns(language: str) -> None:
    module = EXTRACTOR.extract(OF_LANGUAGE[language], language)[0]
    for part in ("classes", "class_shares", "line_bins", "statistics", "part_buckets", "quality", "nodes"):
        assert np.count_nonzero(module[SLICES[part]]) >= 2, part


def test_the_collector_takes_away_what_is_left_of_each_java_program_before_the_next() -> None:
    """What is known of a Java program is full of cycles."""
    taken: list[int] = []

    def collected(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["collected"]:
            taken.append(info["collected"])

    gc.callbacks.append(collected)
    try:
        EXTRACTOR.graphs([OF_LANGUAGE["java"]] * 6, "java")
    finally:
        gc.callbacks.remove(collected)
    assert len(taken) >= 5


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ProgramError, match=r"cobol.*python"):
        EXTRACTOR.extract("x", "cobol")


def test_a_body_without_its_header_is_dedented_and_says_so() -> None:
    header = "def f(n):\n"
    body = "    total = 0\n    for i in range(n):\n        total += i\n    return total\n"
    graph = EXTRACTOR.graph(body)
    assert graph.problems == (DEDENTED,)
    assert column(graph, "quality.was_dedented")[0] == 1
    assert column(graph, "quality.is_broken")[0] == 0
    whole = EXTRACTOR.graph(header + body)
    assert np.array_equal(graph.x[0, COLUMN["complexity.keyword_for"]], whole.x[1, COLUMN["complexity.keyword_for"]])
    variables = np.flatnonzero(graph.kind == 3)
    assert {body[graph.start[row] : graph.end[row]] for row in variables} == {"total", "i"}


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("def (:\n    x = 1\n", BROKEN),
        (b"x = 1\0\n", DAMAGED),
        (b"x = '\xff'\n", DAMAGED),
        ("x = 1\n" * 400_000, CUT),
        ("x = " + "[" * 5000 + "]" * 5000, CUT),
    ],
    ids=["broken", "null", "not utf-8", "large", "nested"],
)
def test_what_cannot_be_read_is_said_by_a_column_and_the_rest_is_there(code: str | bytes, problem: str) -> None:
    graph = EXTRACTOR.graph(code)
    assert problem in graph.problems
    name = {BROKEN: "is_broken", DAMAGED: "is_damaged", CUT: "was_cut"}[problem]
    assert column(graph, f"quality.{name}")[0] == 1
    assert column(graph, "statistical.tokens")[0] > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "code", [b"x" * 10_000_000, b"(" * 1_000_000, b'"""' * 300_000, b"a=" + b"1+" * 500_000 + b"1", b"'\\\n" * 300_000]
)
def test_hostile_texts_take_bounded_time(code: bytes) -> None:
    begun = time.process_time()
    assert np.isfinite(EXTRACTOR.extract(code)).all()
    assert time.process_time() - begun < 30


def test_history_fills_its_columns_and_says_that_it_is_known() -> None:
    numbers = dict.fromkeys(FileHistory.__dataclass_fields__, 1)
    known = EXTRACTOR.graph(PYTHON, history=FileHistory(**numbers))
    assert (known.x[0, SLICES["history"]] > 0).all()
    assert column(known, "temporal.history_known")[0] == 1
    assert not EXTRACTOR.graph(PYTHON).x[:, SLICES["history"]].any()


def test_off_by_one_changes_the_features() -> None:
    right, wrong = "for i in range(n):\n    print(i + 1)\n", "for i in range(n):\n    print(i - 1)\n"
    assert not np.array_equal(EXTRACTOR.extract(right), EXTRACTOR.extract(wrong))
