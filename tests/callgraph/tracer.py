"""Run Python cases and see who calls whom: ``python -m tests.callgraph.tracer SUITE`` prints JSON.

Of each case: ``own``, calls between its own functions; ``builtin``, calls of built-in functions and of methods of
built-in types; ``external``, calls of other libraries' functions under the names that they give themselves, and of
``ext``, a library that does not exist: it has every function and every class that is asked of it.
"""

import builtins
import functools
import importlib.machinery
import importlib.util
import inspect
import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from types import BuiltinFunctionType, ModuleType

from tests.callgraph.prepared import CREATED, NAMED, module_name, prepare

IMMEDIATE = ("<listcomp>", "<setcomp>", "<dictcomp>")
SUSPENDED = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


class Trace:
    """Calls seen while one case runs. Used as the profile function."""

    def __init__(self, case):
        self.case = case
        self.lambdas = {}
        self.made = {}
        self.own, self.builtin, self.external = set(), set(), set()

    def __call__(self, frame, event, argument):
        if event == "call":
            self.enter(frame.f_code, frame.f_back, frame.f_globals.get("__name__", ""))
        elif event == "c_call" and self.is_own(frame.f_code):
            self.enter_builtin(self.caller(frame), argument)

    def enter(self, code, caller, module):
        if not self.is_own(code):
            hidden = code.co_filename == __file__ or code.co_filename.startswith("<frozen importlib")
            if caller and self.is_own(caller.f_code) and not hidden:
                self.external.add((self.caller(caller), f"{module}.{code.co_qualname}"))
        elif code.co_flags & inspect.CO_OPTIMIZED and not code.co_flags & SUSPENDED and code.co_name not in IMMEDIATE:
            self.own.add((self.caller(caller), self.name(code)))

    def enter_builtin(self, caller, function):
        if isinstance(function, BuiltinFunctionType) and isinstance(function.__self__, ModuleType):
            module, found = function.__module__, function.__qualname__
            (self.builtin if module == "builtins" else self.external).add((caller, f"{module}.{found}"))
        else:
            self.builtin.add((caller, f"builtins.{function.__qualname__}"))

    def is_own(self, code):
        return Path(code.co_filename).is_relative_to(self.case)

    def caller(self, frame):
        """Name of the innermost scope of the case that a frame runs in or for."""
        while not self.is_own(frame.f_code) or frame.f_code.co_name in IMMEDIATE:
            frame = frame.f_back
        return self.name(frame.f_code)

    def name(self, code):
        if id(code) in self.lambdas:
            return self.lambdas[id(code)][0]
        parts = [part for part in code.co_qualname.split(".") if part not in ("<locals>", "<module>", "<genexpr>")]
        return ".".join([module_name(self.case, code.co_filename), *parts])

    def named(self, name, function):
        # With the code itself: a number is free again when its object is gone. Equal lambdas have equal code.
        self.lambdas[id(function.__code__)] = name, function.__code__
        return function

    def created(self, name):
        def decorate(function):
            @functools.wraps(function)
            def create(*arguments, **keywords):
                self.own.add((self.caller(sys._getframe(1)), name))
                return function(*arguments, **keywords)

            return create

        return decorate


class CaseLoader(importlib.machinery.SourceFileLoader):
    """Loads a module of a case, prepared, and leaves no bytecode behind."""

    def __init__(self, case, name, file):
        super().__init__(name, file)
        self.case = case

    def get_code(self, fullname):
        return compile(prepare(self.case, self.path)[0], self.path, "exec")


class CaseFinder:
    """Finds the modules of a case, and ``ext``."""

    def __init__(self, trace):
        self.trace = trace

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "ext":
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        for folder in [str(self.trace.case)] if path is None else path:
            base = Path(folder) / name.rpartition(".")[2]
            for file in (base / "__init__.py", base.with_suffix(".py")):
                if file.is_relative_to(self.trace.case) and file.is_file():
                    loader = CaseLoader(self.trace.case, name, str(file))
                    return importlib.util.spec_from_file_location(name, file, loader=loader)
        return None

    def create_module(self, spec):
        module = ModuleType(spec.name)
        module.__getattr__ = lambda attribute: external(self.trace, f"{spec.name}.{attribute}")
        return module

    def exec_module(self, module):
        pass


def external(trace, name):
    """A function, or by an upper-case name a class, of a library that does not exist."""
    last = name.rpartition(".")[2]
    if last.startswith("__"):
        raise AttributeError(name)
    make = external_class if last[0].isupper() else external_function
    return trace.made.setdefault(name, make(trace, name))


def external_function(trace, name):
    def function(*arguments, **keywords):
        trace.external.add((trace.caller(sys._getframe(1)), name))
        return first_function(*arguments)

    return function


def first_function(*arguments):
    """What calls of unknown functions return, so that they may serve as decorators, with arguments or without."""
    return next(filter(callable, arguments), first_function)


def external_class(trace, name):
    class Meta(type):
        def __call__(cls, *arguments, **keywords):
            if "__external__" in vars(cls):
                trace.external.add((trace.caller(sys._getframe(1)), name))
            return super().__call__(*arguments, **keywords)

        def __getattr__(cls, attribute):
            return external(trace, f"{name}.{attribute}")

    def init(self, *arguments, **keywords):
        caller = sys._getframe(1)
        if trace.is_own(caller.f_code):
            trace.external.add((trace.caller(caller), f"{name}.__init__"))

    def attribute(self, attribute):
        return external(trace, f"{name}.{attribute}")

    return Meta(name, (Exception,), {"__init__": init, "__getattr__": attribute, "__external__": True})


def run(case):
    """Trace of a case's ``main.py``, run as a program."""
    trace = Trace(case)
    before = set(sys.modules)
    finder = CaseFinder(trace)
    setattr(builtins, NAMED, trace.named)
    setattr(builtins, CREATED, trace.created)
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, str(case))
    main = ModuleType("__main__")
    main.__file__ = str(case / "main.py")
    code = CaseLoader(case, "__main__", main.__file__).get_code("__main__")
    hidden, sys.modules["__main__"] = sys.modules["__main__"], main
    try:
        with redirect_stdout(io.StringIO()):
            sys.setprofile(trace)
            exec(code, vars(main))
    finally:
        sys.setprofile(None)
        sys.modules["__main__"] = hidden
        sys.meta_path.remove(finder)
        sys.path.remove(str(case))
        forget(set(sys.modules) - before, case)
    return trace


def forget(names, case):
    """Drop modules that belong to one case, so that the next has its own."""
    for name in names:
        places = [getattr(sys.modules[name], "__file__", None), *getattr(sys.modules[name], "__path__", [])]
        if name.split(".")[0] == "ext" or any(place and Path(place).is_relative_to(case) for place in places):
            del sys.modules[name]


def main(suite):
    found = {}
    for file in sorted(suite.rglob("main.py")):
        name = file.parent.relative_to(suite).as_posix()
        try:
            trace = run(file.parent)
        except Exception as error:
            error.add_note(f"in case {name}")
            raise
        found[name] = {kind: sorted(getattr(trace, kind)) for kind in ("own", "builtin", "external")}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
