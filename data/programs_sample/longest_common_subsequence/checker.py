import json
import sys


def is_subsequence(part, whole):
    letters = iter(whole)
    return all(c in letters for c in part)


case = json.load(sys.stdin)
first, second = case["input"].split()
answer = case["output"].split()
expected = case["expected"].split()[0]
if len(answer) != 1:
    print("expected exactly one word")
elif expected == "-" or answer[0] == "-":
    print("ok" if answer[0] == expected else "the hyphen stands for no common letter")
elif len(answer[0]) != len(expected):
    print("wrong length")
elif not is_subsequence(answer[0], first) or not is_subsequence(answer[0], second):
    print("not a subsequence of both words")
else:
    print("ok")
