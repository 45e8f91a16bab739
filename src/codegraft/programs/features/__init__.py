"""The 978 features of the units of a program."""
