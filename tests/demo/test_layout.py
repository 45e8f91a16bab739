import math
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.demo.columns import Entity
from codegraft.demo.layout import layout_of
from codegraft.demo.picture import Link, Node, Picture

NUMBER = r"-?\d+(?:\.\d)?(?:e-\d+)?"


@st.composite
def pictures(draw):
    files = sorted(draw(st.lists(st.sampled_from(["a.py", "b.py", "p/c.py", "p/d.py", "p/q/e.py"]), max_size=40)))
    nodes = [
        Node(Entity(row, "name", "name", "Class", "python", f, row), "n", "Class", 0, 0) for row, f in enumerate(files)
    ]
    end = st.integers(0, max(len(files) - 1, 0))
    pairs = st.tuples(end, end).filter(lambda pair: pair[0] != pair[1])
    ends = draw(st.lists(pairs, max_size=20)) if len(files) > 1 else []
    return Picture(nodes, [Link(*pair, "calls", 1) for pair in ends], 0, 0)


@given(pictures())
def test_nodes_stand_on_the_circle_and_apart(picture):
    layout = layout_of(picture)
    assert all(math.hypot(place.x, place.y) == pytest.approx(layout.radius, abs=0.2) for place in layout.places)
    assert all(math.dist(one[:2], other[:2]) > 12 for one, other in combinations(layout.places, 2))
    assert layout.size > 2 * layout.radius


@given(pictures())
def test_a_link_leads_from_its_source_to_its_target_within_the_circle(picture):
    layout = layout_of(picture)
    for link, path in zip(picture.links, layout.paths, strict=True):
        numbers = [float(text) for text in re.findall(NUMBER, path)]
        assert re.fullmatch(r"M[\d .-]+(?:[LC][\d .-]+)+", path)
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert points[0] == pytest.approx(layout.places[link.source][:2], abs=0.2)
        assert points[-1] == pytest.approx(layout.places[link.target][:2], abs=0.2)
        assert all(math.hypot(*point) <= layout.radius + 0.2 for point in points)


@given(pictures())
def test_names_are_never_upside_down(picture):
    for place in layout_of(picture).places:
        upright = math.cos(math.radians(place.angle))
        assert upright >= -0.01
        assert place.ends == (place.x < -0.05) or abs(place.x) < 0.1


@given(pictures())
def test_each_of_several_folders_has_an_arc(picture):
    folders = {node.entity.file.rpartition("/")[0] for node in picture.nodes}
    assert {arc.folder for arc in layout_of(picture).arcs} == (folders if len(folders) > 1 else set())
