import sys

two = {"==", "<=", ">=", "!="}
for s in sys.stdin.read().splitlines():
    out, i, bad = [], 0, None
    while i < len(s) and bad is None:
        j = i + 1
        if s[i] == " ":
            pass
        elif s[i].isalpha() or s[i] == "_":
            while j < len(s) and (s[j].isalpha() or s[j] == "_"):
                j += 1
            out.append("name:" + s[i:j])
        elif s[i].isdigit():
            while j < len(s) and s[j].isdigit():
                j += 1
            if s[j:j + 1] == "." and s[j + 1:j + 2].isdigit():
                j += 1
                while j < len(s) and s[j].isdigit():
                    j += 1
            out.append("num:" + s[i:j])
        elif s[i] in "+-*/=<>!()":
            if s[i:i + 2] in two:
                j += 1
            out.append("op:" + s[i:j])
        else:
            bad = j
        i = j
    print("error at %d" % bad if bad else " ".join(out))
