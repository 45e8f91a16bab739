from os.path import commonprefix

n = int(input())
print(commonprefix([input().strip() for _ in range(n)]) or "-")
