"""Execution of a program over a problem's tests, and what is said of it."""
