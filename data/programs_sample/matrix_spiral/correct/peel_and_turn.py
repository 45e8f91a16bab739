r, c = map(int, input().split())
grid = [input().split() for _ in range(r)]
out = []
while grid:
    out += grid.pop(0)
    grid = list(zip(*grid))[::-1]
    grid = [list(row) for row in grid]
print(*out)
