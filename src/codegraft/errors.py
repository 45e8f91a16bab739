"""Errors that a person can act on.

Every message names the file, key or row, what was expected, and what to do. The command line and the stages
print the message alone and exit with 1; anything else that is raised is a bug and shows its traceback.
"""

from typing import Final

LONGEST: Final = 300
"""Characters that a message quotes of a file at most."""


def plain(value: object) -> str:
    """What a file says, as part of a message: in one line, cut short, and without what a terminal would obey."""
    text = str(value)
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)


class CodegraftError(Exception):
    """Base of all errors caused by input, configuration or environment."""


class ParamsError(CodegraftError, ValueError):
    """params.yaml holds an unknown key, a value of the wrong type, or an impossible mix."""


class SourceError(CodegraftError, ValueError):
    """Source code that was asked for is missing, changed or unreadable."""


class DatabaseError(CodegraftError, RuntimeError):
    """PostgreSQL cannot be reached, refused us, or lacks what we need. Never contains a password."""


class SnapshotError(CodegraftError, ValueError):
    """A snapshot is unknown, empty, half-loaded, or its rows contradict each other."""


class BundleError(CodegraftError, ValueError):
    """A tensor bundle is truncated, hostile, or inconsistent."""


class KnowledgeGraphError(CodegraftError, ValueError):
    """A knowledge graph, its ontology or a split of it breaks its own rules, or cannot be read."""


class ProgramError(CodegraftError, ValueError):
    """A set of programs is missing, damaged or not what it should be; or a program's features are."""


class SandboxError(CodegraftError, RuntimeError):
    """Programs cannot be executed safely here, or the sandbox itself failed."""


class WorkerError(CodegraftError, RuntimeError):
    """Workers cannot be reached or started, or they die of a piece of work."""


class ModelError(CodegraftError, ValueError):
    """A trained model is missing, damaged, or does not fit what it is asked about."""


class DocumentError(CodegraftError, ValueError):
    """A template, or the list of facts, cannot be read, or wants a figure that no metrics file has."""


class ExperimentError(CodegraftError, RuntimeError):
    """A run is unknown, damaged or in the way; or there is no DVC repository with git to keep runs in."""


class HardwareError(CodegraftError, RuntimeError):
    """The requested hardware is not there."""


class VerificationError(CodegraftError, ValueError):
    """What is to be verified is missing, cannot be read, or is not what it should be."""
