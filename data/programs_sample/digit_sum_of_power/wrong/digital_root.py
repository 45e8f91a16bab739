a, b = (int(t) for t in input().split())
value = a ** b
while value > 9:
    value = sum(int(c) for c in str(value))
print(value)
