from os.path import basename

basename("a/b")
