import sys

pairs = {"IV": 4, "IX": 9, "XL": 40, "XC": 90}
single = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

for s in sys.stdin.read().split():
    i = 0
    total = 0
    while i < len(s):
        if s[i:i + 2] in pairs:
            total += pairs[s[i:i + 2]]
            i += 2
        else:
            total += single[s[i]]
            i += 1
    print(total)
