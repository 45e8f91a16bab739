import sys


def main():
    wishes = {}
    for line in sys.stdin:
        name, rest = line.split(":")
        wishes[name] = rest.split()
    holder = {}

    def search(name, seen=set()):
        for project in wishes[name]:
            if project not in seen:
                seen.add(project)
                if project not in holder or search(holder[project]):
                    holder[project] = name
                    return True
        return False

    print(sum(1 for name in wishes if search(name)))


main()
