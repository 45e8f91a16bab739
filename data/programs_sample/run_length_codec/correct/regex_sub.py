import re
import sys

for row in sys.stdin.read().splitlines():
    if row[0] == "E":
        print(re.sub(r"(.)\1+", lambda m: str(len(m[0])) + m[1], row[2:]))
    else:
        print(re.sub(r"(\d+)(.)", lambda m: int(m[1]) * m[2], row[2:]))
