"""The verb that gathers everything held on a person, third parties masked, for review."""

from argparse import Namespace

from psg_desktop.casework.information_law import copy_files, requests
from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import people
from psg_desktop.cli.outcomes import Exit, VerbRefusedError, say, show
from psg_desktop.cli.vaults import open_vault
from psg_desktop.clock import Clock
from psg_desktop.domain.ids import AccessRequestId, PersonId
from psg_desktop.words import dates


def subject_access(typed: Namespace, clock: Clock) -> Exit:
    """Write the copy of what is held on a person, or list whom the name may mean.

    Raises:
        VerbRefusedError: Nobody has that name, or there is no such request.
    """
    with open_vault(typed, clock) as office:
        found = people.named(office, typed.person)
        if not found:
            raise VerbRefusedError(
                "Nobody of that name is on file. Give the name as it stands on the person's page, "
                "or another one they are known by."
            )
        if len(found) > 1:
            say("Several people have that name. Give the identifier of one of them.")
            show(
                f"{one.id}\t{one.full_name}\t{dates.iso(one.born) if one.born else ''}"
                for one in found
            )
            return Exit.NEEDS_DECISION
        person = found[0].id
        request = _request(office, person, typed.request) if typed.request else None
        files = copy_files.write_for_review(office, person, typed.out, request)
    show(str(path) for path in files.paths)
    say(
        "The copy is for review: nobody has read it yet. Decide its passages in the window, and "
        "make the copy to be given from the request. Delete these files when they have served."
    )
    return Exit.DONE


def _request(office: Office, person: PersonId, reference: str) -> AccessRequestId:
    for row in requests.listed(office, person):
        if row.request.reference == reference.strip():
            return row.request.id
    raise VerbRefusedError("This person has no request of that reference. Look it up again.")
