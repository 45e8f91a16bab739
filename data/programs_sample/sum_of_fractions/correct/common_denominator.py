import math
import sys

lines = sys.stdin.read().split()[1:]
pairs = [tuple(map(int, line.split("/"))) for line in lines]
bottom = math.lcm(*(b for _, b in pairs))
top = sum(a * (bottom // b) for a, b in pairs)
g = math.gcd(top, bottom)
top //= g
bottom //= g
print(top if bottom == 1 else f"{top}/{bottom}")
