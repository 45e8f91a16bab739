"""What surrounds every program of a server: namespaces, or without them as much as a Linux kernel grants anybody."""

import errno
import os
import sysconfig
from typing import Final

from . import jail, kernel, seccomp
from .jail import MountedBox, PlainBox

UNGUARDED: Final[tuple[str, ...]] = (
    "disk: each file is limited in size, all together are not",
    "threads: their number is limited by memory alone",
    "names: programs can see which files exist, but not open them",
)
UNGUARDED_FILES: Final = "files: this kernel has no Landlock, so programs can read and write what this user can"
"""What isolation ``limits`` does not guard against."""

NO_LANDLOCK: Final = (errno.ENOSYS, errno.EOPNOTSUPP)


class Namespaces:
    """Programs in namespaces of their own: files, network, users, and for each program processes."""

    missing: tuple[str, ...] = ()

    def __init__(self) -> None:
        """Move into the jail and go on in a child; the process that the client started waits outside.

        Raises:
            OSError: the kernel refused; ``filename`` says what.
        """
        jail.enter_namespaces()
        kernel.die_with_parent()
        _go_on_in_a_child()
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        jail.build_root()
        kernel.forbid_new_privileges()
        self.box = MountedBox()
        self._root = os.getuid() == 0
        # Counted in the user namespace; launcher, server and runner count too where they are the same user.
        self.trusted_processes: int | None = 0 if self._root else 3
        kernel.Filter(seccomp.server_filter()).install()
        self._filter = kernel.Filter(seccomp.program_filter())

    def fork(self) -> int:
        """Fork a runner as the first process of a new PID namespace; when it ends, the kernel ends all others there."""
        kernel.unshare("pid")
        child = os.fork()
        if child:
            kernel.enter_pid_namespace(self._own)
        return child

    def confine(self) -> None:
        """Give up, for good, whatever a program is not to have; raises ``OSError``."""
        if self._root:
            os.setresgid(jail.UID, jail.UID, jail.UID)
            os.setresuid(jail.UID, jail.UID, jail.UID)
        else:
            kernel.drop_capabilities()
        self._filter.install()


class LimitsAlone:
    """Programs among the user's other processes: resource limits, and what Landlock and seccomp keep from anybody."""

    trusted_processes: int | None = None

    def __init__(self, scratch: str) -> None:
        """Become nobody where this is root.

        Raises:
            OSError: the kernel refused, or nobody cannot read the interpreter's files; ``filename`` says what.
        """
        library, places = sysconfig.get_path("stdlib"), dict.fromkeys(jail.libraries(), kernel.OPEN_READ_ONLY)
        places |= dict.fromkeys(jail.DEVICES, kernel.OPEN_DEVICE) | {scratch: kernel.OPEN_FREELY}
        if os.getuid() == 0:
            os.chown(scratch, jail.UID, jail.UID)
            os.setgroups([])
            os.setresgid(jail.UID, jail.UID, jail.UID)
            os.setresuid(jail.UID, jail.UID, jail.UID)
            if not os.access(library, os.R_OK | os.X_OK):
                raise OSError(errno.EACCES, "root runs programs as nobody, who cannot read this interpreter", library)
        # Not before: a change of user undoes it.
        kernel.die_with_parent()
        kernel.forbid_new_privileges()
        self.box = PlainBox(scratch)
        self.missing = UNGUARDED
        try:
            kernel.open_only(places)
        except OSError as error:
            if error.errno not in NO_LANDLOCK:
                raise
            self.missing = (UNGUARDED_FILES, *UNGUARDED)
        kernel.Filter(seccomp.server_filter()).install()

    def fork(self) -> int:
        """Fork a runner."""
        return os.fork()

    def confine(self) -> None:
        """Give up, for good, whatever a program is not to have; raises ``OSError``."""
        kernel.drop_capabilities()
        kernel.Filter(seccomp.program_filter(os.getpid())).install()


Confinement = Namespaces | LimitsAlone


def _go_on_in_a_child() -> None:
    """The child is the first process of the new PID namespace; the parent only waits for its end."""
    child = os.fork()
    if child:
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        os.waitpid(child, 0)
        os._exit(0)
    kernel.die_with_parent()
