try:
    from missing import clean
except ImportError:
    from tools import clean

clean()
