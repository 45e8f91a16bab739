"""From sources to a search."""

import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.code_search_systems import SearchedPool
from codegraft.graphmer.search.contrastive import Settings
from codegraft.graphmer.search.train import SearchMaterial, source_functions, train_search, untrained_search
from codegraft.kg.splits.model import Part
from codegraft.sources import SCHEMA
from tests.graphmer.search.search_cases import ACCOUNT, MAILS, SHAPES, tokenizer

SETTINGS = Settings(8, 2, 4, 0.01, 0.1, 0.2, 0.1)
FILES = [
    ("a", "mails.py", "python", MAILS),
    ("a", "shapes.py", "python", SHAPES),
    ("b", "Account.java", "java", ACCOUNT),
]
PARTS = np.array([Part.TRAIN, Part.VALID, Part.TEST], np.int8)


def sources(files=FILES):
    rows = [
        {"repository": repository, "version": "1", "licence": "MIT", "language": language, "path": path}
        | {"sha256": "", "text": text.decode()}
        for repository, path, language, text in files
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def material(files=FILES, parts=PARTS):
    return SearchMaterial(source_functions(sources(files)), parts, tokenizer())


def test_functions_know_their_file():
    found = source_functions(sources())
    assert [function.file for function in found] == [0, 0, 1, 1, 1, 2, 2]
    assert found[0].fields.scope == ["mail"]


def test_only_files_of_training_teach_and_only_those_of_validation_settle_the_mix():
    assert len(material().pairs) == 2
    assert len(material().questions.queries) == 2
    other = [*FILES[:2], ("b", "Account.java", "java", ACCOUNT.replace(b"withdraw", b"deposit"))]
    there, back = (train_search(material(files), SETTINGS, 0) for files in (FILES, other))
    assert there.embedding.digest == back.embedding.digest
    assert there.mix.tolist() == back.mix.tolist()


@pytest.mark.parametrize("part", [Part.TRAIN, Part.VALID, Part.TEST])
def test_without_files_of_both_kinds_nothing_is_trained(part):
    with pytest.raises(ModelError, match="expected some of both"):
        material(parts=np.full(3, part, np.int8))


def test_all_systems_stand_side_by_side():
    rankers = [train_search(material(), SETTINGS, seed) for seed in (0, 1)]
    untrained = [untrained_search(material(), SETTINGS, seed) for seed in (0, 1)]
    pool = SearchedPool.of(source_functions(sources()))
    found = pool.evaluate(rankers, untrained, lambda values: {"mean": float(np.mean(values)), "seeds": len(values)})
    assert (found["functions"], found["documentations"]) == (5, 5)
    assert found["chance"] == pytest.approx(sum(1 / rank for rank in range(1, 6)) / 5)
    systems = {"name_tf_idf", "bm25", "untrained_embedding", "untrained_mix", "embedding", "mix"}
    for figure in ("mrr_at_10", "mrr_at_10_without_name_words"):
        assert found[figure].keys() == systems
        assert all(0 < said["mean"] <= 1 for said in found[figure].values())
    assert [found["mrr_at_10"][name]["seeds"] for name in ("bm25", "mix")] == [1, 2]


def test_words_of_the_own_name_can_be_left_out_of_a_query():
    pool = SearchedPool.of(source_functions(sources()))
    place = pool.queries.index(["area", "of", "the", "shap"])
    assert pool.nameless[place] == ["of", "the", "shap"]
