mode, keyword = input().split()
text = input()
result = ""
for i, ch in enumerate(text):
    if "a" <= ch.lower() <= "z":
        base = ord("A") if ch.isupper() else ord("a")
        move = ord(keyword[i % len(keyword)]) - ord("a")
        if mode == "decrypt":
            move = -move
        result += chr((ord(ch) - base + move) % 26 + base)
    else:
        result += ch
print(result)
