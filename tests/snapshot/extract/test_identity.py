import hashlib
import uuid

import numpy as np
import pytest

from codegraft.snapshot.columns import format_ids
from codegraft.snapshot.extract import identity
from codegraft.snapshot.extract.identity import edge_ids, node_ids, snapshot_id

SNAPSHOT = uuid.UUID(int=7)


def test_ids_are_version_8_uuids_of_their_content():
    ids = node_ids(SNAPSHOT, "r/a.py", ["x", "y"])
    said = [uuid.UUID(text) for text in format_ids(ids)]
    assert [id_.version for id_ in said] == [8, 8]
    assert [id_.variant for id_ in said] == [uuid.RFC_4122] * 2
    digest = bytearray(hashlib.sha256(SNAPSHOT.bytes + b'"r/a.py"' + b"x").digest()[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x80, digest[8] & 0x3F | 0x80
    assert said[0].bytes == bytes(digest)


def test_everything_that_a_row_says_changes_its_id():
    ids = {
        format_ids(node_ids(SNAPSHOT, "r/a.py", ["x"]))[0],
        format_ids(node_ids(SNAPSHOT, "r/a.py", ["y"]))[0],
        format_ids(node_ids(SNAPSHOT, "r/b.py", ["x"]))[0],
        format_ids(node_ids(uuid.UUID(int=8), "r/a.py", ["x"]))[0],
    }
    assert len(ids) == 4


def test_a_snapshot_is_its_files_in_any_order():
    assert snapshot_id("s", [("a", "1"), ("b", "2")]) == snapshot_id("s", [("b", "2"), ("a", "1")])
    others = [[("a", "1")], [("a", "2"), ("b", "1")], [("a1", ""), ("b", "2")]]
    assert len({snapshot_id("s", files) for files in others}) == 3
    assert snapshot_id("s", others[0]) != snapshot_id("t", others[0])


def test_edges_differ_by_their_ends_direction_and_kind():
    one, two = node_ids(SNAPSHOT, "r/a.py", ["x"]), node_ids(SNAPSHOT, "r/a.py", ["y"])
    source, target = np.concatenate([one, two, one]), np.concatenate([two, one, two])
    assert len(set(format_ids(edge_ids(source, target, ["Call", "Call", "Import"])))) == 3


def test_no_rows_have_no_ids():
    assert node_ids(SNAPSHOT, "r/a.py", []).shape == (0, 16)
    assert format_ids(np.zeros((0, 16), np.uint8)) == []


def test_the_extractor_is_its_code_and_its_grammars(monkeypatch: pytest.MonkeyPatch):
    before = snapshot_id("r", [("a.py", "0")])
    for change in ({"EXTRACTOR_PACKAGES": ("codegraft.parsing",)}, {"GRAMMARS": ()}):
        for name, value in change.items():
            monkeypatch.setattr(identity, name, value)
        identity.extractor.cache_clear()
        assert snapshot_id("r", [("a.py", "0")]) != before
        monkeypatch.undo()
        identity.extractor.cache_clear()
    assert snapshot_id("r", [("a.py", "0")]) == before
