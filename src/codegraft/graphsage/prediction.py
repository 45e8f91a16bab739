"""What a model says of a program, for programs (JSON) and for people."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from codegraft.graphsage.known import Neighbour


class Likely(NamedTuple):
    """A module or a kind of mistake, and how probable it is."""

    name: str
    probability: float


@dataclass(frozen=True)
class Status:
    """Whether there is a model to ask.

    Attributes:
        trained: whether there is.
        text: for people: what the model was trained on, or why there is none and what to do.
        path: of the model.
        megabytes: of the model's file, 0 if there is none.
    """

    trained: bool
    text: str
    path: str
    megabytes: float


@dataclass(frozen=True)
class Prediction:
    """What a model says of a program.

    Attributes:
        trained: whether a trained model was asked; if not, ``confidence`` is ``None`` and the lists are empty.
        status: of the model, for people.
        language: of the program.
        problems: what kept the text from being read as it is, and what the model cannot know of such a text.
        confidence: calibrated probability that the program is right.
        imports: modules that it needs, judged from the text without its import statements; most probable first.
        bugs: kinds of mistakes that it may have; most probable first.
        nearest: programs of the training split that are most like it; most similar first.
    """

    trained: bool
    status: str
    language: str
    problems: tuple[str, ...] = ()
    confidence: float | None = None
    imports: tuple[Likely, ...] = ()
    bugs: tuple[Likely, ...] = ()
    nearest: tuple[Neighbour, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data; nothing that was not said looks like a number."""
        lists = {name: [entry._asdict() for entry in getattr(self, name)] for name in ("imports", "bugs", "nearest")}
        return {**asdict(self), "problems": list(self.problems), **lists}

    def lines(self) -> Iterator[str]:
        """For people."""
        yield from (f"note: {problem}" for problem in self.problems)
        if self.confidence is None:
            yield f"no prediction: {self.status}"
            return
        yield f"right with probability {self.confidence:.2f}"
        yield f"imports: {_listed(self.imports)}"
        yield f"possible mistakes: {_listed(self.bugs)}"
        yield "nearest known programs:" if self.nearest else "nearest known programs: none"
        yield from (f"  {near.similarity:5.2f}  {near.problem}  {near.program}" for near in self.nearest)


def _listed(entries: tuple[Likely, ...]) -> str:
    return ", ".join(f"{entry.name} {entry.probability:.2f}" for entry in entries) or "none known"
