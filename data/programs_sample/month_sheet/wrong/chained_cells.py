from datetime import date
from itertools import chain, islice, repeat

year, month = map(int, input().split())
begin = date(year, month, 1)
after = date(year, month % 12 + 1, 1)
numbers = range(1, (after - begin).days + 1)
cells = chain(repeat("--", begin.weekday()), map(str, numbers))
while week := list(islice(cells, 7)):
    week += ["--"] * (7 - len(week))
    print(*week)
