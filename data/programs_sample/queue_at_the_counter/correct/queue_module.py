import sys
from dataclasses import dataclass
from queue import Queue


@dataclass
class Person:
    name: str
    forms: int

    def hand_in(self, most: int) -> int:
        """Hand in up to `most` forms; return how many."""
        count = min(most, self.forms)
        self.forms -= count
        return count


first, *rows = sys.stdin.read().splitlines()
k = int(first.split()[1])
queue: Queue[Person] = Queue()
for row in rows:
    name, forms = row.split()
    queue.put(Person(name, int(forms)))
minute = 0
while not queue.empty():
    person = queue.get()
    minute += person.hand_in(k)
    if person.forms:
        queue.put(person)
    else:
        print(person.name, minute)
