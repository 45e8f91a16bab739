import sys

text = sys.stdin.read().strip()
before = None
while text != before:
    before = text
    for pair in ("()", "[]", "{}"):
        text = text.replace(pair, "")
if text == "":
    print("yes")
else:
    print("no")
