import re
import sys
import time

total = wrong = 0
for row in sys.stdin.read().splitlines():
    if row == "":
        continue
    found = re.match(r"^(\d+h)?(\d+m)?(\d+s)?$", row)
    try:
        h, m, s = (int(g.rstrip("hms")) if g else 0 for g in found.groups())
        total += (h * 60 + m) * 60 + s
    except AttributeError:
        wrong += 1
clock = time.gmtime(total)
print(f"{clock.tm_hour}:{clock.tm_min:02}:{clock.tm_sec:02}")
print(wrong)
