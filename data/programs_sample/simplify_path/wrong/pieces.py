import sys

for row in sys.stdin:
    kept = []
    for piece in row.strip().split("/"):
        if piece.startswith(".."):
            kept = kept[:-1]
        elif piece.startswith("."):
            pass
        elif piece:
            kept.append(piece)
    print("/" + "/".join(kept))
