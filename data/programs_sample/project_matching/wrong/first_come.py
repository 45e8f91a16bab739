import sys

taken = set()
count = 0
for line in sys.stdin:
    name, projects = line.strip().split(":")
    for project in projects.split():
        if project not in taken:
            taken.add(project)
            count += 1
            break
print(count)
