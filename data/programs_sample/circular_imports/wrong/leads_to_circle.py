import sys


def main():
    graph = {}
    for line in sys.stdin.read().splitlines():
        module, imported = line.split(":")
        graph[module] = imported.split()

    def circular(module, path):
        if module in path:
            return True
        return any(circular(m, path | {module}) for m in graph.get(module, []))

    found = [m for m in graph if circular(m, frozenset())]
    if found:
        print(*sorted(found), sep="\n")
    else:
        print("none")


main()
