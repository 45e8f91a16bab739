show = lambda: None
show()
