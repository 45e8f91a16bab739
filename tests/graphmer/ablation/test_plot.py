"""The picture is drawn, and drawn the same."""

from codegraft.graphmer.ablation.plot import draw_gains
from codegraft.graphmer.ablation.report import report_of
from tests.graphmer.ablation.cases import all_sums, sums


def test_equal_gains_are_an_equal_picture(tmp_path):
    gains = report_of(all_sums(no_leaves=sums(mnm_loss=0.3), no_decay=sums(mlm_loss=-0.3)))["gains"]
    for name in ("one.png", "two.png"):
        draw_gains(tmp_path / name, gains)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
