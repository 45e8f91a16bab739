import sys
from collections import defaultdict
from typing import DefaultDict, Dict, Set

Network = DefaultDict[str, Dict[str, int]]


def push(node: str, sink: str, capacity: Network, seen: Set[str]) -> bool:
    """Send one unit from node to sink through the residual network."""
    if node == sink:
        return True
    seen.add(node)
    for other, left in list(capacity[node].items()):
        if left and other not in seen and push(other, sink, capacity, seen):
            capacity[node][other] -= 1
            capacity[other][node] = capacity[other].get(node, 0) + 1
            return True
    return False


network: Network = defaultdict(dict)
for line in sys.stdin.read().splitlines():
    name, projects = line.split(":")
    network["source"]["student " + name] = 1
    for project in projects.split():
        network["student " + name]["project " + project] = 1
        network["project " + project]["sink"] = 1
flow = 0
while push("source", "sink", network, set()):
    flow += 1
print(flow)
