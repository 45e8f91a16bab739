"""Linux system calls that Python 3.11 has no names for; one that fails raises ``OSError`` with its name."""

import ctypes
import os
import struct
from typing import Final

NEW_NAMESPACE: Final = {
    "mount": 0x00020000,
    "cgroup": 0x02000000,
    "uts": 0x04000000,
    "ipc": 0x08000000,
    "user": 0x10000000,
    "pid": 0x20000000,
    "net": 0x40000000,
}
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
READ_ONLY, NO_SUID, NO_DEVICES = 1, 2, 4

LANDLOCK_RIGHTS: Final = {1: 1 << 13, 2: 1 << 14, 3: 1 << 15}
"""Bits of all rights on files (the last one's successor) by version of Landlock; later versions add others."""

OPEN_DEVICE, OPEN_READ_ONLY, OPEN_FREELY = 1 << 1 | 1 << 2, 1 << 2 | 1 << 3, -1
"""Rights on a device, on a folder to be read, and all that there are."""

LANDLOCK_PATH: Final = 1

PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 1, 38, 22
SECCOMP_MODE_FILTER = 2
CAPABILITY_VERSION = 0x20080522
ADDRESSES_FIXED, PERSONALITY_ASKED = 0x0040000, 0xFFFFFFFF
AT_FDCWD, AT_RECURSIVE, MNT_DETACH = -100, 0x8000, 2
# Alike on every architecture: they are younger than the common numbering.
SYS_MOUNT_SETATTR = 442
SYS_LANDLOCK_CREATE_RULESET, SYS_LANDLOCK_ADD_RULE, SYS_LANDLOCK_RESTRICT_SELF = 444, 445, 446
SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

_libc = ctypes.CDLL(None, use_errno=True)
# Looked up once, here: a lookup in every forked child would cost it more than the call.
_prctl, _capset, _syscall = _libc.prctl, _libc.capset, _libc.syscall


def _checked(result: int, call: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), call)


def unshare(*names: str) -> None:
    """Leave the namespaces of these kinds for new ones."""
    flags = sum(NEW_NAMESPACE[name] for name in names)
    _checked(_libc.unshare(flags), f"unshare({', '.join(names)})")


def enter_pid_namespace(handle: int) -> None:
    """Let children be born in the PID namespace that ``handle`` is open on."""
    _checked(_libc.setns(handle, NEW_NAMESPACE["pid"]), "setns(pid)")


def mount(source: str, target: str, kind: str, flags: int = 0, options: str = "") -> None:
    """Mount a file system, or with ``MS_BIND`` a part of one that is mounted already."""
    arguments = (os.fsencode(source), os.fsencode(target), kind.encode(), ctypes.c_ulong(flags), options.encode())
    _checked(_libc.mount(*arguments), f"mount({kind or source} at {target})")


def protect(target: str, attributes: int, *, recursive: bool = True) -> None:
    """Set ``READ_ONLY``, ``NO_SUID`` or ``NO_DEVICES`` on a mount and, unless told otherwise, on those below it."""
    settings = struct.pack("=4Q", attributes, 0, 0, 0)
    depth = AT_RECURSIVE if recursive else 0
    path, size = os.fsencode(target), ctypes.c_size_t(len(settings))
    _checked(_syscall(SYS_MOUNT_SETATTR, AT_FDCWD, path, depth, settings, size), f"mount_setattr({target})")


def detach(target: str) -> None:
    """Unmount, however busy."""
    _checked(_libc.umount2(os.fsencode(target), MNT_DETACH), f"umount({target})")


def pivot_root(target: str) -> None:
    """Make a mount the root of this process, and forget the old one."""
    os.chdir(target)
    number = SYS_PIVOT_ROOT[os.uname().machine]
    _checked(_syscall(number, b".", b"."), f"pivot_root({target})")
    detach(".")
    os.chdir("/")


def set_host_name(name: str) -> None:
    """Name that this UTS namespace shows."""
    _checked(_libc.sethostname(name.encode(), len(name)), "sethostname")


def fix_addresses() -> bool:
    """Lay out memory alike in every process that this one becomes by ``exec``; whether that is news, and granted."""
    current = _libc.personality(ctypes.c_ulong(PERSONALITY_ASKED))
    return not current & ADDRESSES_FIXED and _libc.personality(ctypes.c_ulong(current | ADDRESSES_FIXED)) != -1


def die_with_parent() -> None:
    """Be killed when the process that started this one ends."""
    _checked(_prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0), "prctl(PR_SET_PDEATHSIG)")


def forbid_new_privileges() -> None:
    """Gain no privilege by executing a file, from here on; what installing a filter asks of everybody but root."""
    _checked(_prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl(PR_SET_NO_NEW_PRIVS)")


def drop_capabilities() -> None:
    """Give up every capability of this process."""
    _checked(_capset(struct.pack("=Ii", CAPABILITY_VERSION, 0), bytes(24)), "capset")


class Filter:
    """A BPF program by which the kernel judges system calls (seccomp), laid out once for many processes."""

    def __init__(self, instructions: bytes) -> None:
        self._instructions = ctypes.create_string_buffer(instructions, len(instructions))
        address = ctypes.addressof(self._instructions)
        self._program = struct.pack("@HP", len(instructions) // 8, address)

    def install(self) -> None:
        """Judge every later system call of this process, and of its children."""
        _checked(_prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, self._program, 0, 0), "prctl(PR_SET_SECCOMP)")


def open_only(places: dict[str, int]) -> None:
    """Let this process open nothing but what lies in some places, with these rights (Landlock); anybody may ask for it.

    Raises:
        OSError: with ``ENOSYS`` or ``EOPNOTSUPP``, this kernel has no Landlock.
    """
    version = _syscall(SYS_LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    _checked(min(version, 0), "landlock")
    every = LANDLOCK_RIGHTS[min(version, max(LANDLOCK_RIGHTS))] - 1
    rules = _syscall(SYS_LANDLOCK_CREATE_RULESET, struct.pack("=Q", every), ctypes.c_size_t(8), 0)
    _checked(min(rules, 0), "landlock_create_ruleset")
    for place, rights in places.items():
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", rights & every, handle)
        _checked(_syscall(SYS_LANDLOCK_ADD_RULE, rules, LANDLOCK_PATH, rule, 0), f"landlock_add_rule({place})")
        os.close(handle)
    _checked(_syscall(SYS_LANDLOCK_RESTRICT_SELF, rules, 0), "landlock_restrict_self")
    os.close(rules)
