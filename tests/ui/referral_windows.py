"""The list of referrals, the form for a call, the decision, and the page of one."""

from PySide6.QtWidgets import QWidget

from psg_desktop.casework.referring import referral_lists, referrals
from psg_desktop.domain.referral_lists import ReferralFilter, ReferralView
from psg_desktop.domain.referrals import Referral
from psg_desktop.ui.application import Application
from psg_desktop.ui.notifier import Notifier
from psg_desktop.ui.referrals.decision_sheet import DecisionSheet
from psg_desktop.ui.referrals.page import ReferralsPage
from psg_desktop.ui.referrals.referral_page import ReferralPage
from psg_desktop.ui.referrals.sheet import ReferralSheet
from psg_desktop.ui.referrals.step_sheets import return_sheet
from tests.ui.list_windows import frame
from tests.ui.program_windows import office
from tests.ui.windows import window


def some(view: ReferralView) -> Referral:
    """Some referral of the sample."""
    asked = ReferralFilter(view=view)
    row = referral_lists.listed(office(), asked, slice(0, 1)).rows[0]
    return referrals.get(office(), row.id)


@window("referrals")
def list_of_referrals(application: Application) -> QWidget:
    page = ReferralsPage(office(), Notifier())
    page.show_view("all")
    return frame(application, page)


@window("new referral")
def new_referral(application: Application) -> QWidget:
    known = some(ReferralView.WAITING)
    sheet = ReferralSheet(office())
    form = sheet.form
    form.fields["name"].control.set_value(known.name)
    made = frame(application, ReferralsPage(office(), Notifier()), sheet)
    form._look()
    form.alike.look()
    return made


@window("referral decision")
def referral_decision(application: Application) -> QWidget:
    sheet = DecisionSheet(office(), some(ReferralView.WAITING))
    return frame(application, ReferralsPage(office(), Notifier()), sheet)


@window("referral returned")
def referral_returned(application: Application) -> QWidget:
    sheet = return_sheet(office(), some(ReferralView.INCOMPLETE))
    return frame(application, ReferralsPage(office(), Notifier()), sheet)


@window("referral page")
def referral_page(application: Application) -> QWidget:
    waiting = some(ReferralView.INCOMPLETE)
    return frame(application, ReferralPage(office(), Notifier(), waiting.id))


@window("referral decided")
def referral_decided(application: Application) -> QWidget:
    decided = some(ReferralView.DECIDED_THIS_QUARTER)
    return frame(application, ReferralPage(office(), Notifier(), decided.id))
