from functools import reduce
from operator import xor

moves = sorted(map(int, input().split()))
piles = list(map(int, input().split()))
balance = reduce(xor, piles)
answer = "second"
if balance:
    for m in moves:
        if any(p >= m and (p - m) ^ p == balance for p in piles):
            answer = f"first {m}"
            break
    else:
        answer = f"first {moves[0]}"
print(answer)
