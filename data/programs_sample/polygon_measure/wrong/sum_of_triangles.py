import math


def heron(a, b, c):
    ab, bc, ca = math.dist(a, b), math.dist(b, c), math.dist(c, a)
    s = (ab + bc + ca) / 2
    return math.sqrt(max(0.0, s * (s - ab) * (s - bc) * (s - ca)))


lines = open(0).read().splitlines()
corners = [tuple(float(t) for t in line.split()) for line in lines[1:]]
area = sum(heron(corners[0], corners[i], corners[i + 1]) for i in range(1, len(corners) - 1))
perimeter = sum(math.dist(p, q) for p, q in zip(corners, corners[1:] + corners[:1]))
print(area, perimeter)
