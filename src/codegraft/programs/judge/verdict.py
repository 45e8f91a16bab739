"""What can be said of a program, or of one run of it."""

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a program on a test, the mildest first."""

    PASSED = "passed"
    WRONG_ANSWER = "wrong_answer"
    EXCEPTION = "exception"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT_LIMIT = "output_limit"
    KILLED = "killed"
    SYNTAX_ERROR = "syntax_error"
