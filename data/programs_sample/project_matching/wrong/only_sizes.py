import re
import sys

students = 0
projects = set()
for line in sys.stdin.read().split("\n"):
    words = re.findall(r"\w+", line)
    if len(words) > 1:
        students += 1
        projects.update(words[1:])
print(min(students, len(projects)))
