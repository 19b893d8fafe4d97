"""Copies of documents that leave the vault: by an explicit act only, and each is on record."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from psg_desktop.casework.attaching import attachments
from psg_desktop.casework.office import Office
from psg_desktop.documents.whole_files import replacing
from psg_desktop.domain.attachments import Attachment, CopyOut
from psg_desktop.domain.changes import Act
from psg_desktop.domain.file_names import safe_name, split
from psg_desktop.domain.ids import AttachmentId
from psg_desktop.faults import Unwritable
from psg_desktop.store import attached
from psg_desktop.store.units import Unit

_INSIDE = (
    "This folder belongs to the vault itself. Choose another one for the copy, on a disk that is "
    "encrypted if you can."
)


def save_copy(office: Office, id_: AttachmentId, path: Path, why: str, for_whom: str = "") -> None:
    """Write a copy outside the vault, where nothing protects it, and record that it was made.

    Either both happen or neither.

    Raises:
        Refused: There is no such document, or nobody said what the copy is for.
        Unwritable, DiskFull: It cannot be written there; nothing is recorded either.
        DamagedStore: What the vault holds is not what was added.
    """
    save_copies(office, {id_: path}, why, for_whom)


def save_copies(
    office: Office, places: Mapping[AttachmentId, Path], why: str, for_whom: str = ""
) -> None:
    """Write copies of several documents outside the vault, and record each: all of them or none.

    Raises:
        Refused: There is no such document, or nobody said what the copies are for.
        Unwritable, DiskFull: They cannot be written there; nothing is recorded either.
        DamagedStore: What the vault holds is not what was added.
    """
    copy = CopyOut(on=office.today(), by=office.who, why=why, for_whom=for_whom)
    if any(path.resolve().is_relative_to(office.place.resolve()) for path in places.values()):
        raise Unwritable(_INSIDE)
    written = list[Path]()
    try:
        with office.working(Act.COPY_OUT) as unit:
            for id_, path in places.items():
                held = attachments.content_in(unit, id_)
                unit.attachments.put(unit.attachments.get(id_).copied(copy))
                with replacing(path) as file:
                    file.write(held)
                written.append(path)
    except BaseException:
        for path in written:
            with suppress(OSError):  # what made it fail may keep it from being taken away
                path.unlink()
        raise


def write_all(unit: Unit, folder: Path) -> Iterator[Path]:
    """Write every document into a folder, as part of an export of everything.

    Each is named by its identifier, as in the list of documents beside it, and its own name.
    """
    for one in unit.attachments.all():
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / exported_name(one)
        with replacing(path) as file:
            for piece in attached.pieces(unit.reading, one.id):
                file.write(piece)
        yield path


def exported_name(attachment: Attachment) -> str:
    """Give the name of a document's file in an export; short enough for any system."""
    stem, ending = split(safe_name(attachment.file_name))
    return f"{attachment.id} {stem[:80].rstrip()}{ending}"
