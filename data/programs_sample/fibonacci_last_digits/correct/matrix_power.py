import sys

Matrix = list[list[int]]


def multiply(a: Matrix, b: Matrix, m: int) -> Matrix:
    return [[sum(a[i][k] * b[k][j] for k in range(2)) % m for j in range(2)] for i in range(2)]


def power(base: Matrix, exponent: int, m: int) -> Matrix:
    result = [[1, 0], [0, 1]]
    while exponent:
        if exponent & 1:
            result = multiply(result, base, m)
        base = multiply(base, base, m)
        exponent >>= 1
    return result


n, m = map(int, sys.stdin.readline().split())
print(power([[1, 1], [1, 0]], n, m)[0][1] % m)
