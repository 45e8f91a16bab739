from collections import defaultdict

n, goal = [int(x) for x in input().split()]
numbers = [int(x) for x in input().split()]

positions = defaultdict(list)
for place, number in enumerate(numbers, 1):
    positions[number].append(place)

answer = "-1"
for number, places in positions.items():
    other = goal - number
    if other == number:
        if len(places) >= 2:
            answer = f"{places[0]} {places[1]}"
    elif other in positions:
        first, second = sorted((places[0], positions[other][0]))
        answer = f"{first} {second}"
print(answer)
