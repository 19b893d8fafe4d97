"""Identifiers: one type for each kind of record, so that they cannot be mixed up."""

from typing import NewType
from uuid import UUID

AgencyId = NewType("AgencyId", UUID)
PersonId = NewType("PersonId", UUID)
PlaceId = NewType("PlaceId", UUID)
ProjectId = NewType("ProjectId", UUID)
CaseId = NewType("CaseId", UUID)
InvolvementId = NewType("InvolvementId", UUID)
CaseLinkId = NewType("CaseLinkId", UUID)
ActionId = NewType("ActionId", UUID)
ReviewId = NewType("ReviewId", UUID)
NoteId = NewType("NoteId", UUID)
BatchId = NewType("BatchId", UUID)
ReleaseId = NewType("ReleaseId", UUID)
RiskInstrumentId = NewType("RiskInstrumentId", UUID)
RiskAssessmentId = NewType("RiskAssessmentId", UUID)
ProblemAnalysisId = NewType("ProblemAnalysisId", UUID)
ActionTemplateId = NewType("ActionTemplateId", UUID)
ReferralId = NewType("ReferralId", UUID)
MeetingId = NewType("MeetingId", UUID)
AgendaItemId = NewType("AgendaItemId", UUID)
AttendanceId = NewType("AttendanceId", UUID)
InterventionId = NewType("InterventionId", UUID)
