import sys
from datetime import date

for line in sys.stdin:
    a, b = map(date.fromisoformat, line.split())
    print((b - a).days)
