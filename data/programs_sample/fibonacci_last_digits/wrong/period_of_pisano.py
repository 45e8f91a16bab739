n, m = [int(t) for t in input().split()]
n %= 60
sequence = [0, 1]
while len(sequence) <= n:
    sequence.append(sequence[-1] + sequence[-2])
print(sequence[n] % m)
