from typing import Dict, List, Optional, Set

Graph = Dict[int, Set[int]]


class Cycle(Exception):
    """A course that would have to be taken before itself."""


def visit(v: int, graph: Graph, state: Dict[int, str], order: List[int]) -> None:
    if state.get(v) == "open":
        raise Cycle(v)
    if v in state:
        return
    state[v] = "open"
    for w in graph[v]:
        visit(w, graph, state, order)
    state[v] = "closed"
    order.append(v)


def topological(graph: Graph) -> Optional[List[int]]:
    order: List[int] = []
    state: Dict[int, str] = {}
    try:
        for v in graph:
            visit(v, graph, state, order)
    except Cycle:
        return None
    return order[::-1]


n, m = map(int, input().split())
graph: Graph = {v: set() for v in range(1, n + 1)}
for _ in range(m):
    a, b = map(int, input().split())
    graph[a].add(b)
found = topological(graph)
print("impossible" if found is None else " ".join(map(str, found)))
