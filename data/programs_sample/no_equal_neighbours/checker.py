import json
import sys

case = json.load(sys.stdin)
word = case["input"].strip()
answer = case["output"].strip()
if case["expected"].strip() == "impossible" or answer == "impossible":
    print("ok" if answer == case["expected"].strip() else "wrong about whether it is possible")
elif sorted(answer) != sorted(word):
    print("not the letters of the word")
elif any(a == b for a, b in zip(answer, answer[1:])):
    print("equal letters side by side")
else:
    print("ok")
