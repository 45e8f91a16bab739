"""What is learned: chains with their tokenizer and ontology, which must belong together."""

import shutil

import numpy as np
import pytest

from codegraft.errors import KnowledgeGraphError, ModelError
from codegraft.graphmer.chains.shards import MANIFEST_FILE
from codegraft.graphmer.training.task import read_task, task_of
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.splits.model import Part
from tests.graphmer.training.cases import header, small_chains, small_task
from tests.graphmer.training.stored import store


@pytest.fixture
def place(tmp_path):
    return store(tmp_path)


def read(place):
    return read_task(place / "data/chains", place / "models/tokenizer", place / "data/ontology.yaml")


def test_a_stored_task_is_read_whole(place):
    task, expected = read(place), small_task()
    assert task.train.tokens.tolist() == expected.train.tokens.tolist()
    assert task.held_out.triple.tolist() == expected.held_out.triple.tolist()
    assert (len(task.train), len(task.held_out)) == (60, 20)


def test_what_is_held_out_is_not_learned(place):
    task = read(place)
    assert set(task.train.part) == set(task.train.group_part) == {Part.TRAIN}
    assert set(task.held_out.part) == set(task.held_out.group_part) == {Part.VALID}


def test_its_data_are_known_by_their_bytes(place, tmp_path):
    before = read(place).data
    assert read(place).data == before
    (place / "data/ontology.yaml").write_bytes((place / "data/ontology.yaml").read_bytes() + b"\n")
    assert read(place).data != before


def test_another_tokenizer_is_refused(place):
    file = place / "models/tokenizer/tokenizer.json"
    file.write_text(file.read_text() + "\n")
    store(place / "other", text="other words of another tokenizer " * 9)
    shutil.copytree(place / "other/models/tokenizer", place / "models/tokenizer", dirs_exist_ok=True)
    with pytest.raises(ModelError, match=r"made with the tokenizer \w+, .*tokenizer holds \w+; run `dvc repro --force"):
        read(place)


def test_a_missing_ontology_is_named(place):
    (place / "data/ontology.yaml").unlink()
    with pytest.raises(KnowledgeGraphError, match=r"ontology.yaml: no such file"):
        read(place)


def test_a_damaged_shard_is_named(place):
    shard = next((place / "data/chains").glob("shard-*"))
    content = bytearray(shard.read_bytes())
    content[-3] ^= 1
    shard.write_bytes(content)
    with pytest.raises(ModelError, match=rf"{shard.name}: not the bytes that {MANIFEST_FILE} tells of"):
        read(place)


@pytest.mark.parametrize(("part", "name"), [(Part.TRAIN, "training"), (Part.VALID, "validation")])
def test_nothing_to_learn_from_or_to_judge_on_is_refused(part, name):
    chains = small_chains()
    others = chains.select(np.flatnonzero(chains.part != part))
    with pytest.raises(ModelError, match=f"no window of {name} with a triple"):
        task_of(others, header(), load_ontology(ONTOLOGY_FILE), "")
