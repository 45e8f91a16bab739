from operator import itemgetter

n = int(input())
heights = input().split()
best = max(enumerate(heights, start=1), key=itemgetter(1))
print(best[0])
