"""Closing the cheap leaks of a process that holds plaintext: core dumps and other readers of it.

It promises nothing against malware or an administrator on the running machine.
"""

import ctypes
import os
import sys
from typing import Final

if sys.platform != "win32":
    import resource

_SET_DUMPABLE: Final = 4  # PR_SET_DUMPABLE, linux/prctl.h
_NO_CRASH_DIALOGUE: Final = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX
_OWNER_ONLY: Final = 0o077


def harden_process() -> None:
    """Leave no core dump, and make the files this process writes its owner's alone.

    On Linux other processes of the same user can no longer attach to it either, so a debugger
    cannot; call it once at the start.
    """
    os.umask(_OWNER_ONLY)
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_CRASH_DIALOGUE)
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
