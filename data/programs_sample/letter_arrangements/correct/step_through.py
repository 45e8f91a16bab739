def advance(a):
    """Change the list to the next arrangement; False after the last one."""
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = a[:i:-1]
    return True


word = open(0).read().strip()
current = sorted(word)
count, number, after = 1, 1, "last"
found = "".join(current) == word
while advance(current):
    count += 1
    text = "".join(current)
    if found and after == "last":
        after = text
    if text == word:
        number, found = count, True
print(count, number, after)
