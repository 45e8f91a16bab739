Offer = tuple[int, int, int, int]  # price, number of the offer, two houses


def read() -> tuple[int, list[Offer]]:
    n, m = map(int, input().split())
    offers = []
    for i in range(m):
        a, b, price = map(int, input().split())
        offers.append((price, i, a, b))
    return n, offers


def main() -> str:
    n, offers = read()
    group = list(range(n))
    total = 0
    while len(set(group)) > 1:
        best: dict[int, Offer] = {}
        for offer in offers:
            a, b = group[offer[2]], group[offer[3]]
            if a != b:
                best[a] = min(best.get(a, offer), offer)
                best[b] = min(best.get(b, offer), offer)
        if not best:
            return "split"
        for price, _, a, b in set(best.values()):
            if group[a] != group[b]:
                total += price
                old, new = group[a], group[b]
                group = [new if g == old else g for g in group]
    return str(total)


print(main())
