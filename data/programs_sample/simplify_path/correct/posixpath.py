import posixpath
import re
import sys

for path in sys.stdin.read().split():
    print(posixpath.normpath(re.sub("/+", "/", path)))
