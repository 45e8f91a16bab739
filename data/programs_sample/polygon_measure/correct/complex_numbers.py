import sys

_, *rows = sys.stdin.read().splitlines()
corners = [complex(*map(float, row.split())) for row in rows if row]
following = corners[1:] + corners[:1]
cross = sum((a.conjugate() * b).imag for a, b in zip(corners, following))
length = sum(abs(b - a) for a, b in zip(corners, following))
print(f"{abs(cross) / 2:.9f} {length:.9f}")
