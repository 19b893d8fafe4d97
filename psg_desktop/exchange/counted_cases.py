"""Finds the case a row of counts is about, by its reference or by whom it is about."""

from dataclasses import dataclass, field

from psg_desktop.domain.cases import CaseState
from psg_desktop.domain.text import fold
from psg_desktop.exchange.assembly import person_of, place_of, project_of
from psg_desktop.exchange.fields import Field
from psg_desktop.exchange.known import Known, reference_key
from psg_desktop.exchange.row_values import RowValues
from psg_desktop.exchange.sheets import listed
from psg_desktop.exchange.troubles import Remark, Trouble

_WRITE = "Write the reference of the case, or leave the row out."


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedCase:
    """The case of a row: identifier and reference, "" where it was not found for a reason told."""

    id: str = ""
    label: str = field(default="", repr=False)
    remarks: tuple[Remark, ...] = ()


def counted_case(values: RowValues, known: Known) -> CountedCase:
    """Find the case of a row; a reference comes before a name."""
    written = values.line(Field.REFERENCE)
    found = known.cases.get(reference_key(written)) if written else None
    if found is not None:
        facts = known.case_facts.get(found.id)
        if facts is not None and facts.state is CaseState.CLOSED:
            return _refused(
                Trouble.CASE_CLOSED,
                f"Case {found.label} is closed, so that nothing can be counted in it.",
                "Open it again first, or leave the row out.",
            )
        return CountedCase(id=found.id, label=found.label)
    names = _names(values)
    if not names:
        return _refused(Trouble.NO_CASE, "The row does not say whose case is counted.", _WRITE)
    return _by_name(names, known, names[0])


def _names(values: RowValues) -> list[str]:
    """Give the keys a case may be named by, the surest first."""
    written = values.line(Field.REFERENCE)
    person, place = person_of(values), place_of(values, with_person=False)
    project = project_of(values)
    names = [
        f"{person.full_name}|{person.born.isoformat()}" if person and person.born else "",
        person.full_name if person and not person.born else "",
        place.name if place else "",
        place.address if place else "",
        project.name if project else "",
        written,
    ]
    return list(filter(None, names))


def _by_name(names: list[str], known: Known, first: str) -> CountedCase:
    shown = first.partition("|")[0]
    for name in names:
        ids = known.cases_named.get(fold(name), ())
        labels = sorted(known.case_facts[one].label for one in ids)
        if len(ids) > 1:
            return _refused(
                Trouble.SEVERAL_CASES,
                f"\u201c{shown}\u201d has {len(ids)} open cases: {listed(labels)}.",
                _WRITE,
            )
        if ids:
            return CountedCase(id=ids[0], label=labels[0])
    return _refused(
        Trouble.NO_CASE,
        f"No case has the reference \u201c{shown}\u201d, and no open case is about anybody or "
        "anywhere of that name.",
        _WRITE,
    )


def _refused(trouble: Trouble, sentence: str, advice: str) -> CountedCase:
    return CountedCase(remarks=(Remark(trouble=trouble, sentence=sentence, advice=advice),))
