outer = lambda: lambda: None
outer()()
