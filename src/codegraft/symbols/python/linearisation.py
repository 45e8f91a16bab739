"""The order in which Python looks for an attribute in a class and its bases: C3 (Barrett et al. 1996)."""

from collections.abc import Mapping, Sequence


def linearise(bases: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """The order of each class that ``bases`` lists: itself, then its bases, each before its own.

    Bases that are not listed have none. Where the bases contradict each other or lead back to the class, what is left
    follows in the order in which it is first met. Takes no more stack for a long chain of classes.
    """
    orders: dict[int, list[int]] = {}
    for start in bases:
        pending, opened = [start], set[int]()
        while pending:
            current = pending[-1]
            missing = [base for base in bases.get(current, ()) if base not in orders and base not in opened]
            if current in orders:
                pending.pop()
            elif missing and current not in opened:
                opened.add(current)
                pending += missing
            else:
                own = list(bases.get(current, ()))
                above = [orders.get(base, [base]) for base in own]
                orders[current] = [current, *(base for base in _merge([*above, own]) if base != current)]
                pending.pop()
    return orders


def _merge(orders: Sequence[Sequence[int]]) -> list[int]:
    """Again and again the first head that is in no tail; any head, where each is in one."""
    left = [list(reversed(order)) for order in orders if order]
    if len(left) == 2 and len(left[1]) == 1:
        return list(reversed(left[0]))
    found: list[int] = []
    while left:
        tails = {item for order in left for item in order[:-1]}
        head = next((order[-1] for order in left if order[-1] not in tails), left[0][-1])
        found.append(head)
        left = [rest for order in left if (rest := [item for item in order if item != head])]
    return found
