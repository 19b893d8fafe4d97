"""The list and pages of referrals, the form for a new one, and the blank form on paper."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from psg_desktop.domain.ids import CaseId, ReferralId
from psg_desktop.domain.involvements import PartyKind
from psg_desktop.ui.main_window.record_pages import RecordPages
from psg_desktop.ui.pages import Page
from psg_desktop.ui.referrals.blank_form import save_blank_form, save_blank_workbook
from psg_desktop.ui.referrals.page import ReferralsPage
from psg_desktop.ui.referrals.referral_page import ReferralPage
from psg_desktop.ui.referrals.sheet import ReferralSheet


class Referrals(RecordPages):
    """Makes the list, the form for a new referral, and the page of each."""

    attach_asked = Signal(object, object)
    document_chosen = Signal(object)

    def page(self) -> Page:
        """Make the list of referrals."""
        page = ReferralsPage(self._office, self._notifier)
        page.referral_chosen.connect(self.open)
        page.new_asked.connect(self.new)
        page.blank_form_asked.connect(lambda: self._tell(save_blank_form(self._office, page)))
        page.blank_workbook_asked.connect(
            lambda: self._tell(save_blank_workbook(self._office, page))
        )
        return page

    def new(self) -> None:
        """Ask for a new referral, and open its page."""
        sheet = ReferralSheet(self._office)
        sheet.referral_saved.connect(self.open)
        sheet.append_asked.connect(self._append)
        sheet.merge_asked.connect(self._merge)
        self._frame.open_sheet(sheet)

    def open(self, id_: ReferralId) -> ReferralPage:
        """Open the page of a referral."""
        page = ReferralPage(self._office, self._notifier, id_)
        page.referral_chosen.connect(self.open)
        page.attach_asked.connect(self.attach_asked)
        page.document_chosen.connect(self.document_chosen)
        self._show(page, "referrals")
        return page

    def _tell(self, saved: Path | None) -> None:
        if saved is not None:
            self._records.said.emit(f"Saved in the folder “{saved.parent.name}” as {saved.name}.")

    def _merge(self, kind: PartyKind, kept: UUID, other: UUID) -> None:
        self._records.open_merge(kind, kept, other)
        self._records.said.emit(
            "What you typed of the referral is kept. Choose New, Referral to go on with it."
        )

    def _append(self, id_: ReferralId, case: CaseId) -> None:
        self.open(id_).ask_decision(case=case)
