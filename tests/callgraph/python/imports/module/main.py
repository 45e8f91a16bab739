import tools

tools.clean()
