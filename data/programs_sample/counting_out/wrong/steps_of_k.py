import sys

n, k, c = map(int, sys.stdin.readline().split())
children = list(range(1, n + 1))
position = (k - 1) % n
turn = 0
while True:
    turn += 1
    leaving = children.pop(position)
    if leaving == c:
        turn_of_c = turn
    if not children:
        break
    position = (position + k) % len(children)
print(leaving, turn_of_c)
