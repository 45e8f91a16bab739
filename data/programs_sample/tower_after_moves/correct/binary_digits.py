n, m = map(int, input().split())
start, goal = 0, 2
pegs = ["A:", "B:", "C:"]
for disc, bit in zip(range(n, 0, -1), f"{m:0{n}b}"):
    other = 3 - start - goal
    if bit == "1":
        pegs[goal] += f" {disc}"
        start = other
    else:
        pegs[start] += f" {disc}"
        goal = other
print(*pegs, sep="\n")
