"""The calls that a process may not make of the system at all (Linux seccomp).

Landlock holds files and TCP. Sockets of every other kind, reaching into another process, and the
doors of the kernel that need no file are closed here: each such call ends as "not permitted", for
Python, for its libraries and for every program that is started. Reference: "Seccomp BPF (SECure
COMPuting with filters)", https://docs.kernel.org/userspace-api/seccomp_filter.html
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import struct
import sys
from collections.abc import Collection, Iterable

from padai.publishing.engine.sandbox.landlock import forbid_privileges

_MACHINES = {"x86_64": (0xC000003E, 317), "aarch64": (0xC00000B7, 277)}
"""For each machine: what the kernel calls it, and the number of the call that sets a filter."""
_SET_FILTER, _ALL_THREADS = 1, 1
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _MACHINE, _FIRST = 0, 4, 16  # where a call's number, machine and first argument stand
_OTHER_NUMBERS = 0x40000000  # from here on x86_64 has a second set of numbers (x32)
_THREAD = 0x00010000  # CLONE_THREAD
_FAMILIES = {"x86_64": 41, "aarch64": 198}
_CLONE, _CLONE3 = {"x86_64": 56, "aarch64": 220}, 435

# Numbers on x86_64 and on aarch64; None where the machine has no such call.
ALWAYS: dict[str, tuple[int, int | None]] = {
    # reaching into another process
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "kcmp": (312, 272),
    "process_madvise": (440, 440),
    # the kernel's own machinery
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "bpf": (321, 280), "userfaultfd": (323, 282), "perf_event_open": (298, 241),
    "fanotify_init": (300, 262), "init_module": (175, 105), "finit_module": (313, 273),
    "delete_module": (176, 106), "kexec_load": (246, 104), "kexec_file_load": (320, 294),
    "reboot": (169, 142), "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "syslog": (103, 116), "iopl": (172, None),
    "ioperm": (173, None), "modify_ldt": (154, None), "add_key": (248, 217),
    "request_key": (249, 218), "keyctl": (250, 219),
    # files by other roads
    "open_by_handle_at": (304, 265), "name_to_handle_at": (303, 264), "mknod": (133, None),
    "mknodat": (259, 33), "mount": (165, 40), "umount2": (166, 39), "move_mount": (429, 429),
    "open_tree": (428, 428), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "fspick": (433, 433), "mount_setattr": (442, 442), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268),
    # memory and messages that processes share
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "msgget": (68, 186),
    "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187), "semget": (64, 190),
    "semop": (65, 193), "semtimedop": (220, 192), "semctl": (66, 191), "mq_open": (240, 180),
}  # fmt: skip
PROGRAMS: dict[str, tuple[int, int | None]] = {
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
    "setsid": (112, 157), "setpgid": (109, 154),
}  # fmt: skip
OUTWARD: dict[str, tuple[int, int | None]] = {
    "connect": (42, 203), "bind": (49, 200), "listen": (50, 201), "recvmsg": (47, 212),
    "recvmmsg": (299, 243), "sendmsg": (46, 211), "sendmmsg": (307, 269),
    "kill": (62, 129), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_send_signal": (424, 424),
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "utime": (132, None), "utimes": (235, None), "utimensat": (280, 88), "futimesat": (261, None),
}  # fmt: skip
_OWN_ONLY = {"tgkill": (234, 131), "prlimit64": (302, 261)}
"""Calls whose first argument names a process, which may be this one."""


def offered() -> bool:
    """Whether this system can filter calls."""
    if not sys.platform.startswith("linux") or os.uname().machine not in _MACHINES:
        return False
    try:  # an empty filter at no address: refused for the address, where filters are known
        _set(0, None)
    except OSError as error:
        return error.errno == errno.EFAULT
    return True


def forbid(
    calls: Iterable[str] = (*ALWAYS,),
    *,
    families: Collection[int] | None = None,
    no_family: int = errno.EPERM,
    programs: bool = True,
    only_self: bool = False,
) -> bool:
    """Refuse calls of the system in this process, in all its threads, and in what it starts.

    Parameters
    ----------
    calls
        Names of :data:`ALWAYS`, :data:`PROGRAMS` or :data:`OUTWARD`.
    families
        The families of sockets that may still be made; all where it is None.
    no_family
        The error that a socket of another family ends in.
    programs
        Whether another process may be started. Threads may.
    only_self
        Whether signals and limits reach no other process.

    Returns
    -------
    bool
        False, and nothing is refused, where the system knows no such filter.

    Raises
    ------
    OSError
        Where the system knows filters and does not take this one.
    """
    if not offered():
        return False
    machine = os.uname().machine
    place = list(_MACHINES).index(machine)
    known = ALWAYS | PROGRAMS | OUTWARD
    names = [*calls, *(() if programs else PROGRAMS)]
    numbers = sorted({number for n in names if (number := known[n][place]) is not None})
    text = _head(_MACHINES[machine][0])
    for number in numbers:
        text += _refused_if(number)
    if families is not None:
        text += _held(_FAMILIES[machine], sorted(families), no_family)
    if not programs:
        text += _without_processes(_CLONE[machine])
    if only_self:
        for both in _OWN_ONLY.values():
            text += _held(both[place], [0, os.getpid()])
    text += _step(_RETURN, _ALLOW)
    forbid_privileges()
    _set(_ALL_THREADS, text)
    return True


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)


def _refusal(code: int = errno.EPERM) -> bytes:
    return _step(_RETURN, _REFUSE | code)


def _head(machine: int) -> bytes:
    """Load the number of the call; what calls in another machine's way is killed."""
    return (
        _step(_LOAD, _MACHINE)
        + _step(_JUMP_EQUAL, machine, 1, 0)
        + _step(_RETURN, _KILL)
        + _step(_LOAD, _NUMBER)
        + _step(_JUMP_AT_LEAST, _OTHER_NUMBERS, 0, 1)
        + _refusal()
    )


