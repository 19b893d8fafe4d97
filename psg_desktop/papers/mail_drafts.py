"""A message to be opened in the worker's own mail program, looked at, and sent there.

Mail is read on telephones and passed on, so its subject and body hold references and dates only;
what is to be done stands in the sheet that goes with it. `X-Unsent` is how Outlook knows a message
that is still being written.
"""

import re
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

_WORKBOOK: Final = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# One plain address; anything else is left for the worker to fill in.
_ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """One message.

    Attributes:
        to: Where it goes, "" where that is left open.
        attachment: The bytes of a workbook, and `name` the name it goes by.
    """

    to: str = field(default="", repr=False)
    subject: str
    body: str
    attachment: bytes = field(repr=False)
    name: str


def draw_mail(draft: MailDraft) -> bytes:
    """Write the message as an .eml file."""
    made = EmailMessage(policy=SMTP)
    made["X-Unsent"] = "1"
    if _ADDRESS.fullmatch(draft.to.strip()):
        made["To"] = Address(addr_spec=draft.to.strip())
    made["Subject"] = " ".join(draft.subject.split())
    made.set_content(draft.body)
    name = " ".join(draft.name.split())
    made.add_attachment(draft.attachment, maintype="application", subtype=_WORKBOOK, filename=name)
    # The line between the parts is random otherwise, and the same draft would differ each time.
    made.set_boundary("psg-desktop-part")
    return made.as_bytes()
