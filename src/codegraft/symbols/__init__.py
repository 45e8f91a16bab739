"""Syntax facts to resolved names, for both languages."""
