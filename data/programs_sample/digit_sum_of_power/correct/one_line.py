a, b = map(int, input().split())

digits = str(a**b)
total = sum(map(int, digits))
print(total)
