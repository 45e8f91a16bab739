s = input().strip()
out = ""
while s:
    best = max((c for c in set(s) if not out.endswith(c)), key=s.count, default="")
    if not best:
        out = "impossible"
        break
    out += best
    s = s.replace(best, "", 1)
print(out)
