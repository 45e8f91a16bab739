import re
import sys

total = bad = 0
for line in sys.stdin.read().split("\n"):
    if not line:
        continue
    m = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", line)
    if m:
        h, mi, s = (int(x or 0) for x in m.groups())
        total += 3600 * h + 60 * mi + s
    else:
        bad += 1
print(f"{total // 3600}:{total // 60 % 60:02}:{total % 60:02}")
print(bad)
