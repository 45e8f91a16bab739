n, q = map(int, input().split())
shelf = [int(x) for x in input().split()]
for w in map(int, input().split()):
    print(next((i for i, book in enumerate(shelf, 1) if book >= w), "none"))
