"""Become another program that ends when the program that started it ends.

Run as a script: `python -I -S launch.py PARENT SIGNAL FOLDER COMMAND…`. On Linux the kernel sends SIGNAL
to COMMAND when PARENT dies, however it dies. FOLDER is "-", or a folder that COMMAND must not use as root:
PostgreSQL refuses to be root. A root user's PostgreSQL runs in a user namespace, where root's files belong to
an ordinary user; where the machine forbids namespaces (a container, often), as `nobody` with only the right
to pass closed folders.
"""

import ctypes
import os
import pwd
import signal
import struct
import sys
from collections.abc import Iterator

_CLONE_NEWUSER = 0x10000000
_PR_SET_PDEATHSIG = 1
_PR_SET_KEEPCAPS = 8
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_CAPABILITY_VERSION_3 = 0x20080522
_CAP_DAC_OVERRIDE = 1

_libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> None:
    """Raise OSError when a call of the C library failed."""
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _enter_user_namespace(uid: int, gid: int) -> None:
    """Let this process's root be UID and GID to itself; raises OSError where the machine forbids it."""
    _checked(_libc.unshare(_CLONE_NEWUSER))
    for name, line in (("setgroups", "deny"), ("gid_map", f"{gid} 0 1"), ("uid_map", f"{uid} 0 1")):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(line)


def _namespaces_work(uid: int, gid: int) -> bool:
    """Try the namespace in a child: half-way in, there is no way back."""
    child = os.fork()
    if child == 0:
        try:
            _enter_user_namespace(uid, gid)
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _become(uid: int, gid: int) -> None:
    """Change to UID and GID, keeping one capability: to pass folders that are closed to others."""
    _checked(_libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0))
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    wanted = 1 << _CAP_DAC_OVERRIDE
    header = struct.pack("Ii", _CAPABILITY_VERSION_3, 0)
    _checked(_libc.capset(header, struct.pack("6I", wanted, wanted, wanted, 0, 0, 0)))
    _checked(_libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0))


def _tree(folder: str) -> Iterator[str]:
    yield folder
    for parent, folders, files in os.walk(folder):
        yield from (os.path.join(parent, name) for name in folders + files)


def _give(folder: str, uid: int, gid: int) -> None:
    """Make UID the owner of FOLDER and all in it, unless it is already."""
    if os.stat(folder).st_uid != uid:
        for path in _tree(folder):
            os.chown(path, uid, gid, follow_symlinks=False)


def leave_root(folder: str) -> None:
    """Stop being root in one of the two ways, with FOLDER owned by whom this process becomes.

    LAUNCH_WITHOUT_NAMESPACE=1 in the environment takes the second way on a machine that has the first.
    """
    nobody = pwd.getpwnam("nobody")
    if os.environ.get("LAUNCH_WITHOUT_NAMESPACE") != "1" and _namespaces_work(nobody.pw_uid, nobody.pw_gid):
        _give(folder, 0, 0)
        _enter_user_namespace(nobody.pw_uid, nobody.pw_gid)
    else:
        _give(folder, nobody.pw_uid, nobody.pw_gid)
        _become(nobody.pw_uid, nobody.pw_gid)


def end_with_parent(parent: int, number: int) -> None:
    """Ask for signal NUMBER when PARENT dies; exit at once when it is dead already.

    Comes after any change of user, which would clear the request.
    """
    if sys.platform == "linux":
        _checked(_libc.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0))
    if os.getppid() != parent:
        sys.exit(1)


def main(arguments: list[str]) -> None:
    """Do as the module says; the process is COMMAND afterwards."""
    parent, number, folder, *command = arguments
    # A shell starts its background jobs with Ctrl-C ignored, and children would inherit that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if folder != "-" and os.geteuid() == 0 and sys.platform == "linux":
        leave_root(folder)
    end_with_parent(int(parent), int(number))
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
