"""The other side of the sandbox: a small process of its own that holds no more than it needs to run programs.

It is started with this folder's parent as its only own import path, so that nothing of the project or of installed
packages is in its memory or reach. Hence modules here import each other relatively, and only the standard library
beside that; the client imports ``terms`` and ``wire`` from here, which both sides share.

    client -- launcher -- server (pid 1, private mounts and network) -- runner (pid 1 of one program) -- program

The server stays warm. For each program it forks a runner in a new PID namespace, which compiles the program once and
forks again for every input. When the runner ends, the kernel ends whatever the program has left behind.
"""
