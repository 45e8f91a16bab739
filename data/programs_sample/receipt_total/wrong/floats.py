import sys

total = 0.0
for line in sys.stdin.read().splitlines():
    parts = line.split()
    if len(parts) == 3:
        total += float(parts[1]) * int(parts[2])
tax = total * 0.19
print(f"{total:.2f} {tax:.2f}")
