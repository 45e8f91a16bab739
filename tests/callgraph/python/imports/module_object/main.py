import tools


def run(module):
    module.clean()


run(tools)
