import re
import sys


def shorten(path: str) -> str:
    """Rewrite the path until nothing changes any more."""
    rules = [(r"//+", "/"), (r"/\.(?=/)", ""), (r"^/\.\.(?=/)", ""), (r"/(?!\.\./)[^/]+/\.\.(?=/)", "")]
    path += "/"
    before = None
    while before != path:
        before = path
        for pattern, replacement in rules:
            path = re.sub(pattern, replacement, path, count=1)
    return path.rstrip("/") or "/"


print("\n".join(shorten(line) for line in sys.stdin.read().splitlines()))
