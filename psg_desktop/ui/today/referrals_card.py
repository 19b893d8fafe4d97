"""The card of the referrals that wait for a decision: each line opens its referral."""

from psg_desktop.domain.today import Today
from psg_desktop.ui.parts.referral_statuses import standing
from psg_desktop.ui.today.cards import DayCard
from psg_desktop.ui.today.lines import Line
from psg_desktop.ui.today.targets import OpenReferral, OpenReferrals
from psg_desktop.ui.widgets.buttons import link
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.ui.widgets.labels import label
from psg_desktop.words import dates


def referrals(today: Today) -> DayCard | None:
    """Referrals without a decision, those that wait too long first."""
    if not today.referrals:
        return None
    more = link("Open as a list")
    more.setAccessibleName("Open as a list: referrals waiting for a decision")
    card = DayCard(f"Referrals waiting for a decision  {today.referrals_total:,}", more)
    more.clicked.connect(lambda: card.chosen.emit(OpenReferrals()))
    late = sum(row.late for row in today.referrals)
    if late:
        noun = "One waits" if late == 1 else f"{late:,} wait"
        card.add(label(f"{noun} longer than the time set for a decision.", "secondary", wrap=True))
    lines = []
    for row in today.referrals:
        status = standing(row, today.day)
        detail = status.word.partition(",")[0]  # how long an incomplete one waits is in its hint
        lines.append(
            Line(
                lead=row.reference,
                words=row.name or row.problem,
                detail=detail,
                hint=f"{status.word}, received {dates.full(row.received_on)}",
                status=Status(status.state, detail),
                target=OpenReferral(referral=row.id),
            )
        )
    card.add_group("Referrals waiting for a decision", lines)
    return card
