"""Which system calls a program may not make, as a BPF program for the kernel's seccomp."""

import errno
import os
import struct
from typing import Final

AUDIT: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""Architectures by the number that the kernel's audit gives them."""

Numbers = dict[str, tuple[int | None, int | None]]
"""Calls by their numbers on x86_64 and aarch64."""

DENIED_TO_ALL: Final[Numbers] = {
    # What one process may use is then what all may use. See also SERVERS_OWN.
    **{"execve": (59, 221), "execveat": (322, 281)},
    # No network, not even where there is none. A pair of connected sockets stays, asyncio wants it.
    **{"socket": (41, 198)},
    # No memory that no limit counts.
    **{"memfd_secret": (447, 447)},
    **{"shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180)},
    # No way to other processes.
    **{"ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272)},
    **{"pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424)},
    **{"tkill": (200, 130), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240)},
    # No namespaces or mounts, in which a process would have capabilities again.
    **{"pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429)},
    **{"fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433)},
    **{"mount_setattr": (442, 442), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265)},
    # Parts of the kernel that no such program needs and that have had more than their share of holes.
    **{"bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_setup": (206, 0)},
    **{"io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427)},
    **{"keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218), "fanotify_init": (300, 262)},
    **{"personality": (135, 92), "modify_ldt": (154, None)},
    # Every process that the caller's user has, where nothing hides it.
    **{"setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setaffinity": (203, 122)},
    **{"sched_setparam": (142, 118), "sched_setscheduler": (144, 119), "sched_setattr": (314, 274)},
}
"""Calls that fail with EPERM from the moment that the server is set up; it has no use for them either."""

SERVERS_OWN: Final[Numbers] = {
    # For each program, and for each run, the server and its runners need these. See also clone below.
    **{"fork": (57, None), "vfork": (58, None), "memfd_create": (319, 279), "pidfd_open": (434, 434)},
    **{"unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39)},
}
"""Calls that fail with EPERM in the programs' processes.

The kernel tries a new filter on every call that there is, in each process that installs one: this is the short one."""

SIGNALS: Final[Numbers] = {"kill": (62, 129), "tgkill": (234, 131)}
"""Calls whose first argument is a process to send a signal to, 0 for the caller's own group."""

PRLIMIT: Final = (302, 261)
"""Reads and sets limits of a process, 0 for the caller."""

OWNERS: Final = {(72, 25): (8, 10, 15), (16, 29): (0x8901, 0x8902)}
"""Calls (fcntl, ioctl) and those values of the second argument that let the kernel send signals in a program's name:
F_SETOWN, F_SETSIG, F_SETOWN_EX; FIOSETOWN, SIOCSPGRP."""

CLONE: Final = (56, 220)
CLONE3: Final = 435
CLONE_THREAD: Final = 0x00010000
SECOND_NUMBERING: Final = 0x40000000
"""From here on, x86_64 has other numbers for the same calls."""

_NUMBER, _AUDIT, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000


def server_filter() -> bytes:
    """The filter for the server, which all its children inherit; raises ``OSError`` on a machine unknown here."""
    column = _column()
    steps = [_load(_AUDIT), _skip_if_equal(list(AUDIT.values())[column], 1), _return(_KILL), _load(_NUMBER)]
    steps += [_skip_below(SECOND_NUMBERING, 1), _return(_error(errno.ENOSYS))]
    # Without it the C library falls back on clone, whose flags a filter can read.
    steps += [_skip_unless_equal(CLONE3, 1), _return(_error(errno.ENOSYS))]
    steps += _denied(DENIED_TO_ALL, column)
    for calls, values in OWNERS.items():
        steps += _among(calls[column], _SECOND_ARGUMENT, values, denied=True)
    return b"".join([*steps, _return(_ALLOW)])


def program_filter(pid: int | None = None) -> bytes:
    """The filter, on top of the server's, for a process that may start threads, but no further processes.

    Args:
        pid: the process's own id, where nothing else hides other processes from it: it may then send signals to nobody
            but itself.

    Raises:
        OSError: the system calls of this machine are not known here.
    """
    column = _column()
    steps = [_load(_NUMBER), *_denied(SERVERS_OWN, column)]
    steps += [_skip_unless_equal(CLONE[column], 4), _load(_FIRST_ARGUMENT), _skip_if_set(CLONE_THREAD, 1)]
    steps += [_return(_error(errno.EAGAIN)), _return(_ALLOW)]
    steps += _among(PRLIMIT[column], _FIRST_ARGUMENT, (0,), denied=False)
    if pid is not None:
        for numbers in SIGNALS.values():
            steps += _among(numbers[column], _FIRST_ARGUMENT, (0, pid), denied=False)
    return b"".join([*steps, _return(_ALLOW)])


def _among(number: int | None, argument: int, values: tuple[int, ...], *, denied: bool) -> list[bytes]:
    """A decision on one call: those of its values of an argument are denied, or all others are."""
    if number is None:
        return []
    chosen, others = (_error(errno.EPERM), _ALLOW) if denied else (_ALLOW, _error(errno.EPERM))
    tests = [_skip_if_equal(value, len(values) - place) for place, value in enumerate(values)]
    decision = [_load(argument), *tests, _return(others), _return(chosen)]
    return [_skip_unless_equal(number, len(decision)), *decision]


def _column() -> int:
    """Which of the numbers of a call is this machine's."""
    name = os.uname().machine
    if name not in AUDIT:
        raise OSError(errno.ENOSYS, "no list of system calls for this machine", f"seccomp on {name}")
    return list(AUDIT).index(name)


def _denied(calls: Numbers, column: int) -> list[bytes]:
    numbers = [both[column] for both in calls.values()]
    return [
        step
        for number in numbers
        if number is not None
        for step in (_skip_unless_equal(number, 1), _return(_error(errno.EPERM)))
    ]


def _step(code: int, yes: int, no: int, operand: int) -> bytes:
    """One instruction: what to do, how many to skip if a comparison holds or not, and what to compare with."""
    return struct.pack("=HBBI", code, yes, no, operand)


def _load(offset: int) -> bytes:
    return _step(0x20, 0, 0, offset)


def _return(action: int) -> bytes:
    return _step(0x06, 0, 0, action)


def _skip_unless_equal(value: int, count: int) -> bytes:
    return _step(0x15, 0, count, value)


def _skip_if_equal(value: int, count: int) -> bytes:
    return _step(0x15, count, 0, value)


def _skip_below(value: int, count: int) -> bytes:
    return _step(0x35, 0, count, value)


def _skip_if_set(bits: int, count: int) -> bytes:
    return _step(0x45, count, 0, bits)


def _error(number: int) -> int:
    return 0x00050000 | number
