"""Which numbers of a text need an origin, and what a list of facts has to be."""

import pytest

from codegraft.errors import DocumentError
from codegraft.verify.claims import check_claims
from codegraft.verify.numbers import Facts, read_facts
from codegraft.verify.values import FIRST_MARK
from tests.verify.claims_repository import edit, make_repository, put


def numbers(text, *phrases):
    found = Facts(dict.fromkeys(phrases, "told")).unlisted(text)
    return [text[place:].split()[0] for place in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It takes 12 s and 1,234.5 MB.", ["12", "1,234.5"]),
        ("about .5 or -3 or 2x or $4", ["5", "3", "2x", "4"]),
        ("Two layers, TWELVE heads, fifty words, a hundred, dozens", ["Two", "TWELVE", "fifty", "hundred,", "dozens"]),
        ("twofold, often, someone, attention, network", []),
        ("F1, Hits@10, p99, UTF-8, int8, H200, k2_3", []),
        ("a `span of 12` and [link](page_12.md#12) and <img width=12> and <!-- 12 -->", []),
        ("[12 things](page.md)", ["12"]),
        ("a < 12 and b > 11", ["12", "11"]),
        ("```\nmake  # 12 minutes, `13`\n```\n`14`", ["12", "13`"]),
        ("1. First\n2. Second", ["1.", "2."]),
        ("one, once, zero, half, no", []),
        (f"{chr(FIRST_MARK)}5 and 6{chr(FIRST_MARK)}", ["5", f"6{chr(FIRST_MARK)}"]),
        (f"{chr(FIRST_MARK)} and {chr(FIRST_MARK)}x", []),
    ],
)
def test_a_number_is_found_where_it_is_said_and_not_where_it_is_named(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 2 cores", []),
        ("on 2\ncores", []),
        ("on 12 cores", ["12"]),
        ("on 2 cores and 2 hosts", ["2"]),
        ("on 2 coresets", ["2"]),
        ("on 1.2 cores", ["1.2"]),
    ],
)
def test_a_listed_phrase_covers_its_own_numbers_alone(text, found):
    assert numbers(text, "2 cores") == found


def test_a_number_that_the_template_says_itself_is_named_with_its_words(tmp_path):
    root = make_repository(tmp_path)
    for file in ("README.md", "docs/templates/README.md.j2"):
        edit(root / file, "See [more]", "It saves 40 % of it. See [more]")
    (fault,) = check_claims(root).faults
    assert fault == (
        "README.md:13: a number that no stage computed, in `It saves 40 % of it. See [mor`; "
        "read it from a metrics file in docs/templates/README.md.j2, or list it with its origin in docs/facts.yaml"
    )


def test_a_fact_that_no_document_says_is_named(tmp_path):
    root = make_repository(tmp_path)
    put(root / "docs/facts.yaml", '"95 %": level\n"99 %": nothing\n')
    assert check_claims(root).faults == ("docs/facts.yaml: `99 %` is in no document; leave it out",)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- 95 %", "is no mapping"),
        ('"95 %": ""', "needs quotes, and where it comes from"),
        ("95: level", "needs quotes, and where it comes from"),
        ('"level": said', "holds no number"),
        ('"`12` spans": said', "holds no number"),
        ("a: [", "cannot be read"),
    ],
)
def test_a_list_of_facts_that_is_none_is_one_line(tmp_path, text, why):
    put(tmp_path / "docs/facts.yaml", text)
    with pytest.raises(DocumentError, match=why) as raised:
        read_facts(tmp_path)
    assert "\n" not in str(raised.value)
