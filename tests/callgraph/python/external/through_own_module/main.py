from formats import dumps

dumps({})
