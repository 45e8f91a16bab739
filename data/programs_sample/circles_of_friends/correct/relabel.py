from collections import Counter

first, *pairs = open(0).read().splitlines()
people = int(first.split()[0])
label = {}
sizes = Counter()
for pair in pairs:
    for name in pair.split():
        if name not in label:
            label[name] = len(label)
            sizes[label[name]] = 1
    keep, lose = (label[name] for name in pair.split())
    if keep != lose:
        people -= 1
        label = {name: keep if old == lose else old for name, old in label.items()}
        sizes[keep] += sizes.pop(lose)
    print(people, sizes.most_common(1)[0][1])
