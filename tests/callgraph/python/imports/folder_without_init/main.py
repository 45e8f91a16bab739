from folder import tools

tools.clean()
