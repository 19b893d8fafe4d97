"""Writing a file whole or not at all, and saying plainly why when it cannot be written."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from psg_desktop.faults import DiskFull, Fault, Unwritable

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of `path` when the block ends well.

    Until then, and if anything fails, what stood at `path` stays as it was.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The folder or the file does not let itself be written; nothing was changed.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as cause:
        raise _fault(cause, path) from cause
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as cause:
        raise _fault(cause, path) from cause
    finally:
        with suppress(OSError):  # it is gone already if all went well
            unfinished.unlink()


def write_together(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write several files into a folder; none takes its place before all are written out.

    Args:
        folder: Where they go; it must be there.
        files: The content of each by its name.

    Raises:
        DiskFull: There is no room left; nothing was changed.
        Unwritable: The folder or a file does not let itself be written.
    """
    paths = tuple(folder / name for name in files)
    with ExitStack() as stack:
        for path, content in zip(paths, files.values(), strict=True):
            file = stack.enter_context(replacing(path))
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            except OSError as cause:
                raise _fault(cause, path) from cause
    return paths


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that for a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fault(cause: OSError, path: Path) -> Fault:
    if cause.errno in _FULL:
        return DiskFull(
            f"There is no room left to write {path.name}. Free some space or choose another "
            "place, then save again."
        )
    if isinstance(cause, FileNotFoundError | NotADirectoryError):
        return Unwritable(
            f"The folder for {path.name} is not there. Choose another folder and save again."
        )
    return Unwritable(
        f"{path.name} cannot be written here: the folder is read-only or the file is open in "
        "another program. Close it or choose another folder, then save again."
    )
