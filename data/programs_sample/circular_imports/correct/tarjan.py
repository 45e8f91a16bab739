import sys


def components(graph: dict[str, list[str]]) -> list[list[str]]:
    """Strongly connected components, after Tarjan."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    result: list[list[str]] = []

    def visit(v: str) -> None:
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in graph.get(v, []):
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            at = stack.index(v)
            result.append(stack[at:])
            del stack[at:]

    for v in graph:
        if v not in index:
            visit(v)
    return result


lines = sys.stdin.read().splitlines()
graph = {line.split(":")[0]: line.split(":")[1].split() for line in lines if line}
circular = [v for c in components(graph) for v in c if len(c) > 1 or v in graph.get(v, [])]
print(*sorted(circular) or ["none"], sep="\n")
