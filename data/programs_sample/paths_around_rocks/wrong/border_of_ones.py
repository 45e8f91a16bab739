r, c = map(int, input().split())
grid = [input() for _ in range(r)]
dp = [[1] * c for _ in range(r)]
for y in range(r):
    for x in range(c):
        if grid[y][x] == "#":
            dp[y][x] = 0
        elif y > 0 and x > 0:
            dp[y][x] = dp[y - 1][x] + dp[y][x - 1]
print(dp[r - 1][c - 1])
