from collections import deque
import sys

window = deque()
longest = 0
for char in sys.stdin.read().strip():
    while char in window:
        window.popleft()
    window.append(char)
    longest = max(longest, len(window))
print(longest)
