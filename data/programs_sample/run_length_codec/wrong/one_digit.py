import sys

for line in sys.stdin:
    op, s = line.split()
    res = []
    i = 0
    if op == "E":
        while i < len(s):
            j = i
            while j < len(s) and s[j] == s[i]:
                j += 1
            if j - i > 1:
                res.append(str(j - i))
            res.append(s[i])
            i = j
    else:
        while i < len(s):
            if s[i].isdigit():
                res.append(s[i + 1] * int(s[i]))
                i += 2
            else:
                res.append(s[i])
                i += 1
    print("".join(res))
