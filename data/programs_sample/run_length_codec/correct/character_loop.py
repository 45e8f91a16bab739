def encode(word: str) -> str:
    """Encode `word` with one pass and a counter."""
    out = ""
    count = 0
    for i, letter in enumerate(word):
        count += 1
        last_of_run = i + 1 == len(word) or word[i + 1] != letter
        if last_of_run:
            out += (str(count) if count > 1 else "") + letter
            count = 0
    return out


def decode(code: str) -> str:
    """Decode what `encode` wrote."""
    out = ""
    number = 0
    for ch in code:
        if ch.isdigit():
            number = 10 * number + int(ch)
        else:
            out += ch * max(1, number)
            number = 0
    return out


while True:
    try:
        what, text = input().split()
    except EOFError:
        break
    if what == "E":
        print(encode(text))
    else:
        print(decode(text))
