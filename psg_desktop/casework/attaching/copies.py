"""Copies of documents that leave the vault: by an explicit act only, and each is on record."""

from collections.abc import Iterator
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
    copy = CopyOut(on=office.today(), by=office.who, why=why, for_whom=for_whom)
    if path.resolve().is_relative_to(office.place.resolve()):
        raise Unwritable(_INSIDE)
    held = attachments.content(office, id_)
    with office.working(Act.COPY_OUT) as unit:
        unit.attachments.put(unit.attachments.get(id_).copied(copy))
        with replacing(path) as file:
            file.write(held)


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
