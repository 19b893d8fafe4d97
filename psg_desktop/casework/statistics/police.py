"""Bringing in what the police published: looked at first, kept in one step, taken back in one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.ids import BatchId
from psg_desktop.domain.police_counts import PoliceFigure, PoliceMonth
from psg_desktop.exchange.police_files import count_files
from psg_desktop.exchange.police_placing import District, place
from psg_desktop.faults import Unreadable
from psg_desktop.store.units import Unit
from psg_desktop.words import police as words

Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTally:
    """How many rows of one kind of file there are, in which months.

    Attributes:
        placed: Rows in the wards of the district.
        unplaced: Rows that name no area; `outside`: rows that lie in other districts.
    """

    kind: PoliceFigure
    months: tuple[date, ...]
    placed: int
    unplaced: int
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What bringing in some files would do.

    Attributes:
        new: Months that are not on record; `revised`: those that are, with other figures.
        unchanged: How many months are on record as they are.
        tallies: What the files hold, one for each kind.
        notices: What is to be said of the files, in sentences.
    """

    new: tuple[PoliceMonth, ...]
    revised: tuple[PoliceMonth, ...]
    unchanged: int
    tallies: tuple[KindTally, ...]
    notices: tuple[str, ...]

    @property
    def kept(self) -> tuple[PoliceMonth, ...]:
        """What would be put on record."""
        return self.new + self.revised


def look(office: Office, places: Sequence[Path], tell: Tell) -> Intake:
    """Read files and folders, and say what bringing them in would do; nothing is kept.

    Raises:
        Unreadable: They are no published files, nothing in them lies in the district, or it is
            not known in which wards the areas of the district lie.
    """
    district = District(code=office.partnership().district, today=office.today())
    if not district.placed:
        raise Unreadable(words.NO_WARDS)
    counted = count_files(places, tell)
    placed = place(counted.files, district)
    if not any(one.total or one.unmatched for one in placed.months):
        raise Unreadable(words.NOTHING_HERE)
    with office.reading() as unit:
        return _compared(unit, placed.months, (*counted.notices, *placed.notices))


def bring_in(office: Office, intake: Intake) -> BatchId | None:
    """Put on record what was looked at, in one step; None where nothing would change."""
    if not intake.kept:
        return None
    with office.working(Act.BRING_IN_POLICE_FIGURES) as unit:
        unit.police_months.put_all(intake.kept)
        return unit.batch


def _compared(unit: Unit, months: Sequence[PoliceMonth], notices: tuple[str, ...]) -> Intake:
    wanted, left_out = _of_the_district(unit, months)
    new, revised, unchanged = list[PoliceMonth](), list[PoliceMonth](), 0
    for one in wanted:
        known = unit.police_months.find(one.id)
        if known is None:
            new.append(one)
        elif known.says_the_same(one):
            unchanged += 1
        else:
            revised.append(one)
    said = (*notices, words.forces_left_out(left_out)) if left_out else notices
    return Intake(
        new=tuple(new),
        revised=tuple(revised),
        unchanged=unchanged,
        tallies=tuple(_tallies(months)),
        notices=said,
    )


def _of_the_district(
    unit: Unit, months: Sequence[PoliceMonth]
) -> tuple[list[PoliceMonth], list[str]]:
    """Leave out forces nothing of which ever lay in the district; a quiet month of others stays."""
    here = {one.force for one in months if one.total or one.unmatched}
    for force in {one.force for one in months} - here:
        if unit.police_months.where(force=force):
            here.add(force)
    left_out = sorted({one.force or "unnamed" for one in months if one.force not in here})
    return [one for one in months if one.force in here], left_out


def _tallies(months: Iterable[PoliceMonth]) -> Iterable[KindTally]:
    every = tuple(months)
    for kind in PoliceFigure:
        own = [one for one in every if one.kind is kind]
        if own:
            yield KindTally(
                kind=kind,
                months=tuple(sorted({one.month for one in own})),
                placed=sum(one.total for one in own),
                unplaced=sum(one.unplaced for one in own),
                outside=sum(one.outside for one in own),
            )
