"""``python -m codegraft`` is ``codegraft``."""

from codegraft.cli import main

main()
