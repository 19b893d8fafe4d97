"""Key findings: at most five sentences, made of displayed numbers only."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from psg_desktop.domain.closing import HoldResult
from psg_desktop.domain.rag import Rag
from psg_desktop.domain.statistics import work
from psg_desktop.domain.statistics.comparing import Direction, direction, percentage
from psg_desktop.domain.statistics.displays import Shown
from psg_desktop.domain.statistics.measures import MeasureCode as M
from psg_desktop.papers.board_report.reading import ALL, MAPPED, NOW, TWELVE_MONTHS, Numbers
from psg_desktop.papers.statistics.publication import OpenTable, Publication
from psg_desktop.words import board_findings as words
from psg_desktop.words import board_report, dates, money, names, periods

MOST: Final = 5
_PENCE: Final = 100


def findings(publication: Publication) -> tuple[str, ...]:
    """Give the sentences, the most telling first; none repeats what is withheld."""
    numbers = Numbers(publication.release)
    finds = [
        *(find(numbers) for find in _ABOUT_CASES),
        _demand(publication),
        *(find(numbers) for find in _ABOUT_MORE),
    ]
    about_people = [said for said in finds if said]
    opened = {one.code: one for one in publication.open_tables}
    others = (said for find in _EXACT if (said := find(opened)))
    first = about_people or [board_report.NOTHING_SHOWN]
    return tuple(islice((*first, *others), MOST))


def _open(numbers: Numbers) -> str:
    now = numbers.find("flow", M.OPEN_AT_END)
    if now is None:
        return ""
    day = periods.end(numbers.period)
    compared = numbers.comparisons("flow", M.OPEN_AT_END, stock=True)
    what = board_report.open_on(words.amount(now))
    return words.standing(what, board_report.on(day), compared)


def _flow(numbers: Numbers) -> str:
    opened, closed = numbers.find("flow", M.OPENED), numbers.find("flow", M.CLOSED)
    if opened is None and closed is None:
        return ""
    came = words.amount(opened) if opened else numbers.withheld("flow", M.OPENED)
    went = words.amount(closed) if closed else numbers.withheld("flow", M.CLOSED)
    return words.flow(came, went, numbers.when)


def _reviews(numbers: Numbers) -> str:
    return _part(numbers, "reviews", work.ON_TIME, board_report.REVIEWS_ON_TIME)


def _actions(numbers: Numbers) -> str:
    return _part(numbers, "actions", work.ON_TIME, board_report.ACTIONS_ON_TIME) or _part(
        numbers, "actions", work.LATE, board_report.ACTIONS_LATE
    )


def _part(numbers: Numbers, code: str, row: str, what: tuple[str, str]) -> str:
    part, base = numbers.find(code, row), numbers.find(code, ALL)
    if part is None or base is None:
        return ""
    said = words.share(words.amount(part), words.amount(base), what, percentage(part, base))
    return words.with_comparisons(
        f"{said} {numbers.when}", numbers.comparisons(code, row, stock=False)
    )


def _results(numbers: Numbers) -> str:
    for column, when in (
        (NOW, numbers.when),
        (TWELVE_MONTHS, board_report.twelve_months(dates.month_year(numbers.period.last_day))),
    ):
        held = numbers.find("outcomes", HoldResult.HELD, column)
        asked = numbers.find("outcomes", M.HOLD_ANSWERED, column)
        if held and asked:
            share = percentage(held, asked)
            return words.results(words.amount(held), words.amount(asked), when, share)
    return ""


def _in_force(numbers: Numbers) -> str:
    now = numbers.find("interventions", M.INTERVENTIONS_LIVE)
    if now is None:
        return ""
    compared = numbers.comparisons("interventions", M.INTERVENTIONS_LIVE, stock=True)
    what = board_report.in_force(words.amount(now))
    return words.standing(what, board_report.on(periods.end(numbers.period)), compared)


def _where(numbers: Numbers) -> str:
    for code in MAPPED:
        found = top(numbers, code)
        if found:
            labels, number = found
            return words.most_cases(labels, number)
    return ""


def top(numbers: Numbers, code: str) -> tuple[tuple[str, ...], Shown] | None:
    """Give the rows with the highest displayed number of the period, and that number."""
    published = numbers.table(code)
    if published is None:
        return None
    shown = {
        row.label: found
        for row in published.table.rows
        if row.code != ALL and (found := numbers.find(code, row.code)) is not None
    }
    if len(shown) < 2:  # noqa: PLR2004 one number is the highest of nothing
        return None
    most = max(shown.values(), key=lambda one: one.number or 0)
    return tuple(label for label, one in shown.items() if one.number == most.number), most


def _demand(publication: Publication) -> str:
    for one in publication.release.cohorts:
        surely = direction(one.after, one.before) in (Direction.HIGHER, Direction.LOWER)
        if surely and one.cases.number is not None:
            shown = map(words.amount, (one.cases, one.before, one.after))
            return words.demand(one.name, *shown)
    return ""


def _spending(tables: dict[str, OpenTable]) -> str:
    rows = tables["money_of_projects"].rows if "money_of_projects" in tables else ()
    known = [
        (planned, spent)
        for _, planned, spent, *_ in rows
        if isinstance(planned, Decimal) and isinstance(spent, Decimal)
    ]
    if not known:
        return ""
    planned, spent = (sum(one, Decimal()) for one in zip(*known, strict=True))
    return words.money(_pounds(spent), _pounds(planned), len(known))


def _pounds(amount: Decimal) -> str:
    return money.pounds(int(amount * _PENCE))


def _ratings(tables: dict[str, OpenTable]) -> str:
    table = tables.get("projects_by_rating")
    if table is None or not table.rows:
        return ""
    place = (*table.headers, names.name(Rag.RED)).index(names.name(Rag.RED))
    red = [
        (str(row[0]), row[place])
        for row in table.rows
        if place < len(row) and isinstance(row[place], int) and row[place]
    ]
    projects = table.rows[0][1]
    if not red or not isinstance(projects, int):
        return ""
    return words.rated_red([(aspect, int(count)) for aspect, count in red], projects)


def _case_reviews(tables: dict[str, OpenTable]) -> str:
    table = tables.get("asb_case_reviews")
    counts: Sequence[int] = (
        [one for _, one in table.rows if isinstance(one, int)] if table is not None else ()
    )
    if len(counts) != _CASE_REVIEW_NUMBERS or not any(counts):
        return ""
    return words.case_reviews(counts[0], counts[2])


_CASE_REVIEW_NUMBERS: Final = 4
_ABOUT_CASES: Final[Sequence[Callable[[Numbers], str]]] = (
    _open, _flow, _reviews, _actions, _results,
)  # fmt: skip
_ABOUT_MORE: Final[Sequence[Callable[[Numbers], str]]] = (_where, _in_force)
_EXACT: Final[Sequence[Callable[[dict[str, OpenTable]], str]]] = (
    _ratings, _spending, _case_reviews,
)  # fmt: skip
