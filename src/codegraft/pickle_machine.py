"""A stack machine for the pickle opcodes of plain data, which calls nothing.

``pickle.Unpickler`` with a guarded ``find_class`` still runs what a file asks for: six bytes make it allocate a memo
of 64 GB, a deeply nested tuple as a dict key overflows the C stack (``torch.load(weights_only=True)`` dies of that
too), and ``BUILD`` sets attributes of whatever was allowed. Here a name is only a :class:`Name` and a call only a
:class:`Call`, dict keys are texts and numbers, and each opcode does work in proportion to the bytes it takes.
"""

import pickle
import struct
from collections.abc import Callable, Set
from typing import Any, Final, NamedTuple


class PickleError(ValueError):
    """A pickle is cut short or damaged, or contradicts itself."""


class RefusedError(PickleError):
    """A pickle asks for what plain data has no use for, and what could run code."""


class Name(NamedTuple):
    """A global that the file mentions; never looked up."""

    name: str


class Call(NamedTuple):
    """A call that the file asks for; never made."""

    name: str
    arguments: tuple[Any, ...]


class PersistentId(NamedTuple):
    """A reference to something outside the pickle; never followed."""

    value: Any


class PickleMachine:
    """Reads the pickles that stand one after the other in ``data``; ``position`` is the byte reached.

    Args:
        data: one or more pickles, in the opcodes that the C pickler of protocol 2, 4 or 5 uses for plain data.
        names: the globals that may be mentioned, as ``module.name``.
    """

    def __init__(self, data: bytes, names: Set[str]) -> None:
        self.data = data
        self.names = names
        self.position = 0

    def load(self) -> Any:
        """Run one pickle up to its STOP and return what it describes.

        Raises:
            PickleError: it is cut short or damaged, or holds an opcode or a name that plain data has no use for.
        """
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memo: list[Any] = []
        try:
            return self._run()
        except PickleError:
            raise
        except (IndexError, ValueError):
            raise PickleError(f"it is cut short or damaged after byte {self.position}") from None

    def take(self, length: int) -> bytes:
        """The next ``length`` bytes.

        Raises:
            PickleError: there are fewer.
        """
        start, self.position = self.position, self.position + length
        if self.position > len(self.data):
            raise PickleError("it is cut short")
        return self.data[start : self.position]

    def _run(self) -> Any:
        while (opcode := self._texts_and_integers()) != _STOP:
            if opcode not in _ACTIONS:
                raise RefusedError(f"it holds the opcode {bytes([opcode])!r}, which plain data has no use for")
            _ACTIONS[opcode](self)
        return self.stack.pop()

    def _texts_and_integers(self) -> int:
        """Push short texts and integers, of which a node mapping is made, as long as they follow each other.

        A slice that is cut short here is noticed when the next opcode is read.

        Returns:
            The opcode that came after them.
        """
        data, at, stack, memo = self.data, self.position, self.stack, self.memo
        while True:
            opcode = data[at]
            if opcode == _SHORT_TEXT:
                start = at + 2
                at = start + data[at + 1]
                stack.append(data[start:at].decode("utf-8", "surrogatepass"))
            elif opcode in _INTEGERS:
                start = at + 1
                at = start + _INTEGERS[opcode]
                stack.append(int.from_bytes(data[start:at], "little", signed=opcode == _SIGNED))
            elif opcode == _MEMOIZE:
                memo.append(stack[-1])
                at += 1
            else:
                self.position = at + 1
                return opcode

    def _number(self, width: int) -> int:
        return int.from_bytes(self.take(width), "little")

    def _line(self) -> str:
        line = self.take(self.data.index(b"\n", self.position) - self.position)
        self.position += 1
        return line.decode()

    def _frame(self, length: int) -> None:
        if self.position + length > len(self.data):
            raise PickleError("it is cut short")

    def _put(self, key: int) -> None:
        if key != len(self.memo):
            raise PickleError("its memo is not in order")
        self.memo.append(self.stack[-1])

    def _pop(self, count: int) -> list[Any]:
        start = len(self.stack) - count
        if start < 0:
            raise IndexError("stack too short")
        return self._pop_from(start)

    def _pop_marked(self) -> list[Any]:
        start = self.marks.pop()
        if start > len(self.stack):
            raise IndexError("mark above the stack")
        return self._pop_from(start)

    def _pop_from(self, start: int) -> list[Any]:
        items = self.stack[start:]
        del self.stack[start:]
        return items

    def _mention(self, module: Any, attribute: Any) -> None:
        if type(module) is not str or type(attribute) is not str:
            raise PickleError("it names a global by something that is no text")
        name = f"{module}.{attribute}"
        if name not in self.names:
            raise RefusedError(f"it asks for {name[:100]!r}, which is refused")
        self.stack.append(Name(name))

    def _call(self, name: Any, arguments: Any) -> None:
        if type(name) is not Name or type(arguments) is not tuple:
            raise PickleError("it calls something that is no name, or without a tuple of arguments")
        self.stack.append(Call(name.name, arguments))

    def _extend(self, items: list[Any]) -> None:
        if type(self.stack[-1]) is not list:
            raise PickleError("it appends to something that is no list")
        self.stack[-1].extend(items)

    def _update(self, items: list[Any]) -> None:
        keys, values = items[::2], items[1::2]
        # A tuple would be hashed, by recursion in C that a deep one drives into the ground.
        if type(self.stack[-1]) is not dict or len(keys) != len(values) or not _KEYS.issuperset(map(type, keys)):
            raise PickleError("it sets something that is neither text nor number as the key of a dict")
        self.stack[-1].update(zip(keys, values, strict=True))


