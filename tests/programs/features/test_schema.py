"""The schema: widths, names, documentation."""

from itertools import pairwise

from codegraft.programs.features.patterns import PAIRS, Members, pair_table
from codegraft.programs.features.schema import FEATURE_DOCS, FEATURE_NAMES, PARTS, SECTIONS, SLICES, schema_hash
from codegraft.programs.graph import FEATURES


def test_sections_have_the_widths_that_were_promised() -> None:
    widths = dict.fromkeys(SECTIONS, 0)
    for name in FEATURE_NAMES:
        widths[name.partition(".")[0]] += 1
    assert widths == SECTIONS
    assert sum(SECTIONS.values()) == len(FEATURE_NAMES) == FEATURES


def test_sections_stand_side_by_side_in_their_order() -> None:
    order = [name.partition(".")[0] for name in FEATURE_NAMES]
    assert list(dict.fromkeys(order)) == list(SECTIONS)
    assert [name for name, following in pairwise(order) if name != following] == list(SECTIONS)[:-1]


def test_names_are_unique_and_each_column_has_one_line_of_documentation() -> None:
    assert len(set(FEATURE_NAMES)) == len(FEATURE_NAMES)
    assert len(FEATURE_DOCS) == len(FEATURE_NAMES)
    assert all(doc and "\n" not in doc for doc in FEATURE_DOCS)


def test_parts_cover_every_column_once() -> None:
    covered = [number for part in PARTS for number in range(SLICES[part].start, SLICES[part].stop)]
    assert covered == list(range(FEATURES))


def test_the_hash_is_that_of_names_and_source() -> None:
    assert len(schema_hash()) == 64
    assert schema_hash() == schema_hash()


def test_patterns_of_neighbours_exclude_each_other() -> None:
    assert set(pair_table().ravel().tolist()) == {-1, *range(len(PAIRS))}
    pairs = [(first, second) for one, other in PAIRS.values() for first in groups(one) for second in groups(other)]
    assert len(pairs) == len(set(pairs))


def groups(members: Members) -> tuple[str, ...]:
    """Words and classes that a pattern names."""
    return (members,) if isinstance(members, str) else members
