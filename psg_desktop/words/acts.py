"""What was done, as the audit trail and the undo bar say it."""

from psg_desktop.domain.changes import Act

ACTS: dict[str, str] = {
    Act.SET_UP: "Vault set up",
    Act.SAVE_AGENCY: "Agency saved",
    Act.SAVE_PERSON: "Person saved",
    Act.SAVE_PLACE: "Place saved",
    Act.SAVE_PROJECT: "Project saved",
    Act.OPEN_CASE: "Case opened",
    Act.AMEND_CASE: "Case changed",
    Act.MOVE_CASE: "Case moved",
    Act.HOLD_CASE: "Case put on hold",
    Act.HAND_OVER_CASE: "Case handed over",
    Act.ESCALATE_CASE: "Case escalated",
    Act.RESUME_CASE: "Case taken up again",
    Act.CLOSE_CASE: "Case closed",
    Act.REOPEN_CASE: "Case reopened",
    Act.INVOLVE: "Role in the case saved",
    Act.LINK_CASES: "Cases linked",
    Act.UNLINK_CASES: "Link between cases removed",
    Act.ADD_ACTION: "Action added",
    Act.AMEND_ACTION: "Action changed",
    Act.MOVE_ACTION: "Action moved on",
    Act.RECORD_REVIEW: "Review recorded",
    Act.ADD_NOTE: "Note added",
    Act.AMEND_NOTE: "Note changed",
    Act.IMPORT_RECORDS: "Records imported",
    Act.SAVE_SETTINGS: "Settings saved",
    Act.ACCEPT_TEXT: "Text for the group accepted",
    Act.RELEASE_PACK: "Pack released",
    Act.UNDO: "Change undone",
}
