from itertools import cycle, islice

n = int(input())
corners = [complex(*(float(t) for t in input().split())) for _ in range(n)]
area = 0.0
perimeter = 0.0
for here, there in zip(corners, islice(cycle(corners), 1, None)):
    area += here.real * there.imag - there.real * here.imag
    perimeter += abs(there - here)
print("%.2f %.2f" % (abs(area) / 2, perimeter))
