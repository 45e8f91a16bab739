"""Each round looks for one augmenting path by breadth-first search."""
from collections import deque


def augment(start, wishes, project_of, student_of):
    came_from = {}
    queue = deque([start])
    while queue:
        student = queue.popleft()
        for project in wishes[student]:
            if project in came_from:
                continue
            came_from[project] = student
            if project in student_of:
                queue.append(student_of[project])
                continue
            while project is not None:
                holder = came_from[project]
                previous = project_of.get(holder)
                project_of[holder], student_of[project] = project, holder
                project = previous
            return True
    return False


wishes = {}
for line in open(0).read().splitlines():
    name, _, projects = line.partition(":")
    wishes[name] = projects.split()
project_of, student_of = {}, {}
for name in wishes:
    augment(name, wishes, project_of, student_of)
print(len(project_of))
