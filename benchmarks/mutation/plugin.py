"""A pytest plugin that collects the tests once and runs them in a forked child for each mutant.

Collecting imports torch and everything else, seconds that are paid once: a child swaps the code of one function for the
mutated one and runs the tests that call this function, up to the first that fails. The mutated file also stands on disk
meanwhile, for tests that start processes of their own.
"""

import ast
import builtins
import gc
import importlib
import json
import os
import resource
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

PLAN: Final = "CODEGRAFT_MUTATION"
"""Variable that names the plan: a JSON file of files, mutants, and where results go."""
MEMORY: Final = 6 * 2**30
"""Bytes a child may ask for: a mutant that eats more is killed by this, as by a timeout."""
PATIENCE: Final = 10.0
"""Seconds of processor time a mutant has, beside twice what its tests take without it."""
WAITING: Final = 4
"""Seconds of waiting it has for each of these: the machine may be busy, or the mutant asleep."""
SEEN: Final = "__mutation_seen__"

Functions = dict[tuple[str, str], list[FunctionType]]


class Timed:
    """What one test did without a mutant: how long it took, whether it passed, what it called."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.passed = True
        self.called: set[str] = set()
        self.prepared: set[str] = set()
        """What its setup called: fixtures, which may serve later tests of the same file too."""


def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of running the tests: run them for each mutant of the plan."""
    if session.testsfailed:
        raise session.Interrupted("some tests cannot be collected")
    plan = json.loads(Path(os.environ[PLAN]).read_text())
    for module in plan["preloaded"]:
        importlib.import_module(module)
    for item in session.items:
        if item.name == plan["warm"]:
            run(item, session.items[0])
    functions = living_functions(plan["files"])
    # A failure is enough: none is made small, none is kept.
    settings.register_profile(
        "mutation",
        settings(),
        max_examples=plan["examples"],
        phases=(Phase.explicit, Phase.generate),
        database=None,
    )
    settings.load_profile("mutation")
    gc.collect()
    gc.freeze()
    timed = in_child(lambda: baseline(session, functions), plan["patience"])
    if not isinstance(timed, list):
        raise pytest.UsageError(f"the tests did not come to an end without a mutant: {timed}")
    chosen = {item.nodeid: test for item, test in zip(session.items, timed, strict=True)}
    failed = [name for name, test in chosen.items() if not test["passed"]]
    with Path(plan["results"]).open("a") as results:
        results.write(
            json.dumps({"tests": len(chosen), "seconds": sum(t["seconds"] for t in timed), "failed": failed}) + "\n"
        )
        for mutant in plan["mutants"]:
            items, seconds = covering(session, chosen, f"{mutant['file']}:{mutant['function']}", plan["longest"])
            begun = time.monotonic()
            outcome, detail = verdict(mutant, items, seconds, functions)
            spent = round(time.monotonic() - begun, 2)
            line = {"key": mutant["key"], "outcome": outcome, "by": detail, "tests": len(items), "seconds": spent}
            results.write(json.dumps(line) + "\n")
            results.flush()
    return True


def living_functions(files: list[str]) -> Functions:
    """Every function object that was made from the files, by file and qualified name."""
    found: Functions = {}
    names = {str(Path(file).resolve()): file for file in files}
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename in names:
            key = names[thing.__code__.co_filename], thing.__code__.co_qualname
            found.setdefault(key, []).append(thing)
    return found


def baseline(session: pytest.Session, functions: Functions) -> list[dict[str, Any]]:
    """Run every test as it is, noting which functions of the files each calls."""
    called: set[str] = set()
    setattr(builtins, SEEN, called.add)
    for file in {file for file, _ in functions}:
        text = Path(file).read_text()
        swap(functions, file, instrumented(text, file))
    told = []
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        test = Timed()
        called.clear()
        begun = time.perf_counter()
        for report in run(item, following):
            test.passed &= not report.failed
            if report.when == "setup":
                test.prepared = set(called)
        test.seconds = time.perf_counter() - begun
        test.called = set(called)
        told.append({**vars(test), "called": sorted(test.called), "prepared": sorted(test.prepared)})
    return told


def instrumented(text: str, file: str) -> CodeType:
    """The code of a module whose functions first say their name."""
    tree = ast.parse(text)
    for holder in [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]:
        prefix = f"{holder.name}." if isinstance(holder, ast.ClassDef) else ""
        for node in holder.body:
            if isinstance(node, ast.FunctionDef):
                call = ast.parse(f"{SEEN}({f'{file}:{prefix}{node.name}'!r})").body[0]
                node.body.insert(0, call)
    return compile(ast.fix_missing_locations(tree), str(Path(file).resolve()), "exec")


def swap(functions: Functions, file: str, module: CodeType, only: str | None = None) -> int:
    """Give the living functions of a file the code that a new compilation has for them; returns how many got it."""
    codes: dict[tuple[str, int], CodeType] = {}
    within = [module]
    while within:
        for inner in within.pop().co_consts:
            if isinstance(inner, CodeType):
                codes[inner.co_qualname, inner.co_firstlineno] = inner
                within.append(inner)
    swapped = 0
    for (of, name), living in functions.items():
        for function in living if of == file and only in (None, name) else []:
            code = codes.get((name, function.__code__.co_firstlineno))
            if code is not None and code.co_freevars == function.__code__.co_freevars:
                function.__code__ = code
                swapped += 1
    return swapped


