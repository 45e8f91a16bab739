"""Dijkstra on a dense graph: pick the nearest open town by looking at all of them."""
from math import inf


def journey(n, buses):
    price = {town: (inf, inf) for town in range(1, n + 1)}
    price[1] = (0, 0)
    open_towns = set(price)
    while open_towns:
        here = min(open_towns, key=price.get)
        open_towns.remove(here)
        for start, goal, fare in buses:
            if start == here:
                price[goal] = min(price[goal], (price[here][0] + fare, price[here][1] + 1))
    return price[n]


lines = open(0).read().splitlines()
n = int(lines[0].split()[0])
total, count = journey(n, [tuple(map(int, line.split())) for line in lines[1:]])
print("unreachable" if total == inf else f"{total} {count}")
