import sys

for w in sys.stdin.read().split():
    for old, new in [("IV", "IIII"), ("IX", "VIIII"), ("XL", "XXXX"), ("XC", "LXXXX"), ("CD", "CCCC"), ("CM", "DCCCC")]:
        w = w.replace(old, new)
    print(sum(dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in w))
