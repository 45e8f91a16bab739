"""The order in which Python looks for an attribute in a class and its bases."""

from collections.abc import Callable, Sequence

from codegraft.symbols.links import Entity

Order = Sequence[Entity | None]
"""Classes in the order of a look-up; ``None`` ends it: from there on nobody knows."""


class MethodOrders:
    """Method resolution orders (C3) of the classes of a snapshot, as far as their bases are in it.

    An order ends before an unknown base, whose own bases may come next, and after the class itself if its bases have
    no consistent order or lead back to it.
    """

    def __init__(self, bases: Callable[[Entity], Order]) -> None:
        self._bases = bases
        self._orders: dict[Entity, Order] = {}

    def order(self, class_: Entity) -> Order:
        """The class itself, then its bases. Takes no more stack for a long chain of them."""
        pending, opened = [class_], set[Entity]()
        while pending:
            current = pending[-1]
            bases = self._bases(current)
            missing = [base for base in bases if base is not None and base not in self._orders and base not in opened]
            if current in self._orders:
                pending.pop()
            elif missing and current not in opened:
                opened.add(current)
                pending += missing
            else:
                self._orders[current] = [current, *self._merged(bases)]
                pending.pop()
        return self._orders[class_]

    def _merged(self, bases: Order) -> list[Entity | None]:
        """Orders of the bases as one that keeps each of them, and the order of the bases themselves."""
        orders = [[None] if base is None else list(self._orders.get(base, [None])) for base in bases]
        return merge([*orders, list(bases)]) if len(bases) > 1 else [item for order in orders for item in order]


def merge(orders: Sequence[Order]) -> list[Entity | None]:
    """C3: again and again the first head that is in no tail; ``None`` in place of the rest where there is none."""
    left = [list(reversed(order)) for order in orders if order]
    found: list[Entity | None] = []
    while left:
        tails = {item for order in left for item in order[:-1]}
        heads = [order[-1] for order in left]
        candidates = [head for head in heads if head is None or head not in tails]
        if not candidates:  # contradictory bases
            return [None]
        found.append(candidates[0])
        if candidates[0] is None:
            return found
        for order in left:
            if order[-1] == candidates[0]:
                order.pop()
        left = [order for order in left if order]
    return found
