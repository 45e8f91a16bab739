"""Pictures come out the same, and whole."""

from codegraft.pictures import COLOURS, blank_figure, save_picture


def draw(path, title):
    figure = blank_figure(2.0, 1.0)
    figure.subplots().plot([0, 1], [1, 0], color=COLOURS[0])
    figure.suptitle(title)
    save_picture(figure, path)
    return path.read_bytes()


def test_the_same_drawing_gives_the_same_bytes(tmp_path):
    one, again = (draw(tmp_path / name, "a") for name in ("one.png", "again.png"))
    assert one == again
    assert one.startswith(b"\x89PNG")
    assert one != draw(tmp_path / "other.png", "b")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.png", "one.png", "other.png"]
