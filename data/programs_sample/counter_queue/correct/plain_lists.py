import sys


def simulate(k, minutes):
    """Return when the last customer leaves and how many each counter served."""
    free_at = [0] * k
    served = [0] * k
    for m in minutes:
        counter = free_at.index(min(free_at))
        free_at[counter] += m
        served[counter] += 1
    return max(free_at), served


k, *minutes = map(int, sys.stdin.read().split())
end, served = simulate(k, minutes)
print(end, served.index(max(served)) + 1)
