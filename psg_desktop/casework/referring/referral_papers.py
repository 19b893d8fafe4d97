"""The empty referral form, on paper or as a workbook, for the partnership whose vault this is."""

from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.casework.parties import agencies
from psg_desktop.casework.referring import referrals
from psg_desktop.documents.whole_files import replacing
from psg_desktop.exchange.referral_workbook import BlankWorkbook, referral_workbook
from psg_desktop.papers.referral_form import BlankForm, blank_form
from psg_desktop.reference import districts


def write_blank_form(office: Office, path: Path) -> None:
    """Write the empty form as PDF, with the partnership, its district and today's test.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    partnership = office.partnership()
    district = next(
        (one for one in districts.districts() if one.code == partnership.district), None
    )
    form = BlankForm(
        partnership=partnership.name,
        area=district.name if district else "",
        agency=district.council if district else "",
        limbs=tuple((one.name, one.prompt) for one in referrals.limbs(office, office.today())),
    )
    with replacing(path) as file:
        file.write(blank_form(form))


def write_blank_workbook(office: Office, path: Path) -> None:
    """Write the empty referral workbook, with the agencies of today to choose from.

    Raises:
        Unwritable, DiskFull: It cannot be written there.
    """
    named = tuple(agencies.choice_names(office).values())
    blank = BlankWorkbook(partnership=office.partnership().name, agencies=named)
    with replacing(path) as file:
        file.write(referral_workbook(blank))
