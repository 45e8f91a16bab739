"""What a program compiles to: two programs that compile to the same do the same."""

import warnings
from types import CodeType

Meaning = tuple[object, ...]


def meaning(code: str) -> Meaning | None:
    """The bytecode of a program without names of files and numbers of lines; ``None`` if it does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _meaning(compile(code, "", "exec", dont_inherit=True))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _meaning(code: CodeType) -> Meaning:
    return (
        code.co_code,
        code.co_exceptiontable,
        code.co_flags,
        (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount),
        (code.co_names, code.co_varnames, code.co_cellvars, code.co_freevars),
        tuple(_constant(value) for value in code.co_consts),
    )


def _constant(value: object) -> object:
    """Something that tells constants apart which compare equal (``1``, ``True``, ``1.0``), in an order of its own."""
    if isinstance(value, CodeType):
        return _meaning(value)
    return tuple(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)
