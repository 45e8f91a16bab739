order = input().strip()
rank = {c: i for i, c in enumerate(order)}
words = [input().strip() for _ in range(int(input()))]
for w in sorted(words, key=lambda w: [rank[c] for c in w]):
    print(w)