def covering(
    session: pytest.Session, timed: dict[str, Any], function: str, longest: float
) -> tuple[list[pytest.Item], float]:
    """The tests that call a function, quickest first, and after them the others of the same files; their seconds."""
    own = [item for item in session.items if function in timed[item.nodeid]["called"]]
    shared = {item.path for item in own if function in timed[item.nodeid]["prepared"]}
    more = [item for item in session.items if item.path in shared and item not in own]
    items = [
        item
        for group in (own, more)
        for item in sorted(group, key=lambda item: timed[item.nodeid]["seconds"])
        if timed[item.nodeid]["passed"] and timed[item.nodeid]["seconds"] < longest
    ]
    return items, sum(timed[item.nodeid]["seconds"] for item in items)


def verdict(mutant: dict[str, Any], items: list[pytest.Item], seconds: float, functions: Functions) -> tuple[str, str]:
    """What became of a mutant: killed (and by what), timeout or survived."""
    if not items:
        return "survived", "no test calls it"
    path = Path(mutant["file"])
    original, times = path.read_text(), path.stat()
    lines = original.splitlines(keepends=True)
    height = len(mutant["old"].splitlines())
    lines[mutant["first"] : mutant["first"] + height] = [mutant["new"]]
    mutated = "".join(lines)
    path.write_text(mutated)
    # A time of its own, so that no process takes the compiled original for it.
    os.utime(path, (times.st_atime, times.st_mtime - 86400 - mutant["line"]))
    try:
        outcome = in_child(lambda: trial(mutant, original, mutated, items, functions), PATIENCE + 2 * seconds)
    finally:
        path.write_text(original)
        os.utime(path, (times.st_atime, times.st_mtime))
    if isinstance(outcome, list):
        return ("killed", outcome[0]) if outcome else ("survived", "")
    return (
        ("timeout", "") if outcome in (-signal.SIGKILL, -signal.SIGXCPU) else ("killed", f"ended with {outcome}"[-600:])
    )


def trial(
    mutant: dict[str, Any], original: str, mutated: str, items: list[pytest.Item], functions: Functions
) -> list[str]:
    """Put the mutant in and run the tests up to the first that fails: its name, or nothing."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    file, name = mutant["file"], mutant["function"]
    if not swap(functions, file, compile(mutated, str(Path(file).resolve()), "exec"), name):
        return ["the function takes other variables of its class"]
    for function in functions[file, name]:
        change_defaults(function, original, mutated)
    for item, following in zip(items, [*items[1:], None], strict=True):
        if any(report.failed for report in run(item, following)):
            return [item.nodeid]
    return []


def change_defaults(function: FunctionType, original: str, mutated: str) -> None:
    """Where the mutant is in a default value: give the function the new one."""
    before, after = (arguments(text, function) for text in (original, mutated))
    if ast.dump(before) == ast.dump(after):
        return

    def value(node: ast.expr) -> Any:
        return eval(compile(ast.Expression(node), "default", "eval"), function.__globals__)

    function.__defaults__ = tuple(value(node) for node in after.defaults) or None
    function.__kwdefaults__ = {
        argument.arg: value(node) for argument, node in zip(after.kwonlyargs, after.kw_defaults, strict=True) if node
    }


def arguments(text: str, function: FunctionType) -> ast.arguments:
    """The parameters of a function as a text has them."""
    code = function.__code__
    first = code.co_firstlineno
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and first in (node.lineno, *(one.lineno for one in node.decorator_list)):
            return node.args
    raise LookupError(f"{code.co_qualname}: not in the text")


def run(item: pytest.Item, following: pytest.Item | None) -> list[pytest.TestReport]:
    """One test, and the end of the fixtures that the following one does not need; reported to nobody else."""
    return runtestprotocol(item, log=False, nextitem=following)


def in_child(work: Callable[[], Any], patience: float) -> Any:
    """What the work returns when a forked child does it; else how the child ended."""
    with tempfile.TemporaryDirectory() as directory:
        answer = Path(directory) / "answer"
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (round(patience), round(patience) + 1))
            status = 1
            try:
                answer.write_text(json.dumps(work()))
                status = 0
            except BaseException:  # whatever it is, it must not go on as a second parent
                (Path(directory) / "trouble").write_text(traceback.format_exc())
            finally:
                os._exit(status)
        status = wait(child, patience * WAITING)
        if status == 0:
            return json.loads(answer.read_text())
        trouble = Path(directory) / "trouble"
        return trouble.read_text() if trouble.exists() else status


def wait(child: int, patience: float) -> int:
    """How a child ended; where it takes too long it is killed, and with it what it started."""
    deadline = time.monotonic() + patience
    pause = 0.005
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > deadline:
            os.killpg(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            break
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status)
