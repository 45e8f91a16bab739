import csv
import sys

totals = {}
for row in csv.DictReader(sys.stdin):
    totals[row["name"]] = totals.get(row["name"], 0) + int(row["amount"])
for name, total in totals.items():
    print(f"{name}: {total}")
