"""Mistakes that people make, made on purpose: one Python program becomes many that are wrong in one place."""

from codegraft.programs.mutate.mutants import Mutant, mutants, slips
from codegraft.programs.mutate.operator import Operator
from codegraft.programs.mutate.operators import OPERATORS, SLIPS

__all__ = ["OPERATORS", "SLIPS", "Mutant", "Operator", "mutants", "slips"]
