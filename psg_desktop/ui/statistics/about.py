"""What is said of the whole of a release: how much is shown, what is coarser, what is left out."""

from collections.abc import Iterator, Sequence

from psg_desktop.casework.statistics.correcting import Corrected
from psg_desktop.casework.statistics.designing import Coarser, Fill
from psg_desktop.casework.statistics.publishing import Plan
from psg_desktop.domain.statistics.published import StatisticsRelease
from psg_desktop.ui.statistics.preview import About, counts
from psg_desktop.ui.statistics.reasons import Reasons
from psg_desktop.words import dates, statistics_choices
from psg_desktop.words import statistics_page as words


def reasons_of(plan: Plan, releases: Sequence[StatisticsRelease]) -> Reasons:
    """Give what is known of the numbers a plan withholds; earlier releases do not say why."""
    if plan.published and not plan.held:
        return Reasons()
    return Reasons(
        held=plan.held,
        unknown=frozenset(
            cell
            for release in releases
            if release.id != plan.entry.id
            for one in release.tables
            for cell in one.table.every_cell
        ),
    )


def about_plan(plan: Plan, reasons: Reasons) -> tuple[About, ...]:
    """Say of a plan what would be published; of one that was, what was."""
    return tuple(_about_plan(plan, reasons))


def about_release(release: StatisticsRelease, reasons: Reasons) -> tuple[About, ...]:
    """Say of a release when it was published, and whether it was withdrawn."""
    return (About(title=words.WHOLE, sentences=tuple(_of_release(release, reasons))),)


def about_corrections(
    release: StatisticsRelease, corrections: Sequence[Corrected]
) -> tuple[About, ...]:
    """Give what was said to be wrong in a release."""
    said = tuple(one.sentence for one in corrections if one.correction.release == release.id)
    return (About(title=words.CORRECTIONS, sentences=said),) if said else ()


def _about_plan(plan: Plan, reasons: Reasons) -> Iterator[About]:
    if plan.published:
        yield from about_release(plan.release, reasons)
    else:
        said = (*counts(plan.tables, reasons), words.reckoned(plan.entry.earlier))
        yield About(title=words.WOULD_BE, sentences=said)
    # Of a table that shows nothing either way, coarser does not show more.
    coarser = [one for one in plan.coarser if one.chosen.withheld < one.chosen.numbers]
    if coarser:
        yield About(title=words.COARSER, sentences=tuple(map(_coarser, coarser)))
    if plan.left_out:
        yield About(title=words.LEFT_OUT, sentences=tuple(map(words.left_out, plan.left_out)))


def _of_release(release: StatisticsRelease, reasons: Reasons) -> Iterator[str]:
    day, by = dates.prose(release.published_at.date()), release.published_by
    yield words.stands(day, by)
    if release.withdrawn_on is not None:
        yield words.withdrawn(dates.prose(release.withdrawn_on), release.withdrawn_because)
    yield from counts(release.tables, reasons)
    yield words.reckoned(release.certificate.ledger)


def _coarser(one: Coarser) -> str:
    return statistics_choices.coarser(one.title, _told(one.finest), _told(one.chosen))


def _told(fill: Fill) -> tuple[str, int, int]:
    return fill.by, fill.withheld, fill.numbers
