import re
import sys
from collections import Counter

stock = Counter()
for line in sys.stdin.read().splitlines():
    if m := re.fullmatch(r"add (\w+) (\d+)", line):
        if int(m[2]) == 0:
            print("error")
            continue
        stock[m[1]] += int(m[2])
        print("added")
    elif m := re.fullmatch(r"show (\w+)", line):
        print(stock[m[1]] if m[1] in stock else "error")
    elif re.fullmatch(r"order( \w+:\d+)+", line):
        need = Counter()
        pairs = re.findall(r"(\w+):(\d+)", line)
        for item, count in pairs:
            need[item] += int(count)
        if any(item not in stock or int(count) == 0 for item, count in pairs):
            print("error")
        elif need <= stock:
            stock.subtract(need)
            print("delivered")
        else:
            print("short")
    else:
        print("error")
