class Wagon:
    def __init__(self, number):
        self.number = number
        self.next = None


def build(numbers):
    front = last = Wagon(None)
    for number in numbers:
        last.next = Wagon(number)
        last = last.next
    return front


n, k = map(int, input().split())
front = build(input().split() if n else [])
before, here = front, front.next
for _ in range(n // k):
    first, previous = here, None
    for _ in range(k):
        here.next, previous, here = previous, here, here.next
    before.next = previous
    before = first
wagon = front.next
while wagon:
    print(wagon.number, end=" ")
    wagon = wagon.next
print()
