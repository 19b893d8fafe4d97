"""The documents that a copy lists but does not hold, saved as they are to be redacted by hand."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from psg_desktop.casework.attaching import attachments, copies
from psg_desktop.casework.information_law import requests
from psg_desktop.casework.office import Office
from psg_desktop.domain.file_names import safe_name, split
from psg_desktop.domain.ids import AccessRequestId, AttachmentId
from psg_desktop.faults import Unwritable
from psg_desktop.privacy.subject_entries import SubjectCopy
from psg_desktop.words import subject_access as words

_LONGEST = 80


def listed(copy: SubjectCopy) -> tuple[AttachmentId, ...]:
    """Give the documents that a copy lists."""
    return tuple(AttachmentId(UUID(one.place.rpartition("/")[2])) for one in copy.files)


def save_for_redaction(
    office: Office, id_: AccessRequestId, wanted: Sequence[AttachmentId], folder: Path
) -> Path:
    """Write documents into a new folder of their own in *folder*, and record it of each; give it.

    Nothing in them is masked. All of them are written or none. A folder that is there already may
    hold what was redacted since, so it is left alone.

    Raises:
        Refused: There is no such request or document.
        Unwritable, DiskFull: They cannot be written there; nothing is recorded.
        DamagedStore: What the vault holds is not what was added.
    """
    request = requests.get(office, id_).request
    named = dict(zip(wanted, _names(office, wanted), strict=True))
    place = _new_folder(folder, words.redaction_folder(request))
    places = {one: place / name for one, name in named.items()}
    copies.save_copies(office, places, words.why_saved(request), request.asked_by)
    return place


def _new_folder(folder: Path, name: str) -> Path:
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{name} ({number})"
    try:
        place.mkdir(parents=True)
    except OSError:
        raise Unwritable(
            "The folder for the documents cannot be made here. Choose another place."
        ) from None
    return place


def _names(office: Office, wanted: Sequence[AttachmentId]) -> Iterator[str]:
    """Name each file by its title, as in the list of the copy, and no two alike."""
    taken = set[str]()
    for one in wanted:
        known = attachments.get(office, one)
        _, ending = split(safe_name(known.file_name))
        stem = safe_name(known.title)[:_LONGEST].rstrip(" .")
        name, number = f"{stem}{ending}", 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}){ending}"
        taken.add(name.casefold())
        yield name
