from string import ascii_uppercase

pause, glazes = (open(0).read() + "\n").split("\n")[:2]
pause = int(pause)
left = sorted((glazes.count(letter) for letter in ascii_uppercase), reverse=True)
days = 0
while left[0] > 0:
    fired = 0
    for i in range(min(pause + 1, len(left))):
        if left[i] > 0:
            left[i] -= 1
            fired += 1
    left.sort(reverse=True)
    days += fired if left[0] == 0 else pause + 1
print(days)
