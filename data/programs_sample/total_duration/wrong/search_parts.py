import re
import sys

seconds = {"h": 3600, "m": 60, "s": 1}
total, invalid = 0, 0
for line in sys.stdin:
    line = line.strip()
    if not line:
        continue
    parts = re.findall(r"(\d+)([hms])", line)
    if not parts:
        invalid += 1
    for number, unit in parts:
        total += int(number) * seconds[unit]
minutes, s = divmod(total, 60)
h, m = divmod(minutes, 60)
print(f"{h}:{m:02d}:{s:02d}")
print(invalid)
