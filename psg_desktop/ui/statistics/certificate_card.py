"""What was proven of a release, for the one who publishes: readers get less of it."""

from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.widgets.sections import Card, Facts
from psg_desktop.words import dates, periods, statistics


def certificate_card(release: StatisticsRelease) -> Card:
    """Give the certificate with its exact figures."""
    proven = release.certificate
    narrowest = "" if proven.narrowest is None else f"{proven.narrowest:,}"
    card = Card(statistics.CERTIFICATE)
    card.add(
        Facts(
            [
                (statistics.PERIOD, periods.period(release.period)),
                (statistics.DATA, dates.prose(release.data_on)),
                (statistics.RULE, proven.rule),
                (statistics.SOLVER, proven.solver),
                (statistics.SENSITIVE, f"{proven.examined:,}"),
                (statistics.NARROWEST, narrowest),
                (statistics.LEDGER, f"{proven.ledger:,}"),
                (statistics.DIGEST, _parted(proven.digest)),
            ]
        )
    )
    return card


def _parted(digest: str) -> str:
    """Give a digest in groups, so that its line can wrap and two can be compared by eye."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
