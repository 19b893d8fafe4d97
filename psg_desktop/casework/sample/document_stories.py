"""Documents of the sample: letters, sketches, and the form a referral came on."""

import hashlib
from datetime import timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from psg_desktop.casework.attaching import attachments
from psg_desktop.casework.attaching.attachments import Described, Owner
from psg_desktop.casework.attaching.files import ReadFile
from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import CaseKind
from psg_desktop.papers.referral_form import BlankForm, blank_form
from psg_desktop.previews.recognising import recognise

_LETTER = """Fenmarket Housing
1 Market Row, Fenmarket

About the gate at the back of the yard

Thank you for your letter. The contractor measured the gate on Tuesday. A new lock is
ordered and will be fitted within three weeks; until then the caretaker locks the yard
at nine in the evening and opens it at six.

If the gate is found open after nine, please ring the caretaker and not the office.

Perpetua Withy
Neighbourhood officer
"""
_MESSAGE = """Notes of the telephone call

Rang at 10:15. The neighbours have kept a diary since the last visit: four nights with
shouting, all before one in the morning. They will go on with it until the meeting and
bring a copy.
"""


def tell(office: Office) -> None:
    """Add a few documents to the newest open cases, a referral and the next meeting."""
    with office.reading() as unit:
        standing = [one for one in unit.cases.all() if not one.closed]
        people = [one for one in standing if one.kind is CaseKind.PERSON][-2:]
        places = [one for one in standing if one.kind is CaseKind.PLACE][-1:]
        referrals = unit.referrals.all()[-1:]
        coming = [one for one in unit.meetings.all() if one.coming][:1]
    sketch = _sketch()
    for case in people + places:
        owner = Owner(case=case.id)
        _add(office, owner, "letter from housing.txt", _LETTER.encode(), "letter_received")
        _add(office, owner, "telephone call.txt", _MESSAGE.encode(), "other")
        _add(office, owner, "sketch of the yard.png", sketch, "plan")
    form = blank_form(
        BlankForm(partnership=office.partnership().name, area="", agency="", limbs=())
    )
    for referral in referrals:
        _add(office, Owner(referral=referral.id), "form as received.pdf", form, "report")
    for meeting in coming:
        _add(office, Owner(meeting=meeting.id), "sketch of the market square.png", sketch, "plan")


def _add(office: Office, owner: Owner, name: str, content: bytes, kind: str) -> None:
    digest = hashlib.sha256(content).hexdigest()
    read = ReadFile(name=name, content=content, sort=recognise(content), digest=digest)
    title = name.rpartition(".")[0].capitalize()
    dated = office.today() - timedelta(days=9)
    attachments.attach(office, owner, read, Described(title=title, document_kind=kind, dated=dated))


def _sketch() -> bytes:
    """Draw a yard with two buildings and a gate, as PNG."""
    made = Image.new("RGB", (360, 240), "white")
    pen = ImageDraw.Draw(made)
    pen.rectangle((10, 10, 349, 229), outline="black", width=2)
    pen.line((160, 229, 205, 229), fill="white", width=4)
    pen.rectangle((40, 40, 150, 120), fill="lightsteelblue")
    pen.rectangle((220, 60, 320, 190), fill="tan")
    written = BytesIO()
    made.save(written, "PNG")
    return written.getvalue()
