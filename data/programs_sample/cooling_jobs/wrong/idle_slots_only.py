from collections import Counter

pause = int(input())
counter = Counter(input().strip())
if not counter:
    print(0)
else:
    most = counter.most_common(1)[0][1]
    last_round = list(counter.values()).count(most)
    print((most - 1) * (pause + 1) + last_round)
