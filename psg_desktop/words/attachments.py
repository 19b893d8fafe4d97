"""Documents in words: how large, and why one cannot be shown."""

from psg_desktop.domain.attachments import MEGABYTE, FileSort

WARNING = (
    "The copy is no longer protected: whoever gets at the file can read it, and disposal does not "
    "reach it. Keep it on an encrypted disk, and delete it when it is no longer needed. Saving it "
    "is recorded in the history, with the reason."
)
_COPY = "To open it in its own program, save a copy outside the vault."
_NOT_SHOWN = {
    FileSort.OFFICE: (
        "Word, Excel and PowerPoint files cannot be previewed here, because they may hold macros "
        f"and links. {_COPY} A PDF of it could be shown here."
    ),
    FileSort.WEB_PAGE: (
        f"Web pages cannot be previewed here, because they may run and fetch things. {_COPY}"
    ),
    FileSort.DRAWING: (
        f"Drawings of this kind cannot be previewed here, because they may hold scripts. {_COPY} "
        "A PNG of it could be shown here."
    ),
    FileSort.OTHER_PICTURE: (
        f"Pictures of this kind cannot be previewed here. {_COPY} Saved as JPEG or PNG, it could "
        "be shown here."
    ),
    FileSort.MESSAGE: f"E-mail messages cannot be previewed here. {_COPY}",
    FileSort.ARCHIVE: f"Archives cannot be previewed here and are never unpacked. {_COPY}",
    FileSort.RECORDING: f"Sound and film cannot be played here. {_COPY}",
    FileSort.PROGRAM: (
        "This file is a program. It cannot be previewed and is never started here. Remove it if "
        "you did not mean to add it."
    ),
}


def not_shown(sort: FileSort) -> str:
    """Say why a document of this sort cannot be previewed, and what to do."""
    return _NOT_SHOWN.get(sort, f"This file cannot be previewed here. {_COPY}")


def size(count: int) -> str:
    """Give a size, such as "840 bytes", "12 KB" or "3.4 MB"."""
    if count < 1024:  # noqa: PLR2004 - bytes in a kilobyte
        return f"{count} byte{'' if count == 1 else 's'}"
    if count < MEGABYTE:
        return f"{count / 1024:,.0f} KB"
    return f"{count / MEGABYTE:,.1f} MB"
