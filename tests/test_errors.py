"""What messages quote of files."""

from codegraft.errors import LONGEST, plain


def test_what_a_file_says_is_one_short_line_that_no_terminal_obeys():
    assert plain("é a") == "é a"
    assert plain("a\nb\x1b[2J\0\ud800") == r"a\nb\x1b[2J\x00\ud800"
    assert len(plain("x" * 10_000)) == LONGEST + 3
