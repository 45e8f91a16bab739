n, target = map(int, input().split())
nums = list(map(int, input().split()))
found = False
for i in range(n):
    if nums[i] > target:
        continue
    for j in range(i + 1, n):
        if nums[i] + nums[j] == target:
            print(i + 1, j + 1)
            found = True
            break
    if found:
        break
if not found:
    print(-1)
