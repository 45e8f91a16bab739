import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.string_codes import encode, entity_rows, file_key, file_keys

STRINGS = st.lists(st.sampled_from(["", "a", "b", "é", "a.b", "😀"]), max_size=8)


def layouts(strings):
    """The same column as strings, as two chunks, and as a dictionary with values that no row has."""
    column = pa.chunked_array([pa.array(strings, pa.string())])
    chunks = pa.chunked_array([pa.array(strings[:2], pa.string()), pa.array(strings[2:], pa.string())])
    padded = pa.array(["z", *strings, "0"], pa.string()).dictionary_encode()[1:-1]
    return [column, chunks, chunks.dictionary_encode(), pa.chunked_array([padded])]


@given(STRINGS, STRINGS)
def test_codes_are_places_among_the_sorted_strings_in_any_layout(first, second):
    strings = sorted({*first, *second}, key=str.encode)
    for one, other in zip(layouts(first), reversed(layouts(second)), strict=True):
        vocabulary, codes = encode(one, other)
        assert vocabulary.to_pylist() == strings
        assert [code.tolist() for code in codes] == [[strings.index(text) for text in side] for side in (first, second)]


def test_a_file_is_known_by_its_repository_and_path():
    table = pa.table({"repository": ["a", "ab", "", "a"], "file": ["b.py", ".py", "", ""]})
    keys = [file_key("a", "b.py"), file_key("ab", ".py"), "", ""]
    assert file_keys(table).to_pylist() == keys
    assert len(set(keys)) == 3


def test_an_unknown_entity_is_named():
    with pytest.raises(
        KnowledgeGraphError, match=r"1 entities that the table of entities lacks, such as r:x: build both"
    ):
        entity_rows(pa.array(["r:a", "r:x"]), pa.table({"id": ["r:a"]}))
