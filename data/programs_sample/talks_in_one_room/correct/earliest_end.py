n = int(input())
talks = []
for _ in range(n):
    title, start, end = input().split()
    talks.append((int(end), int(start), title))
talks.sort()

chosen = []
free_from = 0
for end, start, title in talks:
    if start >= free_from:
        chosen.append(title)
        free_from = end
print(len(chosen))
print(*chosen)
