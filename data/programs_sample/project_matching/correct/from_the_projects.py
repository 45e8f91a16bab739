import re
import sys

fans = {}
for line in sys.stdin.read().splitlines():
    name, *projects = re.findall(r"\w+", line)
    for project in projects:
        fans.setdefault(project, []).append(name)
taken = {}


def find(project, seen):
    """Find a student for the project, moving others to their next choice where needed."""
    for student in fans[project]:
        if student not in seen:
            seen.add(student)
            if student not in taken or find(taken[student], seen):
                taken[student] = project
                return True
    return False


for project in fans:
    find(project, set())
print(len(taken))
