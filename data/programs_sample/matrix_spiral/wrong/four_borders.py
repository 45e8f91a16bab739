def spiral(m):
    result = []
    top, left = 0, 0
    bottom, right = len(m), len(m[0])
    while top < bottom and left < right:
        for j in range(left, right):
            result.append(m[top][j])
        top += 1
        for i in range(top, bottom):
            result.append(m[i][right - 1])
        right -= 1
        for j in range(right - 1, left - 1, -1):
            result.append(m[bottom - 1][j])
        bottom -= 1
        for i in range(bottom - 1, top - 1, -1):
            result.append(m[i][left])
        left += 1
    return result


rows, columns = map(int, input().split())
matrix = [list(map(int, input().split())) for _ in range(rows)]
print(*spiral(matrix))
