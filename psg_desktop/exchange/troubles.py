"""The kinds of thing that can be wrong or doubtful in an imported row."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What is wrong or doubtful; the value is the heading problems are grouped under."""

    NOT_A_DATE = "Not a date"
    IMPOSSIBLE_DATE = "A date that does not exist"
    AMBIGUOUS_DATE = "Day and month could be swapped"
    TWO_DIGIT_YEAR = "Year of two digits"
    NUMBER_AS_DATE = "A number read as a date"
    WEEKDAY_DISAGREES = "Weekday and date disagree"
    ONLY_A_MONTH = "A month without a day"
    UNLIKELY_YEAR = "An unlikely year"
    DATE_AHEAD = "A date still to come"
    BORN_TOO_LONG_AGO = "Born too long ago"
    UNKNOWN_WORD = "A word this column cannot hold"
    NEW_AGENCY = "An agency not on the list"
    READ_AS_LISTED = "A name written differently"
    NEW_FOCUS_AREA = "A focus area not on the list"
    NOT_A_POSTCODE = "Not a postcode"
    NOT_A_PHONE = "Not a phone number"
    NOT_AN_EMAIL = "Not an e-mail address"
    NOT_AN_NHS_NUMBER = "Not an NHS number"
    TOO_LONG = "Text too long"
    PERSON_OR_PLACE = "A person or a place"
    TAKEN_FOR = "Taken for a person or a place"
    OTHER_KIND = "A kind of case the row does not name"
    NO_SUBJECT = "Nobody and nowhere named"
    SEVERAL_PEOPLE = "Several people in one cell"
    CLOSED_WITHOUT_REASON = "Closed without a reason"
    CLOSED_WITHOUT_DATE = "Closed without a date"
    CLOSED_BEFORE_OPENED = "Closed before it was opened"
    OPEN_WITH_CLOSING_DATE = "Open, with a closing date"
    ACTION_INCOMPLETE = "An action without owner or due date"
    ACTION_WITHOUT_TEXT = "Action details without an action"
    NO_PROBLEM = "The problem is not said"
    NOT_RECEIVED = "No day it was received"
    NOT_A_COUNT = "Not a count"
    NO_COUNT = "Nothing counted"
    NO_MEASURE = "Not said what was counted"
    NO_MONTH = "No month"
    NO_CASE = "No such case"
    SEVERAL_CASES = "Several cases"
    CASE_CLOSED = "A closed case"
    TWO_COUNTS = "Two counts for one month"


_STOPPING = frozenset(
    {
        Trouble.NOT_A_DATE,
        Trouble.IMPOSSIBLE_DATE,
        Trouble.AMBIGUOUS_DATE,
        Trouble.UNLIKELY_YEAR,
        Trouble.DATE_AHEAD,
        Trouble.BORN_TOO_LONG_AGO,
        Trouble.UNKNOWN_WORD,
        Trouble.TOO_LONG,
        Trouble.PERSON_OR_PLACE,
        Trouble.NO_SUBJECT,
        Trouble.CLOSED_WITHOUT_REASON,
        Trouble.CLOSED_BEFORE_OPENED,
        Trouble.NO_PROBLEM,
        Trouble.NOT_A_COUNT,
        Trouble.NO_MEASURE,
        Trouble.NO_MONTH,
        Trouble.NO_CASE,
        Trouble.SEVERAL_CASES,
        Trouble.CASE_CLOSED,
        Trouble.TWO_COUNTS,
    }
)


ABSENCES = frozenset(
    {
        Trouble.NO_SUBJECT,
        Trouble.CLOSED_WITHOUT_REASON,
        Trouble.NO_PROBLEM,
        Trouble.NO_MEASURE,
        Trouble.NO_MONTH,
        Trouble.NO_CASE,
    }
)
"""Told only when every cell could be read: what is absent may be in a cell that was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing about one value: a sentence, what to do, and what to put instead if clear."""

    trouble: Trouble
    sentence: str
    advice: str = ""
    suggestion: str = ""

    @property
    def stops(self) -> bool:
        """Whether the row cannot be imported until this is settled."""
        return self.trouble in _STOPPING
