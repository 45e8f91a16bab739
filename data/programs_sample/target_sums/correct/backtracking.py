target = int(input())
numbers = sorted(map(int, input().split()))
found = []


def search(start, rest, chosen):
    if rest == 0:
        found.append(" ".join(map(str, chosen)) or "nothing")
        return
    for i in range(start, len(numbers)):
        if numbers[i] > rest:
            break
        chosen.append(numbers[i])
        search(i, rest - numbers[i], chosen)
        chosen.pop()


search(0, target, [])
print("\n".join(found) if found else "none")