def _refused_if(number: int) -> bytes:
    return _step(_JUMP_EQUAL, number, 0, 1) + _refusal()


def _held(number: int, first: list[int], code: int = errno.EPERM) -> bytes:
    """Refuse a call unless its first argument is one of some values."""
    count = len(first)
    text = _step(_JUMP_EQUAL, number, 0, count + 3) + _step(_LOAD, _FIRST)
    for place, value in enumerate(first):
        text += _step(_JUMP_EQUAL, value, count - place, 0)
    return text + _refusal(code) + _step(_LOAD, _NUMBER)


def _without_processes(clone: int) -> bytes:
    """Let a thread be made and no process; the newer call is said to be unknown."""
    return (
        _step(_JUMP_EQUAL, clone, 0, 4)
        + _step(_LOAD, _FIRST)
        + _step(_JUMP_ANY_BIT, _THREAD, 1, 0)
        + _refusal()
        + _step(_LOAD, _NUMBER)
        + _step(_JUMP_EQUAL, _CLONE3, 0, 1)
        + _refusal(errno.ENOSYS)
    )


def _set(flags: int, text: bytes | None) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    number = _MACHINES[os.uname().machine][1]
    given: object = None
    if text is not None:
        kept = ctypes.create_string_buffer(text, len(text))
        count = len(text) // 8
        given = ctypes.create_string_buffer(struct.pack("@HP", count, ctypes.addressof(kept)))
    made = library.syscall(
        ctypes.c_long(number), ctypes.c_long(_SET_FILTER), ctypes.c_long(flags), given
    )
    if made < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    if made > 0:
        raise OSError(errno.EPERM, f"thread {made} could not be held")


LOCAL = (int(getattr(socket, "AF_UNIX", 1)),)
"""Sockets of this machine that have a file, or a partner in the same process."""
INTERNET = (*LOCAL, int(socket.AF_INET), int(socket.AF_INET6))
UNSUPPORTED = errno.EOPNOTSUPP
"""What a family of sockets ends in where TCP is allowed: ZeroMQ, which binds a kernel's ports, then
does without the list of the machine's interfaces, and ends the process at any other error."""
