"""Every mutation operator there is: mistakes that a program runs with, and slips that its first run would show."""

from types import ModuleType
from typing import Final

import codegraft.programs.mutate.arithmetic as arithmetic
import codegraft.programs.mutate.bounds as bounds
import codegraft.programs.mutate.calls as calls
import codegraft.programs.mutate.conditions as conditions
import codegraft.programs.mutate.dialogue as dialogue
import codegraft.programs.mutate.names as names
import codegraft.programs.mutate.sharing as sharing
import codegraft.programs.mutate.statements as statements
import codegraft.programs.mutate.undefined as undefined
import codegraft.programs.mutate.unreadable as unreadable
import codegraft.programs.mutate.values as values
from codegraft.programs.mutate.operator import Operator


def _of(*modules: ModuleType) -> tuple[Operator, ...]:
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Operator))


OPERATORS: Final = _of(arithmetic, bounds, values, conditions, statements, names, calls, dialogue, sharing)
"""Mistakes in programs that run, in the order of their modules and of the lines in them."""

SLIPS: Final = _of(unreadable, undefined)
"""Mistakes in programs that nobody has run yet, likewise."""
