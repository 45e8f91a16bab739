import sys

wishes = []
for line in sys.stdin:
    wishes.append(line.split(":")[1].split())
owner = {}


def give(student, tried):
    for project in wishes[student]:
        if project in tried:
            continue
        tried.add(project)
        if project not in owner or give(owner[project], tried):
            owner[project] = student
            return True
    return False


print(sum(give(s, set()) for s in range(len(wishes))))
