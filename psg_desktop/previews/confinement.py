"""What the process that draws a file from outside may no longer do."""

import ctypes
import sys
from typing import Final

from psg_desktop.previews import limits

if sys.platform != "win32":
    import resource

_NO_NEW_PRIVILEGES: Final = 38  # PR_SET_NO_NEW_PRIVS, linux/prctl.h
# winnt.h: limits of a job object.
_PROCESS_MEMORY: Final = 0x100
_ACTIVE_PROCESSES: Final = 0x8
_EXTENDED: Final = 9


def confine() -> None:
    """Give up opening and writing files, starting programs, and more memory and time than allowed.

    Called once everything needed is loaded: from then on no file can be opened, so that a hostile
    file can reach nothing but the two pipes to the program.
    """
    if sys.platform == "win32":
        _confine_in_job()
        return
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, limits.PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_NOFILE, 0),
    ):
        _lower(kind, most)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def _lower(kind: int, most: int) -> None:
    try:
        resource.setrlimit(kind, (most, most))
    except (ValueError, OSError):
        return  # macOS refuses some of these; the clock of the program holds in any case


class _Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


if sys.platform == "win32":

    def _confine_in_job() -> None:
        kernel = ctypes.windll.kernel32
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        most = _Limits(
            flags=_PROCESS_MEMORY | _ACTIVE_PROCESSES,
            active_processes=1,
            process_memory=limits.MEMORY,
        )
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(most), ctypes.sizeof(most))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
