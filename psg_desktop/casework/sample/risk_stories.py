"""Risk assessments of the sample: some cases got worse, some eased, one judged apart from it."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from psg_desktop.casework.office import Office
from psg_desktop.domain.cases import Case, RiskLevel
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import RiskAssessmentId
from psg_desktop.domain.reviews import DEFAULT_INTERVALS
from psg_desktop.domain.risk_assessments import RiskAssessment, Sitting, assessed
from psg_desktop.domain.risk_instruments import Chosen, RiskInstrument, in_use
from psg_desktop.words import risk as words

_ASSESSED = 0.7  # how many of the open cases, from 0 to 1
# How much of the points each level's answers come to, from 0 to 1.
_WEIGHT = {RiskLevel.STANDARD: 0.2, RiskLevel.MEDIUM: 0.45, RiskLevel.HIGH: 0.8}
_DAYS_AGO = (93, 51, 12)
_JUDGED = "The score does not show what the last visit found; the lead practitioner explains it."


def tell(office: Office, rng: Random, today: date) -> None:
    """Assess open cases of the caseload two or three times over the last months."""
    with office.working(Act.ASSESS_RISK) as unit:
        instruments = unit.risk_instruments.all()
        for case in unit.cases.all():
            found = in_use(instruments, today, case.kind)
            if case.closed or not found or case.risk is None or rng.random() > _ASSESSED:
                continue
            told = _course(office, rng, case, found[0], today)
            unit.risk_assessments.put_all(told)
            if told:
                unit.cases.put(replace(case, risk_reason=words.reason(told[-1])))


def _course(
    office: Office, rng: Random, case: Case, instrument: RiskInstrument, today: date
) -> list[RiskAssessment]:
    told = []
    for place, ago in enumerate(_DAYS_AGO):
        day = today - timedelta(days=ago + rng.randint(0, 9))
        last = place == len(_DAYS_AGO) - 1
        level = case.risk if last and case.risk else rng.choice(tuple(_WEIGHT))
        if day < case.opened:
            continue
        sitting = Sitting(
            made_on=day,
            assessor=case.lead_practitioner or "M. Reedcutter",
            override=level if last else None,
            override_reason=_JUDGED,
            due_again=day + timedelta(days=DEFAULT_INTERVALS[level]),
        )
        id_ = RiskAssessmentId(office.new_id())
        told.append(assessed(id_, case.id, instrument, _answers(rng, instrument, level), sitting))
    return told


def _answers(rng: Random, instrument: RiskInstrument, level: RiskLevel) -> Chosen:
    """Choose answers that come to about the weight of a level."""
    chosen = {}
    for question in instrument.questions:
        most = len(question.answers) - 1
        wanted = _WEIGHT[level] * most + rng.uniform(-0.6, 0.6)
        chosen[question.key] = min(max(round(wanted), 0), most)
    return chosen
