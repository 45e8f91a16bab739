stones = [int(x) for x in open(0).read().split()]
total = sum(stones)
half = total // 2
sums = [0]
for stone in stones:
    for s in sums:
        if s + stone <= half and s + stone not in sums:
            sums.append(s + stone)
print(f"YES {half}" if total % 2 == 0 and half in sums else "NO")
