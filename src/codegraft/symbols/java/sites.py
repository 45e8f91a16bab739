"""Places in Java code that call something."""

from dataclasses import dataclass, field

from codegraft.symbols.java.declarations import NONE, Class, Function, Type


@dataclass(eq=False, repr=False)
class Site:
    """A place that calls something.

    ``order`` sorts the places of one function as they run. ``targets`` are the functions of the repository that it
    runs; they are ``certain`` where the text alone says so. ``outside`` is the library's method that it names.
    """

    source: Function | Class
    unit: int
    start: int
    end: int
    order: tuple[int, int]
    method: Function | None
    receiver: int
    arguments: list[int]
    result: int
    certain: bool = False
    outside: str = ""
    targets: dict[Function, None] = field(default_factory=dict)
    callbacks: list[tuple[int, Function | None]] = field(default_factory=list)
    stored: int = NONE
    pool: int = NONE
    spread: bool = False
    """Whether the last argument is the array of a variadic call itself."""
    made: Class | None = None
    """The class that ``new`` makes an object of."""
    returns: Type | None = None
    """What a method of the library is declared to return."""
    number: int = NONE
    lazy: bool = False
    """Whether the library only describes a stream, so that functions wait until it is run."""
    waiting: int = NONE
    fell_back: bool = False
    noted: bool = False
    """Whether nothing has to be said about it where it runs nothing of the repository."""
