"""Where a recommendation stands, in colour and words."""

from datetime import date

from psg_desktop.domain.death_reviews import Recommendation, RecommendationStanding
from psg_desktop.ui.widgets.chips import Status
from psg_desktop.words import dates, names

_STATES = {
    RecommendationStanding.OVERDUE: "red",
    RecommendationStanding.NOT_ACKNOWLEDGED: "red",
    RecommendationStanding.NOT_SENT: "amber",
    RecommendationStanding.MILESTONE_LATE: "amber",
    RecommendationStanding.WAITING: "none",
    RecommendationStanding.IN_HAND: "green",
    RecommendationStanding.DONE: "done",
}


def standing_status(one: Recommendation, day: date) -> Status:
    """Give where a recommendation stands on *day*, with the day that decides it."""
    standing = one.standing(day)
    words = names.name(standing)
    if standing is RecommendationStanding.NOT_ACKNOWLEDGED and one.sent:
        words = f"{words} since {dates.grid(one.sent)}"
    if standing is RecommendationStanding.DONE and one.done:
        words = f"{words} {dates.grid(one.done)}"
    return Status(_STATES[standing], words)
