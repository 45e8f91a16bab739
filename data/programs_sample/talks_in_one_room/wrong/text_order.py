def schedule(talks):
    """Return the titles of the talks that are accepted."""
    plan = []
    free = "0"
    for title, start, end in sorted(talks, key=lambda talk: talk[2]):
        if start >= free:
            plan.append(title)
            free = end
    return plan


count = int(input())
titles = schedule([tuple(input().split()) for _ in range(count)])
print(len(titles))
print(*titles)
