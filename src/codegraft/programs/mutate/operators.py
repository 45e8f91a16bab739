"""Every mutation operator there is."""

from typing import Final

import codegraft.programs.mutate.arithmetic as arithmetic
import codegraft.programs.mutate.bounds as bounds
import codegraft.programs.mutate.calls as calls
import codegraft.programs.mutate.conditions as conditions
import codegraft.programs.mutate.dialogue as dialogue
import codegraft.programs.mutate.names as names
import codegraft.programs.mutate.sharing as sharing
import codegraft.programs.mutate.statements as statements
import codegraft.programs.mutate.values as values
from codegraft.programs.mutate.operator import Operator

_MODULES: Final = (arithmetic, bounds, values, conditions, statements, names, calls, dialogue, sharing)

OPERATORS: Final[tuple[Operator, ...]] = tuple(
    value for module in _MODULES for value in vars(module).values() if isinstance(value, Operator)
)
"""In the order of their modules and of the lines in them."""
