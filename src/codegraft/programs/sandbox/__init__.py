"""Running programs that nobody has read: limits of time, memory and output, and no way to anything outside."""

from codegraft.programs.sandbox.client import Isolation, Sandbox
from codegraft.programs.sandbox.server.terms import Ended, Limits, Outcome

__all__ = ["Ended", "Isolation", "Limits", "Outcome", "Sandbox"]
