"""Histories: what git knows of a directory's files is counted right, and what cannot be told is said."""

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

from codegraft.errors import ProgramError
from codegraft.programs import git_history
from codegraft.programs.git_history import record_history
from codegraft.programs.history import histories_by_file, read_history, write_history

DAY = 86_400
START = 1_700_006_400  # a midnight


class Repository:
    """A repository whose commits have the times and authors that a test wants."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: float = 0, author: str = "ann") -> None:
        who = {f"GIT_{role}_{what}": f"{author}@x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = {f"GIT_{role}_DATE": f"{START + int(day * DAY)} +0000" for role in ("AUTHOR", "COMMITTER")}
        subprocess.run(["git", *arguments], cwd=self.root, env=os.environ | who | when, check=True, capture_output=True)

    def commit(
        self, files: dict[str, str | None], subject: str = "a change", day: float = 0, author: str = "ann"
    ) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, day=day, author=author)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "mine")


LINES = "".join(f"line {number}\n" for number in range(20))


def test_the_numbers_of_a_file_are_those_of_its_commits(repository: Repository) -> None:
    repository.commit({"a.py": "1\n2\n3\n", "b.py": "1\n"})
    repository.commit({"a.py": "1\n2\n"}, "Fix a bug", day=400, author="bob")
    repository.commit({"a.py": "1\n2\nx\ny\n"}, "Revert the fix", day=400.5)
    repository.commit({"b.py": "2\n", "notes.txt": "no code"}, day=410)
    histories = record_history(repository.root)
    assert histories.repository == "mine"
    assert len(histories.commit) == 40
    assert histories.files.keys() == {"a.py", "b.py"}
    assert asdict(histories.files["a.py"]) == {
        "commits": 3,
        "authors": 2,
        "top_author_share": 0.666667,
        "age_days": 410.0,
        "days_since_change": 9.5,
        "active_days": 2,
        "longest_pause_days": 400.0,
        "commits_30_days": 2,
        "commits_365_days": 2,
        "lines_added": 5,
        "lines_deleted": 1,
        "lines_365_days": 3,
        "first_lines": 3,
        "last_lines": 2,
        "largest_change": 3,
        "renames": 0,
        "fixes": 2,
        "reverts": 1,
        "files_together": 1.333333,
    }


def test_a_file_that_moved_keeps_its_past(repository: Repository) -> None:
    repository.commit({"old.py": LINES})
    repository.commit({"old.py": None, "src/new.py": LINES + "one more\n"}, day=3)
    history = record_history(repository.root).files
    assert history.keys() == {"src/new.py"}
    assert (history["src/new.py"].commits, history["src/new.py"].renames) == (2, 1)
    assert history["src/new.py"].lines_added == 21


def test_a_new_file_of_an_old_name_has_a_past_of_its_own(repository: Repository) -> None:
    repository.commit({"a.py": LINES})
    repository.commit({"a.py": None, "b.py": LINES}, day=2)
    repository.commit({"a.py": "something else\n"}, day=5)
    files = record_history(repository.root).files
    assert {name: history.age_days for name, history in files.items()} == {"a.py": 0.0, "b.py": 5.0}


@pytest.mark.parametrize(
    "name", ["with space.py", "naïve ünïcode.py", "tab\there.py", 'quote".py', "new\nline.py", "a => b.py", "-x.py"]
)
def test_odd_names_are_names(repository: Repository, name: str) -> None:
    repository.commit({name: "1\n"})
    repository.commit({name: "2\n"}, "a subject\n\nwith a body", day=1)
    files = record_history(repository.root).files
    assert {path: history.commits for path, history in files.items()} == {name: 2}


def test_only_what_is_in_the_directory_counts_and_paths_are_relative_to_it(repository: Repository) -> None:
    repository.commit({"sub/a.py": "1\n", "b.py": "1\n"})
    repository.commit({"b.py": "2\n"}, day=7)
    histories = record_history(repository.root / "sub")
    assert histories.repository == "sub"
    assert histories.files.keys() == {"a.py"}
    assert histories.files["a.py"].files_together == 1.0
    assert histories.files["a.py"].days_since_change == 7.0


def test_merges_count_for_nothing(repository: Repository) -> None:
    repository.commit({"a.py": "1\n"})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit({"b.py": "1\n"}, day=1)
    repository.git("checkout", "--quiet", "main")
    repository.commit({"a.py": "2\n"}, day=2)
    repository.git("merge", "--quiet", "--no-ff", "-m", "join", "side", day=3)
    files = record_history(repository.root).files
    assert {name: history.commits for name, history in files.items()} == {"a.py": 2, "b.py": 1}
    assert files["a.py"].days_since_change == 1.0


def test_clocks_that_run_ahead_give_no_negative_days(repository: Repository) -> None:
    repository.commit({"a.py": "1\n"}, day=50)
    repository.commit({"b.py": "1\n"}, day=1)
    history = record_history(repository.root).files["a.py"]
    assert (history.age_days, history.days_since_change) == (0.0, 0.0)


def test_what_is_written_is_read_and_repeats_byte_for_byte(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"b.py": "1\n", "a.py": "1\n", "ü.py": ""})
    histories = record_history(repository.root, "theirs")
    for name in ("one.jsonl", "two.jsonl"):
        write_history(tmp_path / name, record_history(repository.root, "theirs"))
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert read_history(tmp_path / "one.jsonl") == histories
    assert list(histories_by_file([tmp_path / "one.jsonl"])) == [("theirs", name) for name in ("a.py", "b.py", "ü.py")]
    assert str(tmp_path) not in (tmp_path / "one.jsonl").read_text()


def test_two_histories_of_one_repository_are_refused(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"a.py": "1\n"})
    for name in ("one", "two"):
        write_history(tmp_path / name, record_history(repository.root))
    with pytest.raises(ProgramError, match="a second history of mine"):
        histories_by_file([tmp_path / "one", tmp_path / "two"])


def test_the_users_own_settings_change_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit({"a.py": LINES})
    repository.commit({"a.py": None, "b.py": LINES}, day=1)
    expected = record_history(repository.root)
    for setting in ("diff.renames=false", "log.showSignature=true", "core.quotePath=true", "color.ui=always"):
        repository.git("config", *setting.split("="))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert record_history(repository.root) == expected


def test_a_directory_outside_any_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="not a git repository"):
        record_history(tmp_path)


def test_a_directory_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="none: no such directory"):
        record_history(tmp_path / "none")


def test_a_repository_without_commits_is_refused(repository: Repository) -> None:
    with pytest.raises(ProgramError, match="git does not tell its history"):
        record_history(repository.root)


def test_a_directory_without_committed_code_is_refused(repository: Repository) -> None:
    repository.commit({"notes.txt": "no code"})
    (repository.root / "new.py").write_text("not committed")
    with pytest.raises(ProgramError, match="no source file in it was committed"):
        record_history(repository.root)


def test_a_shallow_clone_is_refused(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"a.py": "1\n"})
    repository.commit({"a.py": "2\n"})
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", f"file://{repository.root}", tmp_path / "shallow"], check=True
    )
    with pytest.raises(ProgramError, match="git fetch --unshallow"):
        record_history(tmp_path / "shallow")


def test_a_machine_without_git_is_told_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ProgramError, match="git is not installed"):
        record_history(repository.root)


def test_a_git_that_takes_too_long_is_given_up(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_history, "GIT_SECONDS", 0.0)
    with pytest.raises(ProgramError, match="took more than"):
        record_history(repository.root)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lines: [], "line 1: expected repository and commit"),
        (lambda lines: lines[1:], "line 1: expected repository and commit"),
        (lambda lines: [lines[0], lines[1][:30]], "line 2: not JSON"),
        (lambda lines: [lines[0], "[]"], "line 2: expected an object, found list"),
        (
            lambda lines: [lines[0], lines[1].replace('"authors"', '"writers"')],
            "line 2: authors, writers missing, unknown",
        ),
        (lambda lines: [lines[0], lines[1].replace('"commits": 1', '"commits": 1.5')], "line 2: commits"),
        (lambda lines: [lines[0], lines[1].replace('"commits": 1', '"commits": true')], "line 2: commits"),
        (lambda lines: [lines[0], lines[1].replace('"age_days": 0.0', '"age_days": NaN')], "line 2: age_days"),
        (lambda lines: [lines[0], lines[1].replace('"age_days": 0.0', '"age_days": -1')], "line 2: age_days"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(repository: Repository, tmp_path: Path, change, message: str) -> None:
    repository.commit({"a.py": "1\n"})
    path = tmp_path / "history.jsonl"
    write_history(path, record_history(repository.root))
    path.write_text("\n".join(change(path.read_text().splitlines())))
    with pytest.raises(ProgramError, match=message):
        read_history(path)


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="codegraft programs history"):
        read_history(tmp_path / "none.jsonl")


def test_every_row_is_an_object_of_numbers(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"a.py": "1\n"})
    write_history(tmp_path / "h", record_history(repository.root))
    _, row = map(json.loads, (tmp_path / "h").read_text().splitlines())
    assert row.pop("path") == "a.py"
    assert all(isinstance(value, int | float) and value >= 0 for value in row.values())
