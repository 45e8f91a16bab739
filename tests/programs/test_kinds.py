import re

from codegraft.programs.kinds import BUG_KINDS


def test_every_kind_has_a_name_for_columns_and_one_sentence_of_its_own():
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", kind) for kind in BUG_KINDS)
    assert all(re.fullmatch(r"[A-Z][^.]*\.", meaning) for meaning in BUG_KINDS.values())
    assert len(set(BUG_KINDS.values())) == len(BUG_KINDS) == 26
