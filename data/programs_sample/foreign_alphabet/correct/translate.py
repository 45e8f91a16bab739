import string
import sys

alphabet, _, *words = sys.stdin.read().split()
there = str.maketrans(alphabet, string.ascii_lowercase)
back = str.maketrans(string.ascii_lowercase, alphabet)
print("\n".join(w.translate(back) for w in sorted(w.translate(there) for w in words)))
