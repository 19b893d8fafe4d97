"""What demand is counted by, and when it is high: the partnership's own lists."""

from psg_desktop.casework.office import Office
from psg_desktop.domain.changes import Act
from psg_desktop.domain.demand import DemandMeasure, DemandTrigger
from psg_desktop.domain.refusals import Problem, refuse
from psg_desktop.reference import demand as shipped


def first_measures(office: Office) -> list[DemandMeasure]:
    """Give the measures a new vault starts with."""
    return [
        DemandMeasure(id=office.new_id(), code=code, name=name) for code, name in shipped.measures()
    ]


def first_triggers(office: Office) -> list[DemandTrigger]:
    """Give the triggers a new vault starts with."""
    return [
        DemandTrigger(
            id=office.new_id(),
            name=one.name,
            measures=one.measures,
            at_least=one.at_least,
            months=one.months,
            caution=one.caution,
            source=one.source,
        )
        for one in shipped.triggers()
    ]


def measures(office: Office) -> tuple[DemandMeasure, ...]:
    """Read every measure, those out of force included."""
    with office.reading() as unit:
        return unit.demand_measures.all()


def triggers(office: Office) -> tuple[DemandTrigger, ...]:
    """Read every trigger, those out of force included."""
    with office.reading() as unit:
        return unit.demand_triggers.all()


def save_measure(office: Office, measure: DemandMeasure) -> None:
    """Keep a new or changed measure; what was counted by it stays.

    Raises:
        Refused: Another measure has its name.
    """
    with office.working(Act.SAVE_SETTINGS) as unit:
        others = (one for one in unit.demand_measures.all() if one.id != measure.id)
        if any(one.name.casefold() == measure.name.strip().casefold() for one in others):
            raise refuse("name", Problem.ALREADY_THERE)
        unit.demand_measures.put(measure)


def save_trigger(office: Office, trigger: DemandTrigger) -> None:
    """Keep a new or changed trigger."""
    with office.working(Act.SAVE_SETTINGS) as unit:
        unit.demand_triggers.put(trigger)
