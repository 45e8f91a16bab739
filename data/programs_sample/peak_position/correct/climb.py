from collections import namedtuple

Place = namedtuple("Place", "height position")

input()
places = [Place(int(h), i) for i, h in enumerate(input().split(), 1)]
here = places.pop()
while places:
    before = places.pop()
    if before.height < here.height:
        break
    here = before
print(here.position)
