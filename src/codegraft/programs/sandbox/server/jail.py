"""The place that programs run in: namespaces, a root of its own with read-only libraries, and one private directory."""

import errno
import os
import shutil
import sys
import sysconfig
from pathlib import Path

from . import kernel

UID = 65534
"""The user that programs run as, who owns nothing: nobody."""

BOX = "/box"
MOUNTPOINT = "/sys"
"""Where the new root is put together: a directory of every Linux that nothing is taken from."""

LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
FILES = 1024


def enter_namespaces() -> None:
    """Become the root of new namespaces; a child born after this is their first process.

    Raises:
        OSError: the kernel refused; its ``filename`` says what.
    """
    uid, gid = os.getuid(), os.getgid()
    if uid == 0:
        _mapped_by_a_helper()
        os.setgroups([])
        os.setresgid(0, 0, 0)
        os.setresuid(0, 0, 0)
    else:
        kernel.unshare("user")
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{UID} {uid} 1")
        _write("/proc/self/gid_map", f"{UID} {gid} 1")
    kernel.unshare("mount", "net", "ipc", "uts", "cgroup", "pid")


def build_root() -> None:
    """Leave the machine's files for a read-only root with the interpreter and an empty ``/box``; raises ``OSError``."""
    kernel.set_host_name("sandbox")
    kernel.mount("", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("tmpfs", MOUNTPOINT, "tmpfs", kernel.MS_NOSUID, "size=64k,mode=755")
    for folder in libraries():
        _bind(folder)
        kernel.protect(MOUNTPOINT + folder, kernel.READ_ONLY | kernel.NO_SUID | kernel.NO_DEVICES)
    for device in DEVICES:
        _bind(device)
    for folder in (BOX, "/tmp"):
        Path(MOUNTPOINT + folder).mkdir()
    kernel.pivot_root(MOUNTPOINT)
    kernel.protect("/", kernel.READ_ONLY, recursive=False)


class MountedBox:
    """The programs' directory as a file system of limited size, replaced by another as soon as it was used."""

    def __init__(self) -> None:
        self._as_mounted: tuple[int, ...] = ()

    def empty(self, size: int) -> None:
        """Go to an empty directory that holds at most ``size`` bytes; raises ``OSError``."""
        os.chdir("/")
        if self._state(size) != self._as_mounted:
            if os.path.ismount(BOX):
                kernel.detach(BOX)
            flags = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
            kernel.mount("tmpfs", BOX, "tmpfs", flags, f"size={size},nr_inodes={FILES},mode=1777")
            self._as_mounted = self._state(size)
        os.chdir(BOX)

    def _state(self, size: int) -> tuple[int, ...]:
        """What another mount, a file in it, or other permissions of it would change."""
        found = Path(BOX).stat()
        return size, found.st_dev, found.st_mode, found.st_size, found.st_ctime_ns


class PlainBox:
    """The programs' directory as a folder in a temporary directory, for want of a file system of limited size.

    Args:
        parent: an empty directory that is the server's alone.
    """

    def __init__(self, parent: str) -> None:
        self._parent = parent

    def empty(self, size: int) -> None:
        """Go to a new directory, and remove the last one as far as its program lets us; its size is not limited."""
        os.chdir("/")
        for used in Path(self._parent).iterdir():
            shutil.rmtree(used, ignore_errors=True)
        box = f"{self._parent}/{os.urandom(8).hex()}"
        Path(box).mkdir(0o700)
        os.chdir(box)


def _mapped_by_a_helper() -> None:
    """Enter a user namespace with two users: a real root may map them, but only from outside of it."""
    ready, go = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(go)
        os.read(ready, 1)
        status = 0
        try:
            for name in ("uid_map", "gid_map"):
                _write(f"/proc/{os.getppid()}/{name}", f"0 0 1\n{UID} {UID} 1")
        except OSError as error:
            status = error.errno or 1
        os._exit(status)
    try:
        kernel.unshare("user")
    finally:
        os.close(go)
        os.close(ready)
        number = os.waitstatus_to_exitcode(os.waitpid(helper, 0)[1])
    if number:
        raise OSError(number, os.strerror(number), "uid_map")


def libraries() -> list[str]:
    """Folders with the standard library and shared libraries, outermost first, none inside another."""
    standard = (sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), f"{sys.base_prefix}/lib")
    folders = {*LIBRARIES, *(os.path.realpath(folder) for folder in standard)}
    found = sorted(folder for folder in folders if Path(folder).is_dir())
    return [folder for folder in found if not any(folder.startswith(outer + "/") for outer in found)]


def _bind(path: str) -> None:
    target = Path(MOUNTPOINT + path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if Path(path).is_dir():
        target.mkdir()
    else:
        target.touch()
    kernel.mount(path, str(target), "", kernel.MS_BIND | kernel.MS_REC)


def _write(path: str, text: str) -> None:
    handle = os.open(path, os.O_WRONLY)
    try:
        os.write(handle, text.encode())
    except OSError as error:
        raise OSError(error.errno or errno.EPERM, error.strerror, path) from None
    finally:
        os.close(handle)
