"""Ways out of a cell: each tries to reach what a report may not, by one road.

The text of this file is run twice: as a cell of a report, where every way must fail, and by a plain
Python, where they must lead out, or they would prove nothing. ``T`` names the targets. What a way
returns is searched for a canary, of which the cell knows the shape alone; ``OUT`` stands for a thing
done that no report may do.
"""
# ruff: noqa

import contextlib
import ctypes
import glob
import mmap
import os
import re
import signal
import socket
import struct
import sys
import tempfile
import threading

CANARY = re.compile(rb"canari-[0-9a-f]{16}")
OUT = "done"
WAYS = {}
SCRATCH = os.environ.get("PADAI_STORE", T["plain_scratch"] + "/store") + "/.."
HOME = os.environ["HOME"] if "PADAI_STORE" in os.environ else T["plain_scratch"]
F = T["csv"]
LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long
ARM = os.uname().machine == "aarch64"


def way(function):
    WAYS[function.__name__] = function
    return function


def call(x86, arm, *arguments):
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = LIBC.syscall(ctypes.c_long(arm if ARM else x86), *given)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def checked(result):
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def drained(descriptor):
    return os.read(descriptor, 1 << 16)


# --- a file, as Python opens it ----------------------------------------------------------------


@way
def open_plain():
    return open(F).read()


@way
def open_bytes_name():
    return open(F.encode(), "rb").read()


@way
def os_open():
    return drained(os.open(F, os.O_RDONLY))


@way
def io_open_code():
    import io

    return io.open_code(F).read()


@way
def file_io():
    import io

    return io.FileIO(F).read()


@way
def roundabout_name():
    return open(
        os.path.dirname(F)
        + "/.//../"
        + os.path.basename(os.path.dirname(F))
        + "/"
        + os.path.basename(F)
    ).read()


@way
def by_folder_handle():
    folder = os.open(os.path.dirname(F), os.O_PATH)
    return drained(os.open(os.path.basename(F), os.O_RDONLY, dir_fd=folder))


@way
def working_folder():
    here = os.getcwd()
    try:
        os.chdir(os.path.dirname(F))
        return open(os.path.basename(F)).read()
    finally:
        os.chdir(here)


@way
def listing_names():
    return OUT if os.path.basename(F) in os.listdir(os.path.dirname(F)) else None


@way
def linecache_lines():
    import linecache

    return "".join(linecache.getlines(F))


@way
def copied_by_shutil():
    import shutil

    shutil.copyfile(F, HOME + "/copied")
    return open(HOME + "/copied").read()


@way
def sent_by_the_system():
    source, target = os.open(F, os.O_RDONLY), os.open(HOME + "/sent", os.O_RDWR | os.O_CREAT)
    os.sendfile(target, source, 0, 4096)
    return open(HOME + "/sent").read()


