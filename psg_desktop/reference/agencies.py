"""Who usually sits round the table of a district: a first proposal to change, not a register.

Responsible authorities are those of section 5 of the Crime and Disorder Act 1998: councils,
police, fire and rescue, probation, and health.
"""

from dataclasses import dataclass

from psg_desktop.reference.districts import District, district

RESPONSIBLE = "responsible_authority"
CO_OPERATING = "co_operating_body"
INVITED = "invited"


@dataclass(frozen=True, slots=True, kw_only=True)
class DefaultAgency:
    """An agency to propose.

    Attributes:
        name: Official name, or a plain description where the body is not known.
        short_name: For grids.
        kind: "police", "district_council", "housing_provider" and so on, as the domain names them.
        standing: "responsible_authority", "co_operating_body" or "invited".
        known: False where the name is only a description that asks to be replaced.
    """

    name: str
    short_name: str
    kind: str
    standing: str
    known: bool = True


def agencies_for(district_code: str) -> tuple[DefaultAgency, ...]:
    """Give the agencies to start with in a district, responsible authorities first.

    The code is a GSS code; for one that is not known, only descriptions are proposed.
    """
    home = district(district_code)
    return (*(_of(home) if home else _UNKNOWN), *_ANYWHERE)


def _of(home: District) -> tuple[DefaultAgency, ...]:
    probation = f"Probation Service, {home.probation} region"
    found = [
        _named(home.council, "Council", "district_council"),
        _named(home.county_council, "County", "county_council") if home.county_council else None,
        _named(home.police, "Police", "police"),
        _named(home.fire, "Fire", "fire_and_rescue"),
        _named(probation, "Probation", "probation"),
        _named(home.care_board, "Health", "health") if home.care_board else _HEALTH,
        _named(home.mental_health_trust, "Mental health", "mental_health", CO_OPERATING)
        if home.mental_health_trust
        else _MENTAL_HEALTH,
        _named(home.ambulance_service, "Ambulance", "ambulance", CO_OPERATING)
        if home.ambulance_service
        else _AMBULANCE,
    ]
    return tuple(agency for agency in found if agency)


def _named(name: str, short_name: str, kind: str, standing: str = RESPONSIBLE) -> DefaultAgency:
    return DefaultAgency(name=name, short_name=short_name, kind=kind, standing=standing)


def _described(name: str, short_name: str, kind: str, standing: str) -> DefaultAgency:
    return DefaultAgency(
        name=name, short_name=short_name, kind=kind, standing=standing, known=False
    )


_HEALTH = _described("NHS integrated care board", "Health", "health", RESPONSIBLE)
_MENTAL_HEALTH = _described(
    "NHS mental health trust", "Mental health", "mental_health", CO_OPERATING
)
_AMBULANCE = _described("Ambulance service", "Ambulance", "ambulance", CO_OPERATING)
_UNKNOWN = (
    _described("District or borough council", "Council", "district_council", RESPONSIBLE),
    _described("Police force", "Police", "police", RESPONSIBLE),
    _described("Fire and rescue service", "Fire", "fire_and_rescue", RESPONSIBLE),
    _described("Probation Service", "Probation", "probation", RESPONSIBLE),
    _HEALTH,
    _MENTAL_HEALTH,
    _AMBULANCE,
)
_ANYWHERE = (
    _described("Housing provider", "Housing", "housing_provider", CO_OPERATING),
    _described("Drug and alcohol service", "Drug and alcohol", "drug_and_alcohol", INVITED),
    _described("Youth justice service", "Youth justice", "youth_justice", CO_OPERATING),
    _described("Victim service", "Victims", "victim_service", INVITED),
)
