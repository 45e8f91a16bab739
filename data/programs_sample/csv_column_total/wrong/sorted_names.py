import csv
import sys
from itertools import groupby
from operator import itemgetter


def main():
    """Sort the rows by name and add up the groups."""
    rows = list(csv.DictReader(sys.stdin))
    rows.sort(key=itemgetter("name"))
    for name, group in groupby(rows, key=itemgetter("name")):
        print(f"{name}: {sum(int(row['amount']) for row in group)}")


main()
