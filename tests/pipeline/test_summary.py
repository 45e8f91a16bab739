import subprocess

import pytest

from tests.pipeline.summary import summary

DVC_YAML = """
stages:
  train:
    plots:
      - plots/loss.csv: {cache: false, title: Loss, x: epoch, y: held_out}
      - plots/picture.png: {cache: false}
"""


@pytest.fixture
def repository(tmp_path):
    """Commit one state of a repository, then make the next the working tree's."""

    def make(before, after):
        (tmp_path / "plots").mkdir()
        (tmp_path / "dvc.yaml").write_text(DVC_YAML)
        if before:
            (tmp_path / "plots/loss.csv").write_text(before)
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        for command in (("init", "--quiet"), ("add", "."), (*identity, "commit", "--quiet", "--message", "base")):
            subprocess.run(["git", *command], cwd=tmp_path, check=True)
        (tmp_path / "plots/loss.csv").write_text(after)
        return tmp_path

    return make


def test_last_rows_and_both_curves_are_shown(repository):
    root = repository("epoch,held_out\n1,0.9\n2,0.5\n", "epoch,held_out\n1,0.8\n2,0.4\n3,0.3\n")
    text = summary(root, "HEAD")
    assert "### Loss" in text
    assert "| held_out | 0.5 | 0.3 |" in text
    assert 'x-axis "epoch" [1, 2, 3]' in text
    assert text.index("line [0.9, 0.5]") < text.index("line [0.8, 0.4, 0.3]")
    assert "picture.png" not in text


def test_a_plot_that_the_base_lacks_is_shown_alone(repository):
    text = summary(repository("", "epoch,held_out\n1,0.8\n"), "HEAD")
    assert "| held_out | - | 0.8 |" in text
    assert text.count("line [") == 1


def test_a_column_that_the_base_lacks_is_shown_alone(repository):
    text = summary(repository("epoch,other\n1,0.9\n", "epoch,held_out\n1,0.8\n"), "HEAD")
    assert "| other | 0.9 | - |" in text
    assert text.count("line [") == 1


def test_an_unknown_revision_is_an_error(repository):
    root = repository("epoch,held_out\n1,0.9\n", "epoch,held_out\n1,0.8\n")
    with pytest.raises(subprocess.CalledProcessError):
        summary(root, "nowhere")
