"""A forked process that reads inputs under limits and logs what came of each."""

import faulthandler
import gc
import json
import os
import random
import resource
import signal
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from benchmarks.fuzz.guard import ForbiddenError, install
from benchmarks.fuzz.target import Input, Target
from codegraft.errors import CodegraftError

CPU_SECONDS: Final = 2.0
"""That an input may take, beside what its length allows."""

BYTES_A_SECOND: Final = 50_000
"""One second more for so many bytes: a tenth of the speed at which the slowest target reads real code."""

CLOCK_SECONDS: Final = 10
"""After which a reader that waits without working hangs."""

RESIDENT_BYTES: Final = 512 << 20
"""Of memory that an input may take, beside what the process had when it began."""

ADDRESS_BYTES: Final = 4 << 30
"""Likewise of addresses, used or not."""

LEAST_VALID: Final = 20
"""Valid inputs that each process reads first."""

LONGEST_MESSAGE: Final = 2_000
"""Characters of a message to a person."""

_NO_MEMORY: Final = (
    "allocate memory",
    "bad_alloc",
    "out of memory",
    "not enough memory",
    "realloc of size",
    "malloc of size",
)


class Outcome(NamedTuple):
    """What came of an input: ``kind`` is accepted, refused or a finding; ``what`` the class of error, or the fault."""

    kind: str
    what: str
    detail: str = ""


ACCEPTED: Final = Outcome("accepted", "")


def input_of(target: Target, seed: int, number: int) -> Input:
    """The input of a number."""
    return target.draw(random.Random(f"{seed}:{target.name}:{number}"))


def judged(target: Target, inputs: Sequence[Input], place: Path) -> Outcome:
    """Read inputs and say what came of it."""
    try:
        target.read(inputs, place)
    except CodegraftError as error:
        return _refusal(error, target.lines)
    except ForbiddenError as error:
        return Outcome("finding", "does what reading may not", str(error))
    except BaseException as error:  # whatever else comes out is what is looked for
        return Outcome("finding", f"raises {type(error).__name__} at {_place_of(error)}", str(error)[:300])
    return ACCEPTED


def _refusal(error: CodegraftError, lines: int) -> Outcome:
    message = str(error)
    if _starved(error):
        return Outcome("finding", f"asks for more memory than there is at {_place_of(error)}", message[:300])
    said = message.split("\n")
    if (
        not message
        or len(said) > lines
        or len(message) > LONGEST_MESSAGE * lines
        or not all(map(str.isprintable, said))
    ):
        return Outcome("finding", f"says what is no plain line at {_place_of(error)}", repr(message[:300]))
    return Outcome("refused", type(error).__name__)


def _starved(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, MemoryError) or any(words in str(error).lower() for words in _NO_MEMORY):
            return True
        error = error.__cause__ or error.__context__
    return False


def _place_of(error: BaseException) -> str:
    """The innermost line of this program that an error passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/codegraft/" in frame.filename]
    frame = (own or frames)[-1]
    return f"{frame.filename.rpartition('/codegraft/')[2]}:{frame.lineno} {frame.name}"


def work(target: Target, seed: int, numbers: range, place: Path) -> NoReturn:
    """Read the inputs of these numbers, and log each in ``place``; ends the process."""
    try:
        _work(target, seed, numbers, place)
    except BaseException:  # a fault of the harness itself must not go on in the parent's stack
        traceback.print_exc()
        os._exit(3)
    os._exit(0)


def _work(target: Target, seed: int, numbers: range, place: Path) -> None:
    handle = os.open(place / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    files = place / "files"
    files.mkdir()
    for valid in target.valid[:1]:
        judged(target, [valid], files)  # imports what is imported late
    install()
    _limit()
    for valid in target.valid[:LEAST_VALID]:
        outcome = judged(target, [valid], files)
        if outcome.kind != "accepted":
            _say(handle, {"broken": outcome})
            return
    gc.freeze()
    base = resident()
    for batch in _batches(numbers, target.together):
        inputs = [input_of(target, seed, number) for number in batch]
        size = sum(len(content) if isinstance(content, bytes) else 0 for content in inputs)
        _say(handle, {"begin": batch.start, "count": len(batch), "bytes": size})
        begun = _arm(CPU_SECONDS + size / BYTES_A_SECOND)
        outcome = judged(target, inputs, files)
        seconds = _disarm(begun)
        grown = resident() - base
        if grown > RESIDENT_BYTES:
            outcome = Outcome("finding", f"takes more than {RESIDENT_BYTES >> 20} MB", f"{grown >> 20} MB")
        _say(handle, {"end": batch.start, "count": len(batch), "outcome": outcome, "seconds": seconds, "grown": grown})
        if grown > RESIDENT_BYTES:
            return  # the peak is that of the process, so another has to go on


def _batches(numbers: range, together: int) -> Iterator[range]:
    for first in range(numbers.start, numbers.stop, together):
        yield range(first, min(first + together, numbers.stop))


def _limit() -> None:
    """The default action of these signals ends the process, in C code as well."""
    faulthandler.disable()
    for number in (signal.SIGPROF, signal.SIGALRM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    addresses = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (addresses + ADDRESS_BYTES,) * 2)


def _arm(seconds: float) -> float:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, CLOCK_SECONDS + 10 * seconds)
    return time.process_time()


def _disarm(begun: float) -> float:
    seconds = time.process_time() - begun
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return seconds


def resident() -> int:
    """Most bytes of memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _say(handle: int, record: dict[str, Any]) -> None:
    os.write(handle, json.dumps(record).encode() + b"\n")
