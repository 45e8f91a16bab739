from bisect import bisect_left


def read_numbers():
    n = int(input())
    numbers = []
    while len(numbers) < n:
        numbers.extend(int(t) for t in input().split())
    return numbers


piles = []
for card in read_numbers():
    i = bisect_left(piles, card)
    if i == len(piles):
        piles.append(card)
    else:
        piles[i] = card
print(len(piles))
