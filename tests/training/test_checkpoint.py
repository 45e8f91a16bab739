"""Files of checkpoints: equal content is equal bytes, and nothing but plain data is read."""

import os
import pickle
import re

import pytest
import torch

from codegraft.errors import ModelError
from codegraft.training.checkpoint import read_checkpoint, write_checkpoint

REMEDY = "make it again"


def content(word):
    return {"weights": {"first": torch.arange(3.0)}, "said": [word, word, {word: (1, 2.5, None, True)}]}


def test_what_is_written_is_read(tmp_path):
    write_checkpoint(tmp_path / "c.pt", "thing", content("word"))
    read = read_checkpoint(tmp_path / "c.pt", "thing", REMEDY)
    assert torch.equal(read["weights"]["first"], torch.arange(3.0))
    assert read["said"] == ["word", "word", {"word": (1, 2.5, None, True)}]


def test_equal_content_is_equal_bytes_whatever_objects_it_is_made_of(tmp_path):
    other = pickle.loads(pickle.dumps(content("".join(["a ", "word"]))))
    other["said"][0] = "".join(["a", " word"])
    for name, made in (("a.pt", content("a word")), ("some other name.pt", other)):
        write_checkpoint(tmp_path / name, "thing", made)
    assert (tmp_path / "a.pt").read_bytes() == (tmp_path / "some other name.pt").read_bytes()


def test_a_file_of_another_kind_is_refused(tmp_path):
    write_checkpoint(tmp_path / "c.pt", "thing", {})
    with pytest.raises(ModelError, match=r"c\.pt: is a thing, expected a model; make it again"):
        read_checkpoint(tmp_path / "c.pt", "model", REMEDY)
    torch.save([1], tmp_path / "list.pt")
    with pytest.raises(ModelError, match="is a list, expected a model"):
        read_checkpoint(tmp_path / "list.pt", "model", REMEDY)


class Hostile:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_a_hostile_file_runs_nothing(tmp_path):
    torch.save({"kind": "thing", "x": Hostile(tmp_path / "made")}, tmp_path / "c.pt")
    with pytest.raises(ModelError, match="could run code when loaded, and was not loaded"):
        read_checkpoint(tmp_path / "c.pt", "thing", REMEDY)
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"\x80\x02.", b"text"])
def test_what_is_no_checkpoint_is_refused(tmp_path, damage):
    (tmp_path / "c.pt").write_bytes(damage)
    with pytest.raises(ModelError, match="make it again"):
        read_checkpoint(tmp_path / "c.pt", "thing", REMEDY)


@pytest.mark.parametrize("at", range(0, 100, 7))
def test_a_file_that_is_cut_off_is_refused(tmp_path, at):
    write_checkpoint(tmp_path / "c.pt", "thing", content("word"))
    whole = (tmp_path / "c.pt").read_bytes()
    (tmp_path / "c.pt").write_bytes(whole[: len(whole) * at // 100])
    with pytest.raises(ModelError, match=r"c\.pt: .*; make it again$") as caught:
        read_checkpoint(tmp_path / "c.pt", "thing", REMEDY)
    assert re.search(r"damaged \(\w+ [^\n]+\)|not a checkpoint of this program, or cut off;", str(caught.value))


def test_a_missing_file_is_named_with_what_to_do(tmp_path):
    with pytest.raises(ModelError, match=r"nothing\.pt: no such file; make it again$"):
        read_checkpoint(tmp_path / "nothing.pt", "thing", REMEDY)


def test_a_directory_is_no_checkpoint(tmp_path):
    with pytest.raises(ModelError, match="make it again"):
        read_checkpoint(tmp_path, "thing", REMEDY)
