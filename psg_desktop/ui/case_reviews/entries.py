"""What the page of a case review says of its incidents, clocks, panels and what followed."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from psg_desktop.domain.case_review_clocks import Deadline
from psg_desktop.domain.case_review_counting import Qualifying, qualifying
from psg_desktop.domain.case_review_facts import (
    InformationRequest,
    OutcomeLetter,
    Panel,
    Recommendation,
    RecommendationAnswer,
    ReviewAppeal,
    VictimPart,
)
from psg_desktop.domain.case_review_rules import ReviewThreshold
from psg_desktop.domain.case_reviews import CaseReview
from psg_desktop.ui.parts.entry_lines import Entry, Step
from psg_desktop.ui.parts.review_statuses import clock_status, clock_words
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

Agencies = Mapping[UUID, str]
_ANSWERS = {
    RecommendationAnswer.ACCEPTED: "green",
    RecommendationAnswer.ACCEPTED_IN_PART: "amber",
    RecommendationAnswer.NOT_ACCEPTED: "red",
}


def joined(*parts: str) -> str:
    """Give the parts that say something, with a dot between them."""
    return "  ·  ".join(part for part in parts if part)


def incident_entries(review: CaseReview, rule: ReviewThreshold, agencies: Agencies) -> list[Entry]:
    """Give an entry for each incident: when, to whom it was reported, and whether it qualifies."""
    entries = []
    for place, one in enumerate(review.incidents):
        said = qualifying(one, review.received_on, rule)
        mark = "green" if said is Qualifying.COUNTS else "none"
        happened = dates.grid(one.happened_on) if one.happened_on else "Day not known"
        whom = agencies.get(one.agency, "") if one.agency else one.reported_to
        entries.append(
            Entry(
                key=("incident", place),
                title=joined(happened, one.what),
                marks=(Status(mark, names.name(said)),),
                facts=joined(
                    f"reported {dates.grid(one.reported_on)} to {whom}",
                    one.reference,
                    f"by {one.reporter}" if one.reporter else "",
                ),
            )
        )
    return entries


def clock_entries(found: Sequence[Deadline], today: date) -> list[Entry]:
    """Give an entry for each clock: by when, and whether it was kept."""
    return [
        Entry(
            key=(one.clock, one.about, place),
            title=clock_words(one),
            marks=(clock_status(one, today),),
            facts=joined(
                f"due {dates.grid(one.due)}" if one.due else "",
                f"done {dates.grid(one.done)}" if one.done else "",
            ),
        )
        for place, one in enumerate(found)
    ]


def request_entry(
    place: int, one: InformationRequest, agencies: Agencies, steps: Sequence[Step]
) -> Entry:
    """Give the entry of what an agency was asked for."""
    answered = one.answered_on
    mark = Status("done", "Answered") if answered else Status("amber", "Waiting")
    return Entry(
        key=("request", place),
        title=agencies.get(one.agency, "An agency"),
        marks=(mark,),
        facts=joined(
            f"asked {dates.grid(one.asked_on)}",
            f"answered {dates.grid(answered)}" if answered else "",
        ),
        text=one.what,
        about="What was asked for",
        steps=steps,
    )


def panel_entry(place: int, one: Panel, agencies: Agencies, steps: Sequence[Step]) -> Entry:
    """Give the entry of a panel: the chair, the victim's part, and who attended."""
    chair = ", ".join(part for part in (one.chair, one.chair_from) if part)
    kind = "independent" if one.independent else "not independent"
    came = [agencies.get(member.agency, "") for member in one.members if member.attended]
    missed = [agencies.get(member.agency, "") for member in one.members if not member.attended]
    absent = "not attended" if one.held else "invited"
    victim = f"Victim: {_lowered(names.name(one.victim))}"
    if one.victim is VictimPart.REPRESENTED:
        victim = f"{victim} ({one.representative})"
    text = [
        f"Attended: {', '.join(came)}" if came else "",
        f"{absent.capitalize()}: {', '.join(missed)}" if missed else "",
        f"Why not invited: {one.why_not}" if one.why_not else "",
        one.findings,
    ]
    return Entry(
        key=("panel", place),
        title=f"Panel of {dates.prose(one.on)}",
        marks=(Status("done", "Held") if one.held else Status("plain", "Planned"),),
        facts=joined(f"Chair: {chair}, {kind}" if chair else "No chair yet", victim),
        text="\n".join(part for part in text if part),
        about="Who attended, and what was found",
        steps=steps,
    )


def recommendation_entry(
    place: int, one: Recommendation, agencies: Agencies, steps: Sequence[Step]
) -> Entry:
    """Give the entry of a recommendation: to whom, the answer, and whether it was done."""
    whom = agencies.get(one.agency, "") if one.agency else one.addressee
    answer = (
        Status(_ANSWERS[one.answer], names.name(one.answer))
        if one.answer
        else Status("none", "No answer yet")
    )
    done = (Status("done", "Done"),) if one.done_on else ()
    said = (
        f"Answer: {one.answer_text}" if one.answer_text else "",
        f"Evidence: {one.evidence}" if one.evidence else "",
    )
    return Entry(
        key=("recommendation", place),
        title=f"{place + 1}  {one.what}",
        marks=(answer, *done),
        facts=joined(
            whom,
            f"made {dates.grid(one.made_on)}",
            f"answer due {dates.grid(one.answer_by)}" if one.answer_by and not one.answer else "",
            f"answered {dates.grid(one.answered_on)}" if one.answered_on else "",
            f"to be done by {dates.grid(one.due)}" if one.due and not one.done_on else "",
            f"done {dates.grid(one.done_on)}" if one.done_on else "",
        ),
        text="\n".join(part for part in said if part),
        about="Answer and evidence",
        steps=steps,
    )


def letter_entry(one: OutcomeLetter, steps: Sequence[Step]) -> Entry:
    """Give the entry of the outcome letter."""
    return Entry(
        key="letter",
        title=f"Outcome letter of {dates.prose(one.on)}",
        facts=joined(f"to {one.to}", f"sent by {one.sent_by}" if one.sent_by else ""),
        text=one.says,
        about="What the letter says",
        steps=steps,
    )


def appeal_entry(place: int, one: ReviewAppeal, steps: Sequence[Step]) -> Entry:
    """Give the entry of an appeal and its result."""
    result = (
        Status("done", names.name(one.result)) if one.result else Status("amber", "Not decided")
    )
    decided = f"decided {dates.grid(one.decided_on)}" if one.decided_on else ""
    return Entry(
        key=("appeal", place),
        title=f"Appeal against: {_lowered(names.name(one.against))}",
        marks=(result,),
        facts=joined(f"asked {dates.grid(one.asked_on)}", decided, one.decider),
        text="\n".join(part for part in (one.grounds, one.reason) if part),
        about="Grounds and result",
        steps=steps,
    )


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
