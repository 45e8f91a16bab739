import sys


def rounds(people, k, time=0):
    again = []
    for name, forms in people:
        time += min(forms, k)
        if forms > k:
            again.append((name, forms - k))
        else:
            yield f"{name} {time}"
    if again:
        yield from rounds(again, k, time)


t = sys.stdin.read().split()
print("\n".join(rounds(list(zip(t[2::2], map(int, t[3::2]))), int(t[1]))))
