from heapq import heapify, heapreplace

k = int(input())
heap = [(0, number) for number in range(k)]
heapify(heap)
served = [0] * k
finish = 0
for minutes in input().split():
    free, number = heap[0]
    finish = free + int(minutes)
    heapreplace(heap, (finish, number))
    served[number] += 1
print(finish, served.index(max(served)) + 1)
