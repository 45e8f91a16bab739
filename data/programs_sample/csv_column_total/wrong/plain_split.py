import sys
from collections import Counter

lines = [line.strip() for line in sys.stdin]
columns = lines[0].split(",")
total = Counter()
for line in lines[1:]:
    values = [v.strip('"') for v in line.split(",")]
    record = dict(zip(columns, values))
    try:
        total[record["name"]] += int(record["amount"])
    except ValueError:
        total[record["name"]] += 0
for name, amount in total.items():
    print(f"{name}: {amount}")
