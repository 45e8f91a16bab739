"""Functions of the sources: drawn evenly, split by repository, given mistakes of which nothing else tells."""

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.programs.functions import (
    draw_functions,
    examples_of_functions,
    group_of,
    own_modules,
    split_groups,
    spoil_half,
)
from codegraft.programs.mutate import OPERATORS
from codegraft.programs.survey import SourceFunction


def function(repository: str, number: int, language: str = "python") -> SourceFunction:
    code = f"def f{number}(a, b):\n    if a < {number}:\n        return a - b\n    return b + 1\n"
    return SourceFunction(repository, f"{repository}/a.py", language, code, ("os", repository))


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 30), min_size=1), st.integers(0, 90), st.integers(0, 3))
def test_repositories_give_the_same_number_or_all_they_have(sizes: dict[str, int], number: int, seed: int) -> None:
    pool = [function(name, 100 * ord(name) + row) for name, size in sorted(sizes.items()) for row in range(size)]
    drawn = draw_functions(pool, number, seed)
    given_by = Counter(one.repository for one in drawn)
    assert len(drawn) == len(set(drawn)) == min(number, len(pool))
    assert drawn == draw_functions(pool, number, seed)
    most = max(given_by.values(), default=0)
    for name, size in sizes.items():
        assert given_by[name] == size or given_by[name] >= most - 1


def test_a_text_that_is_in_two_repositories_is_drawn_once() -> None:
    copies = [function("one", 1), function("two", 1)._replace(code=function("one", 1).code.replace("    ", "\t"))]
    assert draw_functions(copies, 10, 0) == copies[:1]


@given(st.sets(st.text(min_size=1), min_size=1, max_size=30), st.integers(0, 5))
def test_every_repository_is_in_one_split_whatever_the_order(names: set[str], seed: int) -> None:
    splits = split_groups(sorted(names), valid_share=0.15, test_share=0.3, seed=seed)
    assert splits == split_groups(sorted(names, reverse=True), valid_share=0.15, test_share=0.3, seed=seed)
    counts = Counter(splits.values())
    assert splits.keys() == names
    assert counts["train"] >= 1
    if len(names) >= 3:
        assert counts["test"] >= 0.3 * len(names) - 1
        assert counts["validation"] >= 1


def test_a_repositorys_own_modules_are_no_imports_to_learn() -> None:
    (example,) = examples_of_functions([function("mine", 1)], {"mine": "train"}, {"mine": {"mine"}})
    assert example.imports == ("os",)
    assert (example.has_confidence, example.knows_kinds, example.knows_exceptions) == (False, False, False)


def test_every_other_function_has_a_mistake_and_is_told_from_its_original_by_nothing_else() -> None:
    functions = examples_of_functions([function("mine", row) for row in range(20)], {"mine": "test"}, {"mine": set()})
    spoilt = spoil_half(functions, 0, frozenset())
    assert spoilt == spoil_half(functions, 0, frozenset())
    assert [len(example.bugs) for example in spoilt] == [0, 1] * 10
    for before, after in zip(functions, spoilt, strict=True):
        assert (before.code == after.code) == (not after.bugs)
        assert (after.origin == "function_mutant") == bool(after.bugs)
        assert after.knows_kinds
        assert not after.has_confidence


@pytest.mark.parametrize("language", ["java", "python"])
def test_a_text_that_cannot_be_given_a_mistake_is_left_out(language: str) -> None:
    code = "int f() { return 1; }" if language == "java" else "def f(:\n"
    functions = examples_of_functions([SourceFunction("a", "b", language, code, ())], {"a": "train"}, {"a": set()})
    assert spoil_half(functions, 0, frozenset()) == []


def test_an_operator_that_cannot_be_trusted_is_not_used() -> None:
    functions = examples_of_functions([function("mine", row) for row in range(30)], {"mine": "test"}, {"mine": set()})
    kinds = {kind for example in spoil_half(functions, 0, frozenset()) for kind in example.bugs}
    unsure = {operator.name for operator in OPERATORS if operator.kind in {"off_by_one", "wrong_comparison"}}
    left = {kind for example in spoil_half(functions, 0, unsure) for kind in example.bugs}
    assert {"wrong_comparison"} <= kinds
    assert left
    assert not left & {"off_by_one", "wrong_comparison"}
    assert spoil_half(functions, 0, {operator.name for operator in OPERATORS}) == []


def test_java_is_split_by_package_and_imports_its_own_packages_unlabelled() -> None:
    text = "/* of it */\npackage org.mine.shop.cart;\n\nclass A {}\n"
    path = "src/main/java/org/mine/shop/cart/A.java"
    names = ("repository", "language", "path", "text")
    sources = pa.table([["r", "p"], ["java", "python"], [path, "m.py"], [text, ""]], names=names)
    assert own_modules(sources) == {"r": {"org.mine.shop"}, "p": {"m"}}
    one = SourceFunction("r", path, "java", "int f() { return 1; }", ("java.util", "org.mine.shop"))
    assert group_of(one) == "r/src/main/java/org/mine/shop/cart"
    assert group_of(function("p", 1)) == "p"
    (example,) = examples_of_functions([one], {group_of(one): "train"}, own_modules(sources))
    assert (example.problem, example.imports) == (group_of(one), ("java.util",))
