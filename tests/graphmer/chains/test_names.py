"""What entities are called in tails."""

import numpy as np
import pyarrow as pa
import pytest

from codegraft.graphmer.chains.names import name_entities
from codegraft.graphmer.chains.tokenizer import CodeTokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return CodeTokenizer.train(["alpha.beta.gamma.delta"], 600)


def named(tokenizer, *ids, unseen=(), tail_slots=8):
    """Entities by id, whose repository is what stands before the colon unless that is in angles."""
    types = {"": "Repository", "<library>": "Library"}
    rows = []
    for id_ in ids:
        scope, _, name = id_.partition(":")
        type_ = "File" if "/" in name else types.get(scope if scope.startswith("<") else name, "Function")
        rows.append((id_, type_, "" if scope.startswith("<") else scope))
    columns = zip(*rows, strict=True)
    table = pa.table(dict(zip(("id", "type", "repository"), map(list, columns), strict=True)))
    return name_entities(table, np.array([id_ not in unseen for id_ in ids]), tokenizer, tail_slots)


def test_a_name_is_as_short_as_its_repository_allows(tokenizer):
    names = named(tokenizer, "shop:a.run", "shop:b.run", "shop:b.stop", "tool:c.stop", "tool:x.b.run")
    assert names.texts == ["a.run", "b.run", "stop", "stop", "run"]
    assert names.own == ["run", "run", "stop", "stop", "run"]


def test_one_name_may_end_as_another_does(tokenizer):
    assert named(tokenizer, "shop:run", "shop:a.run", "shop:b.a.run").texts == ["run", "a.run", "b.a.run"]


def test_of_a_dotted_package_the_last_part_is_its_own(tokenizer):
    names = named(tokenizer, "<library>:java.util", "<library>:numpy", "shop:a/b.py", "tool:c/b.py")
    assert names.texts == ["java.util", "numpy", "b.py", "b.py"]
    assert names.own == ["util", "numpy", "b.py", "b.py"]


def test_overloads_share_a_name(tokenizer):
    names = named(tokenizer, "shop:A.run", "shop:A.run#2", "shop:p.B:run(int)", "shop:p.B:run(int,p.C)", "shop:p.B$D")
    assert names.texts == ["A.run", "A.run", "B.run", "B.run", "D"]


def test_names_from_outside_are_told_apart_from_those_of_training(tokenizer):
    ids = ("<external>:os.path.join", "<external>:shlex.join", "<external>:numpy.join", "<builtin>:len")
    assert named(tokenizer, *ids).texts == ["path.join", "shlex.join", "numpy.join", "len"]
    held_out = named(tokenizer, *ids, unseen=ids[1:3])
    assert held_out.texts == ["join", "shlex.join", "numpy.join", "len"]


def test_a_held_out_repository_renames_nothing(tokenizer):
    before = named(tokenizer, "shop:a.run", "<external>:os.getcwd")
    after = named(
        tokenizer,
        "shop:a.run",
        "<external>:os.getcwd",
        "<external>:x.getcwd",
        "new:run",
        unseen={"<external>:x.getcwd"},
    )
    assert after.texts[:2] == before.texts


def test_files_libraries_and_repositories_keep_their_spelling(tokenizer):
    ids = ("shop:", "shop:a/x.py", "shop:b/x.py", "shop:b/y.py", "<library>:org.junit.jupiter")
    assert named(tokenizer, *ids).texts == ["shop", "a/x.py", "b/x.py", "y.py", "org.junit.jupiter"]


def test_tokens_are_those_of_the_name(tokenizer):
    names = named(tokenizer, "shop:a.alpha", "shop:b.alpha", "shop:beta")
    tails = [
        names.tokens[first:end] for first, end in zip(names.token_offsets[:-1], names.token_offsets[1:], strict=True)
    ]
    assert [tokenizer.decode(tail) for tail in tails] == names.texts
    assert not names.shortened.any()


@pytest.mark.parametrize(
    ("tail_slots", "text"),
    [(5, "gamma.beta.alpha"), (4, "beta.alpha"), (3, "beta.alpha"), (2, "alpha"), (1, "alpha")],
)
def test_a_long_name_loses_its_first_parts(tokenizer, tail_slots, text):
    names = named(tokenizer, "shop:gamma.beta.alpha", "shop:delta.beta.alpha", tail_slots=tail_slots)
    assert tokenizer.decode(names.tokens[: names.token_offsets[1]]) == text
    assert names.shortened.tolist() == [text != "gamma.beta.alpha"] * 2


def test_a_long_last_part_keeps_its_end(tokenizer):
    names = named(tokenizer, "shop:zqxzqxzqx", tail_slots=3)
    assert tokenizer.decode(names.tokens) == "zqx"
    assert names.shortened.tolist() == [True]
