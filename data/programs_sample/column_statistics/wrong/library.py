import statistics
import sys

values = [float(token) for token in sys.stdin.read().split()[1:]]
centre = statistics.mean(values)
middle = statistics.median(values)
spread = statistics.stdev(values) if len(values) > 1 else 0.0
print(f"{centre:.9f} {middle:.9f} {spread:.9f}")
