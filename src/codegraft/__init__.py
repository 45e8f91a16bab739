"""Codegraft: reproducible experiments for learning on code graphs."""

__version__ = "0.1.0"
