import re

import pytest

from codegraft.renamed_copies import FAR, nameless, renamed_copies
from tests.graphmer.evaluation.unlike_sources import unlike_module


def renamed(text):
    return re.sub(r"\b[a-z]+_\d+\b", lambda name: f"other_{name[0][::-1]}", text)


def test_names_become_distances():
    assert nameless("x = f(x)\nif x: pass") == "name0 = name0 ( name4 ) if name3 : pass"


def test_a_name_that_stood_far_away_counts_as_new():
    near, far = ("x " + "+ " * (gap - 1) + "x" for gap in (FAR, FAR + 1))
    assert nameless(near).split()[-1] == f"name{FAR}"
    assert nameless(far).split()[-1] == "name0"


def test_consistent_renaming_changes_nothing_and_confusing_two_names_does():
    assert nameless("a = b; b = a") == nameless("u = v; v = u")
    assert nameless("a = b; b = a") != nameless("u = v; u = v")


@pytest.mark.parametrize("word", ["return", "final", "2", "'"])
def test_keywords_numbers_and_signs_stay(word):
    assert nameless(f"x {word} x").split()[1] == word


def test_copies_under_other_names_are_found_and_nothing_else():
    texts = {("r", f"{seed}.py"): unlike_module(seed) for seed in range(8)}
    texts["s", "copy.py"] = renamed(texts["r", "3.py"])
    texts["s", "edited.py"] = renamed(texts["r", "5.py"] + "\nend = 1")
    assert texts["s", "copy.py"] != texts["r", "3.py"]
    assert renamed_copies(texts.items(), 0.8) == (
        (("r", "3.py"), ("s", "copy.py")),
        (("r", "5.py"), ("s", "edited.py")),
    )
