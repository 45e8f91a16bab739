n, k = [int(x) for x in input().split()]
people = [input().split() for _ in range(n)]
forms = [int(p[1]) for p in people]
leave = []
for i in range(n):
    mine = max(1, -(-forms[i] // k))
    time = sum(min(f, mine * k) for f in forms[:i]) + forms[i]
    time += sum(min(f, (mine - 1) * k) for f in forms[i + 1:])
    leave.append((mine, i, time))
for _, i, time in sorted(leave):
    print(people[i][0], time)
