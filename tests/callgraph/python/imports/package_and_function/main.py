from package import tools, start

start()
tools.clean()
