"""Kinds of mistakes, in words that programmers use: what a wrong program is labelled with.

People's mistakes and made ones (:mod:`codegraft.programs.mutate`) share these names, so that what is learned from the
many can be tested on the real.

Where two would fit, the kind says what one has to change to mend the program, and the narrower one is taken: results
in the wrong order are ``wrong_order``, whether a sort, its direction or its key is at fault; ``wrong_operator`` is one
sign in an expression; a program that works out another quantity throughout is ``wrong_algorithm``. The last four are
of programs that nobody has run.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SYNTAX_ERROR: Final = "syntax_error"
UNFINISHED: Final = "unfinished"

BUG_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "off_by_one": "A bound, an index or a count is one too small or one too large.",
        "wrong_operator": "One arithmetic, bitwise or logical operator of an expression is another than was meant.",
        "wrong_comparison": "A comparison is too strict, too loose, or compares the wrong way round.",
        "swapped_operands": "Operands or arguments whose order matters are exchanged.",
        "variable_misuse": "Another variable of the same scope is used in place of the one that was meant.",
        "missing_base_case": "A recursion does not stop where it should.",
        "missing_return": "A function ends without returning what it has worked out.",
        "wrong_initial_value": "An accumulator, a default or a start value begins at the wrong value.",
        "missing_statement": "A step that the algorithm needs is not there.",
        "wrong_exception": "The exception that is raised or caught is another than the one that is expected.",
        "inverted_condition": "A condition says the opposite of what was meant.",
        "missing_condition": "A case is not told apart: a test, one part of it, or a branch is missing.",
        "wrong_constant": "A literal has the wrong value.",
        "wrong_order": "Steps are taken, or things are sorted or printed, in the wrong order.",
        "missing_edge_case": "Empty, smallest, largest or otherwise special input is not provided for.",
        "wrong_algorithm": "The idea does not solve the problem, or solves another, however well it is written down.",
        "input_parsing": "Input is read, split or converted in another way than it is given.",
        "output_format": "The right answer is printed, in the right order, in the wrong form.",
        "too_slow": "The answer is right and comes too late.",
        "shared_state": "A value that is changed in one place is also used, unnoticed, in another.",
        "number_precision": "A number is rounded, truncated or overflows where it must be exact.",
        "wrong_call": "A function or method of a similar name or purpose is called instead of the right one.",
        "undefined_name": "A name, method or module is used that is misspelt, of another language, or not defined yet.",
        "wrong_arguments": "A function is called with more or fewer arguments than it takes.",
        SYNTAX_ERROR: "The text is no code: a sign is missing or too many, or a line is indented wrongly.",
        UNFINISHED: "The text ends before the program does, or says no more than that something is to be written.",
    }
)
"""Name -> what it means. The order is part of the format: it numbers the kinds where they are stored as numbers."""
