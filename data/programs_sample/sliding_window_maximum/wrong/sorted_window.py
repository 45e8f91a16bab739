from bisect import insort


def run(values: list[int], size: int) -> list[int]:
    window = sorted(values[:size])
    result = [window[-1]]
    for value in values[size:]:
        insort(window, value)
        window.pop(0)
        result.append(window[-1])
    return result


count, size = map(int, input().split())
values = list(map(int, input().split()))
print(*run(values, size))
