# The classic: sort by the end of the talks.
from operator import itemgetter

lines = open(0).read().splitlines()
talks = [(t, int(s), int(e)) for t, s, e in map(str.split, lines[1:])]
last_end = -1
result = []
for title, start, end in sorted(talks, key=itemgetter(2)):
    if start > last_end:
        result.append(title)
        last_end = end
print(len(result), " ".join(result), sep="\n")
