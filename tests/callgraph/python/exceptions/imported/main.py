from faults import Failure, check

try:
    check()
except Failure as failure:
    failure.report()
