"""No mutation may be told from what people write by a turn of phrase that people never use."""

import builtins
import io
import keyword
import tokenize
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from codegraft.programs.mutate import mutants
from codegraft.programs.sample import SAMPLE_DIRECTORY, read_sample
from tests.programs.contests import ROOT

KNOWN = {*keyword.kwlist, *dir(builtins), *dir(str), *dir(list), *dir(dict)}
LAYOUT = (tokenize.INDENT, tokenize.DEDENT, tokenize.NEWLINE)
UNSEEN = (tokenize.COMMENT, tokenize.NL)

LEAST_MUTANTS = 10
"""Of an operator that made fewer nothing can be said."""


def word(token):
    """A token without what differs from author to author: names, numbers, texts."""
    if token.type in LAYOUT:
        return tokenize.tok_name[token.type]
    if token.type == tokenize.NAME:
        return token.string if token.string in KNOWN else "name"
    return {tokenize.NUMBER: "0", tokenize.STRING: "text"}.get(token.type, token.string)


def bigrams(code):
    words = [word(token) for token in tokenize.generate_tokens(io.StringIO(code).readline) if token.type not in UNSEEN]
    return set(pairwise(words))


@pytest.fixture(scope="module")
def foreign():
    """Operator -> for each of its mutants of the sample, the bigrams that no program of the sample has."""
    problems = read_sample(ROOT / SAMPLE_DIRECTORY)
    own = set().union(*(bigrams(code) for problem in problems for code in (*problem.correct, *problem.incorrect)))
    found = defaultdict(list)
    for code in (code for problem in problems for code in problem.correct):
        for mutant in mutants(code, seed=0, limit=6):
            found[mutant.operator].append(bigrams(mutant.code) - own)
    return found


def test_few_mutants_say_what_no_program_of_people_says(foreign):
    of_all = [bool(new) for every in foreign.values() for new in every]
    assert len(of_all) > 1000
    assert sum(of_all) < 0.06 * len(of_all)


def test_no_operator_has_a_turn_of_phrase_of_its_own(foreign):
    for operator, every in foreign.items():
        if len(every) >= LEAST_MUTANTS:
            times = Counter(phrase for new in every for phrase in new)
            assert {phrase for phrase, count in times.items() if count >= 0.2 * len(every)} == set(), operator
