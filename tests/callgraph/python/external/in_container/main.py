import os

checks = {"exists": os.path.exists, "file": os.path.isfile}
checks["exists"]("a")
