"""Shelves of what the group is asked to take on, and of the test a referral must meet."""

from psg_desktop.domain.changes import RecordKind
from psg_desktop.domain.plain import Plain
from psg_desktop.domain.reference_rows import ThresholdLimb
from psg_desktop.domain.referrals import Referral
from psg_desktop.domain.text import fold
from psg_desktop.store import schema
from psg_desktop.store.search import searchable
from psg_desktop.store.shelves.shelf import Row, Shelf


def _referral(plain: Plain) -> Row:
    decision, returned = plain["decision"] or {}, plain["returned"] or {}
    return {
        "name_key": fold(plain["name"] or plain["address"] or plain["postcode"]),
        "outcome": decision.get("outcome"),
        "decided_on": decision.get("on"),
        "chase_on": returned.get("chase_on"),
    }


THRESHOLD_LIMBS = Shelf(
    kind=RecordKind.THRESHOLD_LIMB, value=ThresholdLimb, table=schema.threshold_limbs
)
REFERRALS = Shelf(
    kind=RecordKind.REFERRAL, value=Referral, table=schema.referrals, derived=_referral,
    search=searchable("reference", "name", "aliases", "address", "postcode", "phones", "referrer",
                      texts=("problem", "tried", "children", "asks")),
)  # fmt: skip
