import json
import sys

case = json.load(sys.stdin)
heights = [float("-inf"), *map(int, case["input"].split()[1:]), float("-inf")]
answer = case["output"].split()
if len(answer) != 1 or not answer[0].isdigit() or not 1 <= int(answer[0]) <= len(heights) - 2:
    print("one position expected")
elif heights[int(answer[0])] <= max(heights[int(answer[0]) - 1], heights[int(answer[0]) + 1]):
    print("not a peak")
else:
    print("ok")
