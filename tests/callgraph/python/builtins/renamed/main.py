show = print
show("text")
