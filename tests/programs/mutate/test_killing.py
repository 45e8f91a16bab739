"""Mutants are mistakes: executed, most of them fail tests that their originals pass."""

import resource
import subprocess
import sys

import pytest

from codegraft.programs.mutate import mutants
from tests.programs.mutate.programs import PROGRAMS, Little

MADE = 4


def _passes(code: str, tests: tuple[tuple[str, str], ...]) -> bool:
    return all(_output(code, given) == expected.split() for given, expected in tests)


def _output(code: str, given: str) -> list[str] | None:
    """Tokens that a program prints; ``None`` if it fails or does not end."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", code],
            input=given.encode(),
            capture_output=True,
            timeout=5,
            preexec_fn=_limit,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode().split() if done.returncode == 0 else None


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))


def _killed_share(little: Little) -> float:
    made = mutants(little.code, seed=0, limit=MADE)
    return sum(not _passes(mutant.code, little.tests) for mutant in made) / len(made)


def test_the_originals_pass_and_most_of_their_mutants_do_not():
    shares = {}
    for name, little in PROGRAMS.items():
        assert _passes(little.code, little.tests), name
        shares[name] = _killed_share(little)
    assert sum(shares.values()) / len(shares) > 0.7
    assert min(shares.values()) >= 0.25


@pytest.mark.slow
def test_of_all_mutants_few_run_for_ever():
    ended = endless = 0
    for little in PROGRAMS.values():
        for mutant in mutants(little.code, seed=0, limit=40):
            try:
                subprocess.run(
                    [sys.executable, "-I", "-c", mutant.code],
                    input=little.tests[0][0].encode(),
                    capture_output=True,
                    timeout=1,
                    preexec_fn=_limit,
                )
                ended += 1
            except subprocess.TimeoutExpired:
                endless += 1
    assert endless < 0.05 * (ended + endless)
