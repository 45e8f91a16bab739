"""Near duplicates across splits are counted, each on the side that is held out less."""

from codegraft.programs.straddling import Placed, straddling


def long(name: str) -> str:
    return " ".join(f"{name}{number}" for number in range(100))


def test_a_text_counts_in_the_split_that_is_held_out_less() -> None:
    texts = [
        *(Placed("train", text) for text in (long("a"), long("a") + " more", long("b"), long("c"), "x = 1")),
        *(Placed("validation", text) for text in (long("b"), long("d"))),
        *(Placed("test", text) for text in (long("a"), long("d"), long("e"), "x  =  1")),
    ]
    assert straddling(texts, threshold=0.8, title="texts") == {"train": 4, "validation": 1}


def test_copies_within_a_split_do_not_straddle() -> None:
    assert straddling([Placed("test", long("a"))] * 3, threshold=0.8, title="texts") == {"train": 0, "validation": 0}
