import json
import sys

case = json.load(sys.stdin)
rows = [line.split() for line in case["input"].splitlines()[1:]]
times = {title: (int(start), int(end)) for title, start, end in rows}
count, *titles = case["output"].split() or [""]
plan = [times.get(title) for title in titles]
if count != case["expected"].split()[0] or count != str(len(titles)):
    print("wrong number of talks")
elif None in plan or len(set(titles)) != len(titles):
    print("unknown or repeated title")
elif any(before[1] > after[0] for before, after in zip(plan, plan[1:])):
    print("two talks overlap, or they are not in order")
else:
    print("ok")
