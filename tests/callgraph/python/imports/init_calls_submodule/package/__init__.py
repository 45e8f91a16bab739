from package import tools

tools.prepare()
