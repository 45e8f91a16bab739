import statistics

input()
xs = [float(x) for x in input().split()]
print(statistics.fmean(xs), statistics.median(xs), statistics.pstdev(xs))
