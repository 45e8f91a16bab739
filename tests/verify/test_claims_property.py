"""Whatever the metrics hold: what was rendered holds, and no change of a document goes unnoticed."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.verify.claims import check_claims
from codegraft.verify.docs import write_documents
from tests.verify.claims_repository import put

names = st.text("abcdefg_", min_size=1, max_size=6)
numbers = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False, width=32))
words = st.text("abcxyz -.", min_size=1, max_size=8)
FORMS = {int: ("", " | f2", " | word"), float: (" | f0", " | f3", " | percent", " | signed"), str: ("", " | spaced")}
# What stands between figures may look like figures, or be nothing at all.
between = st.sampled_from(["", " ", "\n", ", ", ".", "0 ", "-", " [", "]", " | ", "\n\n", "`7`", "x"])


@st.composite
def pages(draw):
    """Metrics, and a template that shows some of them."""
    metrics = draw(st.dictionaries(names, st.one_of(numbers, words), min_size=1, max_size=5))
    shown = draw(st.lists(st.sampled_from(sorted(metrics)), min_size=1, max_size=6))
    text = draw(between)
    for name in shown:
        form = draw(st.sampled_from(FORMS[type(metrics[name])]))
        text += f"{{{{ metrics.all['{name}']{form} }}}}{draw(between)}"
    return metrics, f"Page\n{text}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("repository")


def made(root: Path, page) -> str:
    metrics, template = page
    put(root / "metrics/all.json", json.dumps(metrics))
    put(root / "docs/templates/README.md.j2", template)
    write_documents(root)
    return (root / "README.md").read_text(encoding="utf-8")


def wrong(root):
    """Faults, but those that name the template's own numbers: what stands between figures is arbitrary here."""
    return [fault for fault in check_claims(root).faults if "that no stage computed" not in fault]


@settings(max_examples=40)
@given(pages())
def test_what_was_rendered_holds(root, page):
    made(root, page)
    assert wrong(root) == []
    assert all(claim.holds for claim in check_claims(root).claims)


@settings(max_examples=40)
@given(pages(), st.data())
def test_any_digit_that_was_changed_is_found(root, page, data):
    text = made(root, page)
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    if places:
        place = data.draw(st.sampled_from(places))
        put(root / "README.md", f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}")
        line = text.count("\n", 0, place) + 1
        assert any(fault.startswith(f"README.md:{line}") for fault in wrong(root))


@settings(max_examples=40)
@given(pages(), st.data())
def test_any_other_edit_is_found(root, page, data):
    text = made(root, page)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 3, len(text))))
    other = text[:start] + data.draw(st.text("01.x |\n", max_size=3)) + text[end:]
    put(root / "README.md", other)
    assert bool(wrong(root)) == (other != text)
