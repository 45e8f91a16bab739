import csv
import sys


class Totals(dict):
    def __missing__(self, key):
        return 0


totals = Totals()
reader = csv.reader(sys.stdin)
next(reader)
for row in reader:
    try:
        name, amount = row[0], int(row[-1])
    except ValueError:
        continue
    totals[name] += amount
for name in totals:
    print("%s: %d" % (name, totals[name]))
