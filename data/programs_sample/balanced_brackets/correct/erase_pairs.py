import re
import sys

s = re.sub(r"[^()\[\]{}]", "", sys.stdin.read())
while True:
    t = re.sub(r"\(\)|\[\]|\{\}", "", s)
    if t == s:
        break
    s = t
print("no" if s else "yes")
