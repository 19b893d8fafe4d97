"""What a document may be: the partnership's own dated list."""

from uuid import UUID

from psg_desktop.casework.office import Office
from psg_desktop.domain.attachments import DocumentKind
from psg_desktop.domain.changes import Act
from psg_desktop.reference import lists


def first_kinds(office: Office) -> list[DocumentKind]:
    """Give the kinds a new vault starts with."""
    return [
        DocumentKind(id=office.new_id(), code=code, name=name)
        for code, name in lists.document_kinds()
    ]


def all_kinds(office: Office) -> tuple[DocumentKind, ...]:
    """Read every kind, in force or not."""
    with office.reading() as unit:
        return unit.document_kinds.all()


def choices(office: Office, kept: str = "") -> tuple[tuple[str, str], ...]:
    """Read code and name of each kind that can be chosen today, and of one that was before."""
    today = office.today()
    return tuple(
        (one.code, one.name) for one in all_kinds(office) if one.in_force(today) or one.code == kept
    )


def names(office: Office) -> dict[str, str]:
    """Read the name of each kind by its code."""
    return {one.code: one.name for one in all_kinds(office)}


def save_kind(office: Office, kind: DocumentKind) -> UUID:
    """Keep a new or changed kind."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.document_kinds.put(kind)
    return kind.id
