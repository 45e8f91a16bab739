import sys
from graphlib import CycleError, TopologicalSorter

rows = [tuple(map(int, line.split())) for line in sys.stdin if line.strip()]
sorter = TopologicalSorter({course: [] for course in range(1, rows[0][0] + 1)})
for before, course in rows[1:]:
    sorter.add(course, before)
try:
    print(" ".join(str(c) for c in sorter.static_order()))
except CycleError:
    print("impossible")
