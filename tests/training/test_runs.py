"""Directories of runs: equal ones meet, others never."""

from codegraft.training.runs import code_hash, complete_run, open_run, run_key


def test_a_key_tells_runs_apart_and_not_the_order_of_what_it_is_made_of():
    assert run_key(epochs=2, limit=None) == run_key(limit=None, epochs=2)
    assert len({run_key(epochs=2, limit=None), run_key(epochs=3, limit=None), run_key(epochs=2, limit=100)}) == 3


def test_the_code_is_part_of_what_a_run_is():
    assert code_hash("codegraft.training", ["runs"]) != code_hash("codegraft.training", ["runs", "patience"])


def test_a_run_that_was_ended_is_resumed(tmp_path):
    directory = open_run(tmp_path / "run", resume=False)
    (directory / "last.pt").write_text("state")
    assert (open_run(tmp_path / "run", resume=True) / "last.pt").exists()
    assert not (open_run(tmp_path / "run", resume=False) / "last.pt").exists()


def test_a_complete_run_begins_anew(tmp_path):
    directory = open_run(tmp_path / "run", resume=True)
    (directory / "last.pt").write_text("state")
    complete_run(directory)
    assert list(open_run(tmp_path / "run", resume=True).iterdir()) == []
