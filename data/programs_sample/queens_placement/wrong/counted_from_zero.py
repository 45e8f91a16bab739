from itertools import permutations

n, row, col = map(int, input().split())
found = None
for board in permutations(range(n)):
    if row < n and board[row] != col:
        continue
    sums = {r + c for r, c in enumerate(board)}
    differences = {r - c for r, c in enumerate(board)}
    if len(sums) == len(differences) == n:
        found = board
        break
if found is None:
    print("impossible")
else:
    print("\n".join("".join("Q" if c == q else "." for c in range(n)) for q in found))