_KEYS: Final = frozenset({str, int})
"""Types of keys."""

_STOP: Final = pickle.STOP[0]
_SHORT_TEXT: Final = pickle.SHORT_BINUNICODE[0]
_MEMOIZE: Final = pickle.MEMOIZE[0]
_SIGNED: Final = pickle.BININT[0]
_INTEGERS: Final = {pickle.BININT1[0]: 1, pickle.BININT2[0]: 2, _SIGNED: 4}
"""Bytes of each integer opcode's value."""

_BY_OPCODE: Final[dict[bytes, Callable[[PickleMachine], object]]] = {
    pickle.PROTO: lambda m: m.take(1),
    pickle.FRAME: lambda m: m._frame(m._number(8)),
    pickle.MARK: lambda m: m.marks.append(len(m.stack)),
    pickle.NONE: lambda m: m.stack.append(None),
    pickle.NEWTRUE: lambda m: m.stack.append(True),
    pickle.NEWFALSE: lambda m: m.stack.append(False),
    pickle.LONG1: lambda m: m.stack.append(int.from_bytes(m.take(m._number(1)), "little", signed=True)),
    pickle.BINFLOAT: lambda m: m.stack.append(struct.unpack(">d", m.take(8))[0]),
    pickle.BINUNICODE: lambda m: m.stack.append(m.take(m._number(4)).decode("utf-8", "surrogatepass")),
    pickle.SHORT_BINBYTES: lambda m: m.stack.append(m.take(m._number(1))),
    pickle.BINBYTES: lambda m: m.stack.append(m.take(m._number(4))),
    pickle.BINBYTES8: lambda m: m.stack.append(m.take(m._number(8))),
    pickle.EMPTY_DICT: lambda m: m.stack.append({}),
    pickle.EMPTY_LIST: lambda m: m.stack.append([]),
    pickle.EMPTY_TUPLE: lambda m: m.stack.append(()),
    pickle.TUPLE1: lambda m: m.stack.append(tuple(m._pop(1))),
    pickle.TUPLE2: lambda m: m.stack.append(tuple(m._pop(2))),
    pickle.TUPLE3: lambda m: m.stack.append(tuple(m._pop(3))),
    pickle.TUPLE: lambda m: m.stack.append(tuple(m._pop_marked())),
    pickle.APPEND: lambda m: m._extend(m._pop(1)),
    pickle.APPENDS: lambda m: m._extend(m._pop_marked()),
    pickle.SETITEM: lambda m: m._update(m._pop(2)),
    pickle.SETITEMS: lambda m: m._update(m._pop_marked()),
    pickle.BINPUT: lambda m: m._put(m._number(1)),
    pickle.LONG_BINPUT: lambda m: m._put(m._number(4)),
    pickle.BINGET: lambda m: m.stack.append(m.memo[m._number(1)]),
    pickle.LONG_BINGET: lambda m: m.stack.append(m.memo[m._number(4)]),
    pickle.GLOBAL: lambda m: m._mention(m._line(), m._line()),
    pickle.STACK_GLOBAL: lambda m: m._mention(*m._pop(2)),
    pickle.REDUCE: lambda m: m._call(*m._pop(2)),
    pickle.BINPERSID: lambda m: m.stack.append(PersistentId(*m._pop(1))),
}

_ACTIONS: Final = {opcode[0]: action for opcode, action in _BY_OPCODE.items()}
