"""Mistakes that people make, made on purpose: one Python program becomes many that are wrong in one place."""

from codegraft.programs.mutate.mutants import Mutant, mutants
from codegraft.programs.mutate.operator import Operator
from codegraft.programs.mutate.operators import OPERATORS

__all__ = ["OPERATORS", "Mutant", "Operator", "mutants"]
