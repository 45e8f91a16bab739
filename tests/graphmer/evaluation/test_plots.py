"""The pictures of an evaluation: what they say, and the same bytes each time."""

from matplotlib.figure import Figure

from codegraft.graphmer.evaluation import plots
from codegraft.graphmer.evaluation.plots import draw_relations, draw_systems


def figures(mrr):
    return {"tail": {"mrr": mrr, "intervals": {"mrr": {"low": mrr / 2, "high": mrr}}}}


LINKS = {"linker": {"known": figures(0.6), "new": figures(0.5)}, "encoder": {"new": figures(0.1)}}


def drawn(monkeypatch, draw):
    """The figure as it would be written."""
    found: list[Figure] = []
    monkeypatch.setattr(plots, "save_picture", lambda figure, path: found.append(figure))
    draw()
    return found[0]


def test_a_system_that_was_not_asked_says_so_instead_of_looking_like_zero(monkeypatch):
    figure = drawn(monkeypatch, lambda: draw_systems("systems.png", LINKS, "tail"))
    assert [[text.get_text() for text in axes.texts] for axes in figure.axes] == [["not asked"], []]


def test_a_mark_at_one_lies_inside_the_axes(monkeypatch):
    relations = {"linker": {"calls": {"mrr": 1.0, "questions": 20}}}
    figure = drawn(monkeypatch, lambda: draw_relations("relations.png", relations, "title"))
    assert figure.axes[0].get_xlim()[1] > 1.0


def test_pictures_repeat(tmp_path):
    for name in ("one.png", "two.png"):
        draw_systems(tmp_path / name, LINKS, "tail")
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
