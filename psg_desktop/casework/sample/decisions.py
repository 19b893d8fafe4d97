"""What the PSG decided about each story of the sample at its last meeting."""

from dataclasses import dataclass

from psg_desktop.casework.sample.choosing import About
from psg_desktop.domain.cases import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that fits every case of a story.

    Attributes:
        owner: Short name of the agency that takes the action, where one is agreed.
        weeks: Until the case is looked at again.
    """

    decision: str
    owner: str = ""
    action: str = ""
    weeks: int = 4


_PERSON, _PLACE, _PROJECT = CaseKind.PERSON, CaseKind.PLACE, CaseKind.PROJECT

DECISIONS = {
    About(_PERSON, "cuckooing"): Decided(
        decision="The weekly visits go on. Police and housing tell each other who was found there.",
        owner="Police",
        action="Report at the next meeting who was found at the home on each visit",
    ),
    About(_PERSON, "high_demand"): Decided(
        decision="The named contact goes on answering. The group wants to see calls by week.",
        owner="Police",
        action="Bring the number of calls in each week to the next meeting",
    ),
    About(_PERSON, "hoarding"): Decided(
        decision="Go on at the resident's pace. A second safe and well visit is asked for.",
        owner="Fire",
        action="Second safe and well visit: alarms, heaters and the way out",
    ),
    About(_PERSON, "street_drinking"): Decided(
        decision="Outreach goes on. No notice while the offer of a home is open.",
        owner="Housing",
        action="Say by the next meeting whether a place can be offered",
    ),
    About(_PERSON, "neighbour_dispute"): Decided(
        decision="No tenancy action while both households talk to the officer.",
        owner="Housing",
        action="Ring both households every week and keep a note of each call",
    ),
    About(_PERSON, "county_lines"): Decided(
        decision="The external group leads. The PSG keeps to disruption.",
        owner="Police",
        action="Bring the map of associates up to date with the school's information",
    ),
    About(_PERSON, "retail_crime"): Decided(
        decision="Treatment and the order are taken forward together.",
        owner="Probation",
        action="Confirm the licence conditions and the date they end",
    ),
    About(_PERSON, "fraud"): Decided(
        decision="The protective measures stay. Trading standards keep the file open.",
        owner="Council",
        action="Check that the call blocker works and that the sign is still up",
        weeks=8,
    ),
    About(_PLACE, "youth_asb"): Decided(
        decision="Youth work and patrols go on.",
        owner="Council",
        action="Read the lighting survey again with the dates of the reports",
    ),
    About(_PLACE, "drug_dealing"): Decided(
        decision="The door comes before more patrols. The owner is asked in writing.",
        owner="Council",
        action="Write to the owner about the door and ask for an answer in three weeks",
    ),
    About(_PLACE, "night_time_economy"): Decided(
        decision="The voluntary measures run on. The licence is reviewed if there is an injury.",
        owner="Police",
        action="Count incidents by night and hour for the last eight weeks",
    ),
    About(_PLACE, "rural_crime"): Decided(
        decision="Sunday patrols go on. Farmers use the shared number.",
        owner="Police",
        action="Send the list of vehicles seen to the neighbouring rural teams",
    ),
    About(_PLACE, "fly_tipping"): Decided(
        decision="Clear at once, and look at the camera's pictures every week.",
        owner="Council",
        action="Report how many loads were cleared and how many notices were served",
    ),
    About(_PROJECT, "youth_asb"): Decided(decision="On track. The group takes note.", weeks=12),
    About(_PROJECT, "violence_against_women"): Decided(
        decision="The group takes note and asks for a date for the last columns.", weeks=12
    ),
    About(_PROJECT, "asb_personal"): Decided(
        decision="The group takes note and asks agencies to send staff to the training.", weeks=12
    ),
}
