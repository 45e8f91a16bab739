"""The fuzzer: faults that are planted are found, and some inputs of every target show none."""

import ctypes
import os
import random
import subprocess
import time

import pytest

from benchmarks.fuzz.guard import forbidding
from benchmarks.fuzz.harness import Tally, fuzz
from benchmarks.fuzz.minimise import smallest
from benchmarks.fuzz.target import Target
from benchmarks.fuzz.targets import bundles, tables
from codegraft.errors import ProgramError


def planted(fault, together=1):
    """A target in whose inputs a ``!`` is the fault; one in forty has it."""

    def read(inputs, place):
        for content in inputs:
            with forbidding():
                if b"!" in content:
                    fault(place)
                if b"?" in content:
                    raise ProgramError("it asks")

    def draw(draws: random.Random):
        return draws.choice((b"!xyz", b"?", *[b"fine"] * 38))

    return Target("planted", draw, read, [b"valid"], together)


def wrong(place):
    raise ValueError("no")


def two_lines(place):
    raise ProgramError("one\ntwo")


def allocate(place):
    bytearray(b"x") * (700 << 20)


def ask_for_all(place):
    bytearray(1 << 40)


FAULTS = {
    "raises ValueError": wrong,
    "says what is no plain line": two_lines,
    "takes more than 512 MB": allocate,
    "raises MemoryError": ask_for_all,
    "dies of SIGSEGV": lambda place: ctypes.string_at(0),
    "ends the process": lambda place: os._exit(7),
    "opens": lambda place: (place / "new").write_text("x"),
    "subprocess": lambda place: subprocess.run(["true"], check=False),
}


def found(target, inputs=120):
    tally = Tally()
    fuzz(target, 0, range(inputs), tally)
    assert tally.inputs == inputs
    return tally


FIRST = next(number for number in range(5, 999) if b"!" in planted(wrong).draw(random.Random(f"0:planted:{number}")))
"""Number of an input that has the fault; none of the five before it has."""


@pytest.mark.parametrize("what", FAULTS)
def test_a_planted_fault_is_found(what):
    tally = Tally()
    fuzz(planted(FAULTS[what]), 0, range(FIRST - 5, FIRST + 1), tally)
    said = [f"{finding.what} {finding.detail}" for finding in tally.findings.values()]
    assert len(said) == 1
    assert what in said[0]
    assert tally.accepted + tally.refused.total() == 5


def work(place):
    while True:
        pass


def wait(place):
    time.sleep(60)


@pytest.mark.parametrize(("fault", "what"), [(work, "works too long"), (wait, "waits too long")])
def test_a_reader_that_hangs_is_found(monkeypatch, fault, what):
    monkeypatch.setattr("benchmarks.fuzz.worker.CPU_SECONDS", 0.2)
    monkeypatch.setattr("benchmarks.fuzz.worker.CLOCK_SECONDS", -1.0)
    tally = Tally()
    fuzz(planted(fault), 0, range(FIRST, FIRST + 1), tally)
    assert what in tally.findings


def test_a_fault_is_laid_to_its_input_and_not_to_those_beside_it():
    alone, together = found(planted(wrong)), found(planted(wrong, together=16))
    assert alone.findings.keys() == together.findings.keys()
    assert [one.count for one in alone.findings.values()] == [one.count for one in together.findings.values()]
    assert sum(finding.count for finding in alone.findings.values()) + alone.accepted + alone.refused.total() == 120


def test_the_smallest_input_is_what_the_fault_needs():
    assert smallest(planted(wrong), b"all of this and! that") == b"!"


def test_a_tally_goes_on_where_it_stopped():
    target, first = planted(wrong), Tally()
    fuzz(target, 0, range(60), first)
    second = Tally.of_json(first.as_json())
    fuzz(target, 0, range(60, 120), second)
    whole = found(target)
    assert (second.inputs, second.accepted, second.refused) == (whole.inputs, whole.accepted, whole.refused)


@pytest.mark.parametrize("room", [bundles, tables])
def test_some_inputs_of_every_target_show_no_fault(room):
    for target in room.targets():
        tally = Tally()
        fuzz(target, 1, range(60), tally)
        assert not tally.findings, target.name
        assert tally.inputs == 60
