"""What documentation says first."""

import pytest

from codegraft.graphmer.search.documentation import docstring_paragraph, javadoc_paragraph


@pytest.mark.parametrize(
    ("literal", "said"),
    [
        ('"""One line."""', "One line."),
        ("'''Two\n    lines.\n\n    More.'''", "Two lines."),
        ('r"""\n    Raw \\d.\n    """', "Raw \\d."),
        ('"short"', "short"),
        ('"""   """', ""),
        ('""', ""),
        ('"""!!! note "Box"\n    In a box.\n\nSays."""', "Says."),
        ('""".. deprecated:: 2"""', ""),
        ('f"""No {docstring}."""', ""),
        ('b"bytes"', ""),
    ],
)
def test_a_docstring_says_its_first_paragraph(literal, said):
    assert docstring_paragraph(literal) == said


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("/** One line. */", "One line."),
        ("/**\n * Two\n * lines.\n *\n * More.\n */", "Two lines."),
        ("/**\n * First.\n * <p>Second.\n */", "First."),
        ("/**\n * Takes {@code x} of {@link List} <b>now</b>.\n * @param x what\n */", "Takes x of List now."),
        ("/**\n * @param x what\n */", ""),
        ("/** a < b and c > d */", "a < b and c > d"),
        ("/***/", ""),
    ],
)
def test_a_javadoc_comment_says_its_first_paragraph(comment, said):
    assert javadoc_paragraph(comment) == said
