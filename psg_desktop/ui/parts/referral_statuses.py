"""The marks and words of where a referral stands, the same on every screen that shows them."""

from datetime import date

from psg_desktop.domain.referral_lists import ReferralRow
from psg_desktop.domain.referrals import ReferralState
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import names


def standing(row: ReferralRow, today: date) -> Status:
    """Give the mark and words of a referral: how long it waits, or what came of it."""
    if row.outcome is not None:
        return Status("done", names.name(row.outcome))
    waited = waiting_words(row.days)
    if row.state is ReferralState.INCOMPLETE:
        due = row.chase_on is not None and row.chase_on <= today
        words = "Incomplete: chase it" if due else f"Incomplete, {waited[:1].lower()}{waited[1:]}"
        return Status("red" if row.late else "amber", words)
    return Status("red" if row.late else "amber", waited)


def waiting_words(days: int) -> str:
    """Give "Waits 12 days"."""
    if days == 0:
        return "Came today"
    return f"Waits {days:,} day{'' if days == 1 else 's'}"