@way
def mapped():
    with open(F, "rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as view:
        return view[:]


@way
def run_as_python():
    import runpy

    return runpy.run_path(T["py"])["SECRET"]


@way
def imported_file():
    import importlib.util

    spec = importlib.util.spec_from_file_location("w", T["py"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SECRET


@way
def imported_folder():
    sys.path.insert(0, os.path.dirname(T["py"]))
    try:
        return __import__(os.path.basename(T["py"])[:-3]).SECRET
    finally:
        del sys.path[0]


@way
def loader_data():
    from importlib.machinery import SourceFileLoader

    return SourceFileLoader("w", F).get_data(F)


@way
def in_a_thread():
    found = []
    thread = threading.Thread(target=lambda: found.append(open(F).read()))
    thread.start()
    thread.join(5)
    return "".join(found)


# --- a file, as libraries open it --------------------------------------------------------------


@way
def read_sav():
    import pyreadstat

    return str(pyreadstat.read_sav(T["sav"])[0].to_dict())


@way
def pandas_csv():
    import pandas as pd

    return pd.read_csv(F).to_string()


@way
def pandas_spss():
    import pandas as pd

    return pd.read_spss(T["sav"]).to_string()


@way
def pandas_pickle():
    import pandas as pd

    return str(pd.read_pickle(T["pickle"]))


@way
def arrow_map():
    import pyarrow

    return pyarrow.memory_map(F).read()


@way
def arrow_parquet():
    import pyarrow.parquet

    return str(pyarrow.parquet.read_table(T["parquet"]).to_pydict())


@way
def arrow_csv():
    import pyarrow.csv

    return str(pyarrow.csv.read_csv(F).to_pydict())


@way
def polars_csv():
    import polars

    return str(polars.read_csv(F).to_dicts())


@way
def sqlite_file():
    import sqlite3

    return str(sqlite3.connect(T["db"]).execute("select * from t").fetchall())


@way
def sqlite_attached():
    import sqlite3

    link = sqlite3.connect(":memory:")
    link.execute("attach ? as d", (T["db"],))
    return str(link.execute("select * from d.t").fetchall())


@way
def dbm_shelf():
    import shelve

    with shelve.open(T["shelf"], "r") as shelf:
        return str(dict(shelf))


@way
def numpy_memmap():
    import numpy as np

    return np.memmap(F, mode="r").tobytes()


@way
def numpy_fromfile():
    import numpy as np

    return np.fromfile(F, dtype="u1").tobytes()


@way
def typst_reading():
    import typst

    note = HOME + "/n.typ"
    with open(note, "w") as handle:
        handle.write(f'#panic(read("{F}"))')
    try:
        typst.compile(note, root="/")
    except typst.TypstError as error:
        return str(error) + str(getattr(error, "message", ""))


@way
def readline_history():
    import readline

    readline.read_history_file(F)
    return "".join(readline.get_history_item(i) or "" for i in range(1, 9))


@way
def openssl_file():
    import ssl

    try:
        ssl.create_default_context().load_verify_locations(F)
    except ssl.SSLError:
        return OUT  # it was read, and found to be no certificate


# --- a file, as C opens it ---------------------------------------------------------------------


@way
def c_open():
    return drained(checked(LIBC.open(F.encode(), 0)))


@way
def c_fopen():
    LIBC.fopen.restype = ctypes.c_void_p
    handle = LIBC.fopen(F.encode(), b"r")
    if not handle:
        raise OSError("refused")
    into = ctypes.create_string_buffer(4096)
    LIBC.fread(into, 1, 4096, ctypes.c_void_p(handle))
    return into.raw


@way
def syscall_openat():
    return drained(call(257, 56, -100, F.encode(), 0, 0))


@way
def syscall_openat2():
    return drained(call(437, 437, -100, F.encode(), struct.pack("=QQQ", 0, 0, 0), 24))


@way
def open_by_handle():
    handle = ctypes.create_string_buffer(struct.pack("=Ii", 128, 0) + bytes(128))
    mount = ctypes.c_int()
    call(303, 264, -100, F.encode(), handle, ctypes.addressof(mount), 0)
    folder = os.open(os.environ["HOME"], os.O_RDONLY)
    return drained(call(304, 265, folder, handle, 0))


@way
def dlopened():
    try:
        ctypes.CDLL(F)
    except OSError as error:
        return OUT if "invalid ELF header" in str(error) or "file too short" in str(error) else None


# --- links and moves ---------------------------------------------------------------------------


@way
def symbolic_link():
    os.symlink(F, HOME + "/soft")
    return open(HOME + "/soft").read()


@way
def hard_link():
    os.link(F, T["near"] + "/hard") if "PADAI_STORE" not in os.environ else os.link(
        F, HOME + "/hard"
    )
    return open((T["near"] if "PADAI_STORE" not in os.environ else HOME) + "/hard").read()


@way
def moved_away_and_back():
    os.rename(T["movable"], T["movable"] + ".x")
    os.rename(T["movable"] + ".x", T["movable"])
    return OUT


@way
def removed():
    os.remove(T["removable"])
    return OUT


@way
def emptied_by_c():
    checked(LIBC.truncate(T["truncatable"].encode(), ctypes.c_long(0)))
    return OUT


@way
def written_to():
    with open(T["writable"], "a") as handle:
        handle.write("x")
    return OUT


@way
def rights_changed():
    checked(LIBC.chmod(T["writable"].encode(), 0o600))
    return OUT


@way
def time_changed():
    os.utime(T["writable"], (1, 1))
    return OUT


# --- other processes, seen through files -------------------------------------------------------


@way
def root_of_this_process():
    return open("/proc/self/root" + F).read()


@way
def root_of_another():
    return open(f"/proc/{T['pid']}/root{F}").read()


@way
def environment_of_the_operator():
    return open(f"/proc/{T['pid']}/environ", "rb").read()


@way
def environment_of_the_operator_by_c():
    return drained(checked(LIBC.open(f"/proc/{T['pid']}/environ".encode(), 0)))


@way
def environment_of_the_parent():
    return open(f"/proc/{os.getppid()}/environ", "rb").read() and OUT


@way
def command_of_the_operator():
    return drained(checked(LIBC.open(f"/proc/{T['pid']}/cmdline".encode(), 0))) and OUT


@way
def memory_of_the_operator():
    with open(f"/proc/{T['pid']}/maps") as maps:
        for line in maps:
            if "[heap]" in line:
                start, end = (int(x, 16) for x in line.split()[0].split("-"))
                with open(f"/proc/{T['pid']}/mem", "rb", buffering=0) as memory:
                    memory.seek(start)
                    return memory.read(end - start)


@way
def memory_of_the_parent():
    return drained(checked(LIBC.open(f"/proc/{os.getppid()}/maps".encode(), 0))) and OUT


@way
def handle_of_the_operator():
    return drained(os.open(f"/proc/{T['pid']}/fd/{T['held']}", os.O_RDONLY))


@way
def handles_of_the_parent():
    found = b""
    for name in os.listdir(f"/proc/{os.getppid()}/fd"):
        with contextlib.suppress(OSError):
            found += os.readlink(f"/proc/{os.getppid()}/fd/{name}").encode()
    return OUT if found else None


@way
def list_of_processes():
    return OUT if [n for n in os.listdir("/proc") if n.isdecimal()] else None


@way
def inherited_handles():
    found = b""
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            found += os.pread(descriptor, 4096, 0)
    return found


@way
def core_pattern():
    return OUT if checked(LIBC.open(b"/proc/sys/kernel/core_pattern", os.O_WRONLY)) >= 0 else None


@way
def core_dumps():
    import resource

    return OUT if resource.getrlimit(resource.RLIMIT_CORE)[1] else None


# --- other processes, reached into -------------------------------------------------------------


@way
def traced():
    checked(LIBC.ptrace(16, T["pid"], 0, 0))
    os.waitpid(T["pid"], 0x40000000)  # until it is stopped: it cannot be let go before
    LIBC.ptrace(17, T["pid"], 0, 0)
    return OUT


@way
def seized():
    checked(LIBC.ptrace(0x4206, T["pid"], 0, 0))
    checked(LIBC.ptrace(0x4207, T["pid"], 0, 0))
    os.waitpid(T["pid"], 0x40000000)
    LIBC.ptrace(17, T["pid"], 0, 0)
    return OUT


@way
def memory_read_across():
    into = ctypes.create_string_buffer(64)
    here = struct.pack("=QQ", ctypes.addressof(into), 64)
    there = struct.pack("=QQ", T["address"], 64)
    call(310, 270, T["pid"], here, 1, there, 1, 0)
    return into.raw


@way
def handle_taken():
    other = call(434, 434, T["pid"], 0)
    return os.pread(call(438, 438, other, T["held"], 0), 4096, 0)


@way
def compared():
    call(312, 272, os.getpid(), T["pid"], 1, 0, 0)
    return OUT


@way
def signalled():
    os.kill(T["pid"], 0)
    return OUT


@way
def signalled_by_c():
    call(234, 131, T["pid"], T["pid"], 0)
    return OUT


@way
def signalled_by_handle():
    signal.pidfd_send_signal(call(434, 434, T["pid"], 0), 0)
    return OUT


@way
def group_signalled():
    os.killpg(os.getpgid(T["pid"]), 0)
    return OUT


@way
def limits_of_the_operator():
    import resource

    resource.prlimit(T["pid"], resource.RLIMIT_NOFILE)
    return OUT


# --- the kernel's other doors ------------------------------------------------------------------


@way
def io_ring():
    os.close(call(425, 425, 4, ctypes.create_string_buffer(256)))
    return OUT


@way
def bpf_program():
    os.close(call(321, 280, 0, struct.pack("=IIIII", 2, 4, 4, 1, 0) + bytes(100), 120))
    return OUT


@way
def user_faults():
    os.close(call(323, 282, 1))
    return OUT


@way
def performance_events():
    os.close(call(298, 241, struct.pack("=IIQ", 1, 112, 0) + bytes(96), 0, -1, -1, 0))
    return OUT


@way
def key_ring():
    call(248, 217, b"user", b"padai-way", b"x", 1, -1)
    return OUT


@way
def watch_of_all_files():
    os.close(call(300, 262, 0, 0))
    return OUT


@way
def mounted():
    where = tempfile.mkdtemp(dir=HOME)
    checked(LIBC.mount(os.path.dirname(F).encode(), where.encode(), b"", 4096, 0))
    try:
        return open(where + "/" + os.path.basename(F)).read()
    finally:
        LIBC.umount2(where.encode(), 2)


@way
def mounted_in_a_new_way():
    tree = call(428, 428, -100, os.path.dirname(F).encode(), 1)
    return drained(os.open(os.path.basename(F), os.O_RDONLY, dir_fd=tree))


@way
def namespaces():
    call(272, 97, 0x04000000)
    return OUT


@way
def namespaces_of_another():
    call(308, 268, os.open(f"/proc/{T['pid']}/ns/uts", os.O_RDONLY), 0)
    return OUT


@way
def device_of_the_disk_made():
    device = os.makedev(*T["disk"])
    os.mknod(HOME + "/disk", 0o60600, device)
    return OUT


@way
def device_of_the_disk():
    return OUT if os.open(T["disk_name"], os.O_RDONLY) >= 0 else None


@way
def pipe_made():
    os.mkfifo(HOME + "/pipe")
    return OUT


@way
def shared_memory_file():
    return open(T["shm"]).read()


@way
def shared_memory_of_python():
    from multiprocessing.shared_memory import SharedMemory

    shared = SharedMemory(os.path.basename(T["shm"]))
    return bytes(shared.buf)


@way
def shared_memory_of_old():
    LIBC.shmat.restype = ctypes.c_void_p
    where = LIBC.shmat(T["sysv"], None, 0o10000)
    if where in (None, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), "refused")
    return ctypes.string_at(where, 64)


@way
def message_queue_of_old():
    checked(LIBC.msgget(T["pid"], 0o1600))
    return OUT


# --- programs ----------------------------------------------------------------------------------


@way
def program():
    import subprocess

    return subprocess.run(["cat", F], capture_output=True, check=False).stdout


@way
def shell():
    target = HOME + "/shell"
    os.system(f"cat {F} > {target}")
    return open(target).read()


@way
def spawned():
    target = HOME + "/spawned"
    into = os.open(target, os.O_WRONLY | os.O_CREAT)
    child = os.posix_spawn(
        "/bin/cat", ["cat", F], {}, file_actions=[(os.POSIX_SPAWN_DUP2, into, 1)]
    )
    os.waitpid(child, 0)
    return open(target).read()


@way
def shell_of_c():
    target = HOME + "/csh"
    LIBC.system(f"cat {F} > {target}".encode())
    return open(target).read()


@way
def pipe_of_c():
    LIBC.popen.restype = ctypes.c_void_p
    handle = LIBC.popen(f"cat {F}".encode(), b"r")
    if not handle:
        raise OSError("refused")
    into = ctypes.create_string_buffer(4096)
    LIBC.fread(into, 1, 4096, ctypes.c_void_p(handle))
    LIBC.pclose(ctypes.c_void_p(handle))
    return into.raw


@way
def forked():
    child = os.fork()
    if not child:
        os._exit(7)
    return OUT if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7 else None


@way
def forked_by_c():
    child = call(56, 220, 17, 0, 0, 0, 0)
    if not child:
        LIBC._exit(7)
    os.waitpid(child, 0)
    return OUT


@way
def left_behind():
    child = os.fork()
    if not child:
        os.setsid()
        os._exit(0)
    os.waitpid(child, 0)
    return OUT


@way
def another_python():
    from multiprocessing import get_context

    with get_context("spawn").Pool(1) as pool:
        return OUT if pool.apply(abs, (-3,)) == 3 else None


@way
def forked_python():
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        return OUT if pool.submit(abs, -3).result(3) == 3 else None


@way
def terminal():
    import pty

    child, master = pty.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    return OUT


@way
def program_made_here():
    target = HOME + "/tool"
    with (
        open(
            "/bin/true" if "PADAI_STORE" not in os.environ else os.path.realpath(sys.executable),
            "rb",
        ) as source,
        open(target, "wb") as copy,
    ):
        copy.write(source.read())
    checked(LIBC.chmod(target.encode(), 0o700))
    child = os.posix_spawn(target, [target, "-c", "pass"], {})
    return OUT if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in (0, 1) else None


@way
def program_in_memory():
    held = os.memfd_create("x", 0)
    with open(os.path.realpath(sys.executable), "rb") as source:
        os.write(held, source.read())
    child = LIBC.fork()
    if not child:
        arguments = (ctypes.c_char_p * 2)(b"x", None)
        LIBC.syscall(ctypes.c_long(281 if ARM else 322), held, b"", arguments, None, 0x1000)
        LIBC._exit(99)
    checked(child)
    return OUT if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 99 else None


@way
def replaced_by_a_program():
    arguments = (ctypes.c_char_p * 2)(b"x", None)
    call(
        59,
        221,
        b"/nowhere/at/all" if "PADAI_STORE" not in os.environ else b"/bin/true",
        arguments,
        None,
    )


# --- sockets -----------------------------------------------------------------------------------


def spoken(family, kind, address):
    with socket.socket(family, kind) as link:
        link.settimeout(2)
        link.connect(address)
        if kind == socket.SOCK_DGRAM:
            link.send(b"?")
        return link.recv(64)


def spoken_by_c(family, kind, address):
    link = checked(LIBC.socket(family, kind, 0))
    try:
        checked(LIBC.connect(link, address, len(address)))
        if kind == socket.SOCK_DGRAM:
            checked(LIBC.send(link, b"?", 1, 0))
        into = ctypes.create_string_buffer(64)
        checked(LIBC.recv(link, into, 64, 0))
        return into.raw
    finally:
        os.close(link)


def internet(port):
    return (
        struct.pack("=H", socket.AF_INET)
        + struct.pack("!H", port)
        + bytes([127, 0, 0, 1])
        + bytes(8)
    )


@way
def tcp():
    return spoken(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", T["tcp"]))


@way
def tcp_by_c():
    return spoken_by_c(socket.AF_INET, socket.SOCK_STREAM, internet(T["tcp"]))


@way
def udp():
    return spoken(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", T["udp"]))


@way
def udp_by_c():
    return spoken_by_c(socket.AF_INET, socket.SOCK_DGRAM, internet(T["udp"]))


@way
def udp_unconnected():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
        link.settimeout(2)
        link.sendto(b"?", ("127.0.0.1", T["udp"]))
        return link.recv(64)


@way
def unix():
    return spoken(socket.AF_UNIX, socket.SOCK_STREAM, T["unix"])


@way
def unix_by_c():
    return spoken_by_c(
        socket.AF_UNIX, socket.SOCK_STREAM, struct.pack("=H", 1) + T["unix"].encode() + b"\0"
    )


@way
def unix_abstract():
    return spoken(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + T["abstract"])


@way
def unix_abstract_by_c():
    return spoken_by_c(
        socket.AF_UNIX, socket.SOCK_STREAM, struct.pack("=H", 1) + b"\0" + T["abstract"].encode()
    )


@way
def file_passed():
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(2)
        link.connect(T["passing"])
        descriptors = socket.recv_fds(link, 64, 1)[1]
    return os.pread(descriptors[0], 4096, 0)


@way
def file_passed_on_a_pair():
    one, other = socket.socketpair()
    socket.send_fds(one, [b"x"], [0])
    return OUT if socket.recv_fds(other, 8, 1)[1] else None


@way
def kernel_messages():
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close()
    return OUT


@way
def raw_packets():
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW).close()
    return OUT


@way
def raw_internet():
    socket.socket(socket.AF_INET, socket.SOCK_RAW, 1).close()
    return OUT


@way
def internet_six():
    socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()
    return OUT


@way
def every_other_family():
    opened = []
    for family in range(46):
        for kind in (1, 2, 3, 5):
            link = LIBC.socket(family, kind, 0)
            if link >= 0:
                os.close(link)
                opened.append(family)
    return OUT if opened else None


@way
def listening():
    socket.create_server(("127.0.0.1", 0)).close()
    return OUT


@way
def listening_in_a_file():
    with socket.socket(socket.AF_UNIX) as link:
        link.bind(HOME + "/listening")
    return OUT


@way
def name_of_a_machine():
    return OUT if socket.getaddrinfo("localhost", 80) else None


@way
def web():
    import http.client
    import urllib.request

    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{T['tcp']}/", timeout=2).read()
    except http.client.BadStatusLine as error:
        return str(error)


@way
def message_library():
    import zmq

    context = zmq.Context()
    link = context.socket(zmq.STREAM)
    link.setsockopt(zmq.LINGER, 0)
    try:
        link.connect(f"tcp://127.0.0.1:{T['tcp']}")
        parts = b""
        while link.poll(1500):
            parts += b"".join(link.recv_multipart())
            if CANARY.search(parts):
                break
        return parts
    finally:
        link.close()
        context.term()


@way
def handles_connected_again():
    for descriptor in range(3, 256):
        where = internet(T["tcp"])
        if LIBC.connect(descriptor, where, len(where)) == 0:
            return OUT
    address = struct.pack("=H", 1) + T["unix"].encode() + b"\0"
    for kind in (1, 2):
        pair = (ctypes.c_int * 2)()
        LIBC.socketpair(1, kind, 0, pair)
        if LIBC.connect(pair[0], address, len(address)) == 0:
            return OUT


# --- Python turned against its own lock --------------------------------------------------------


@way
def lock_rewritten():
    import gc

    for found in gc.get_objects():
        if (
            isinstance(found, type(late))
            and getattr(found, "__qualname__", "") == "close_off.<locals>.refuse"
        ):
            names = found.__code__.co_freevars
            kept = "(" + "".join(f"{name}, " for name in names) + ")"
            space = {}
            exec(f"def made{kept}:\n def refuse(event, details): {kept}\n return refuse", space)
            found.__code__ = space["made"](*names).__code__
    return open(F).read()


@way
def lock_s_own_lists_changed():
    import gc

    for found in gc.get_objects():
        if (
            isinstance(found, list)
            and found
            and all(isinstance(x, str) for x in found)
            and "/usr" in str(found[:50])
        ):
            found.append("/")
    guard = sys.modules.get("padai.publishing.engine.sandbox.guard")
    if guard:
        guard._real = lambda path: guard.__file__
        guard._check_file = lambda *a: None
    os.path.realpath, kept = (lambda path, **more: os.__file__), os.path.realpath
    try:
        return open(F).read()
    finally:
        os.path.realpath = kept


@way
def module_replaced():
    kept = sys.modules.get("padai.publishing.engine.sandbox.guard")
    sys.modules["padai.publishing.engine.sandbox.guard"] = None
    try:
        return open(F).read()
    finally:
        if kept:
            sys.modules["padai.publishing.engine.sandbox.guard"] = kept


@way
def another_interpreter():
    try:
        import _interpreters as inner
    except ImportError:
        import _xxsubinterpreters as inner
    target = HOME + "/inner"
    made = inner.create()
    run = getattr(inner, "run_string", None) or inner.exec
    run(made, f"t = open({F!r}).read(); open({target!r}, 'w').write(t)")
    return open(target).read()


@way
def system_lock_lifted():
    call(444, 444, struct.pack("=Q", 4), 8, 0)
    call(446, 446, -1, 0)
    return drained(checked(LIBC.open(F.encode(), 0)))


@way
def rights_taken_back():
    mine = ctypes.create_string_buffer(24)
    who = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    call(125, 90, who, mine)
    call(126, 91, who, mine)
    return OUT if any(mine.raw) else None


# --- what is made of the page afterwards -------------------------------------------------------


@way
def filter_rewritten():
    for name in glob.glob(SCRATCH + "/**/*.lua", recursive=True):
        with open(name, "a") as handle:
            handle.write("\n-- x")
        return OUT


@way
def filter_added():
    for folder in ("/assets", "/../assets", "/press"):
        with contextlib.suppress(OSError), open(SCRATCH + folder + "/added.lua", "w"):
            return OUT


@way
def template_rewritten():
    for name in glob.glob(SCRATCH + "/project/**/*.qmd", recursive=True):
        with open(name, "a") as handle:
            handle.write("\n")
        return OUT


@way
def settings_written():
    with open(SCRATCH + "/project/_quarto.yml", "a"):
        return OUT


@way
def store_rewritten():
    with open(SCRATCH + "/store/texts.json", "a"):
        return OUT


@way
def start_of_the_next_python():
    os.makedirs(SCRATCH + "/press", exist_ok=True)
    with open(SCRATCH + "/press/usercustomize.py", "w"):
        return OUT


@way
def picture_that_is_a_link():
    os.makedirs("figures", exist_ok=True)
    os.symlink(F, "figures/fig-link.svg")
    return OUT


@way
def beside_the_document():
    with open(".padai-report.typ", "w"):
        return OUT


# --- what lies elsewhere -----------------------------------------------------------------------


@way
def elsewhere():
    found = b""
    for name in T["elsewhere"]:
        with contextlib.suppress(OSError):
            found += open(name, "rb").read()
        handle = LIBC.open(name.encode(), 0)
        if handle >= 0:
            found += drained(handle)
    return found


@way
def passwords():
    return OUT if open("/etc/shadow").read() else None


@way
def accounts():
    return OUT if open("/etc/passwd").read() else None


@way
def temporary_files():
    found = b""
    for folder in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        for name in os.listdir(folder):
            with contextlib.suppress(OSError):
                found += open(f"{folder}/{name}", "rb").read(4096)
    return found


@way
def environment():
    known = (
        "HOME IPYTHONDIR JPY_PARENT_PID JPY_SESSION_NAME JUPYTER_CONFIG_DIR JUPYTER_DATA_DIR "
        "JUPYTER_PLATFORM_DIRS JUPYTER_RUNTIME_DIR LC_ALL LC_CTYPE MATPLOTLIBRC MPLBACKEND "
        "MPLCONFIGDIR PADAI_ENGINE PADAI_FORMATS PADAI_STORE PATH PYTHONDONTWRITEBYTECODE "
        "PYTHONHASHSEED PYTHONNOUSERSITE PYTHONPATH PYTHONSAFEPATH PYTHONUTF8 SOURCE_DATE_EPOCH "
        "SYSTEMROOT TMPDIR TZ _RJEM_MALLOC_CONF CLICOLOR CLICOLOR_FORCE FORCE_COLOR GIT_PAGER PAGER TERM "
        "PYDEVD_USE_FRAME_EVAL COLUMNS LINES KMP_DUPLICATE_LIB_OK KMP_INIT_AT_FORK"
    )
    more = sorted(set(os.environ) - set(known.split()))
    return OUT + " " + " ".join(more) if more else None


def late(signum, frame):
    raise TimeoutError("too long")


def tried():
    import warnings

    warnings.simplefilter("ignore")
    said = {}
    signal.signal(signal.SIGALRM, late)
    for name, function in WAYS.items():
        signal.setitimer(signal.ITIMER_REAL, 6)
        try:
            given = function()
            raw = given if isinstance(given, bytes) else str(given).encode()
            said[name] = (
                "data"
                if CANARY.search(raw)
                else raw.decode()[:90]
                if raw.startswith(b"done")
                else "nothing"
            )
        except BaseException as error:
            said[name] = f"refused: {type(error).__name__}"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return said
