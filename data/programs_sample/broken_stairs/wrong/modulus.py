# last[i] is the number of ways up to step i.
MOD = 1000000009
lines = open(0).read().split("\n")
n, k = map(int, lines[0].split())
broken = {int(s) for s in lines[1].split()} if k else set()
last = [1]
for i in range(1, n + 1):
    last.append(0 if i in broken else sum(last[-3:]) % MOD)
print(last[-1])
