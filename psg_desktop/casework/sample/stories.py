"""What the sample cases are about; names in braces are filled in from the made-up lists."""

from dataclasses import dataclass

from psg_desktop.domain.cases import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One kind of case.

    Attributes:
        lead: Short name of the agency that leads.
        actions: Short name of the owner, and what is done.
        notes: Entries of the chronology, oldest first.
        decisions: What reviews decided, oldest first.
        blocked: What stands in the way, "" where nothing does.
    """

    kind: CaseKind
    title: str
    focus: tuple[str, ...]
    lead: str
    problem: str
    actions: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    decisions: tuple[str, ...]
    blocked: str = ""


_PERSON = CaseKind.PERSON
_PLACE = CaseKind.PLACE
_PROJECT = CaseKind.PROJECT

PEOPLE = (
    Story(
        kind=_PERSON,
        title="Frequent calls to the emergency services at night",
        focus=("high_demand", "mental_health"),
        lead="Police",
        problem=(
            "{full} rings 999 most nights from {address}, often feeling unsafe rather than "
            "reporting a crime. Three calls in 30 days from one address met the threshold. "
            "{first}'s sister {relative} says the calls began after a bereavement."
        ),
        actions=(
            ("Mental health", "Offer {first} an assessment with the community team"),
            ("Police", "Agree one named contact and a call-handling plan for the control room"),
            ("Council", "Visit {full} at home with the community safety officer"),
            ("Health", "Ask the surgery for a review of medication"),
        ),
        notes=(
            "{full} rang 999 four times between midnight and 3am from {address}.",
            "{officer} visited. {first} was calm and spoke of the loss; the flat was cold.",
            "{relative} (sister) rang the council on {phone} and offered to stay at weekends.",
            "Fewer calls this week: {first} used the crisis line instead.",
        ),
        decisions=(
            "Keep on the active plan; assessment booked, one contact named.",
            "Calls have fallen; step down to monitoring if the next month holds.",
        ),
        blocked="No date yet from the community team for an assessment.",
    ),
    Story(
        kind=_PERSON,
        title="Home taken over by others",
        focus=("cuckooing", "drug_dealing"),
        lead="Police",
        problem=(
            "Neighbours report strangers coming and going at {address} at all hours. {full} is "
            "thought to be afraid of two men who stay there, one known as {nick}."
        ),
        actions=(
            ("Police", "Welfare visit to {address} with housing"),
            ("Housing", "Fit a secure door and review the tenancy of {full}"),
            ("Turning Tide", "Offer treatment and a key worker to {first}"),
            ("County", "Consider a safeguarding enquiry"),
        ),
        notes=(
            "Anonymous report of drug use and shouting at {address}.",
            "{officer} and housing visited. {first} said the visitors were friends.",
            "{first} rang from {phone} asking for help to make {nick} leave.",
            "Closure notice discussed with legal services.",
        ),
        decisions=(
            "High risk. Joint visit within 48 hours, then a closure notice if refused.",
            "Visitors gone for two weeks. Keep weekly visits.",
        ),
    ),
    Story(
        kind=_PERSON,
        title="Hoarding and fire risk in the home",
        focus=("hoarding", "fire_risk"),
        lead="Fire",
        problem=(
            "{full} lives alone at {address}. Rooms are full to the ceiling and heaters stand "
            "among papers. {first} has refused help twice."
        ),
        actions=(
            ("Fire", "Safe and well visit, and smoke alarms fitted"),
            ("Housing", "Agree one room at a time with {full}"),
            ("County", "Care needs assessment"),
        ),
        notes=(
            "Crew attended a small fire at {address}; no injuries.",
            "{first} let {officer} into the kitchen for the first time.",
            "{relative} will help clear the hallway at the weekend.",
        ),
        decisions=("Continue at the resident's pace. Alarms are in.", "Hallway clear; step down."),
    ),
    Story(
        kind=_PERSON,
        title="Street drinking and begging in the town centre",
        focus=("street_drinking", "substance_misuse", "rough_sleeping"),
        lead="Council",
        problem=(
            "{full}, also known as {nick}, drinks with others by the bus station and begs from "
            "shoppers. No fixed address since leaving {address} in the spring."
        ),
        actions=(
            ("Turning Tide", "Outreach twice a week, offer of detox"),
            ("Council", "Serve a community protection warning if behaviour continues"),
            ("Housing", "Housing first assessment for {first}"),
        ),
        notes=(
            "Shop staff at {street} report {nick} shouting at customers.",
            "{officer} met {first} at outreach; accepts a place at the night shelter.",
            "{first} failed to attend. Seen near {street} at 3pm.",
        ),
        decisions=(
            "Support first: outreach and housing offer before any notice.",
            "Warning served and explained; outreach goes on.",
        ),
        blocked="No bed at the night shelter for couples.",
    ),
    Story(
        kind=_PERSON,
        title="Neighbour dispute with threats",
        focus=("neighbour_dispute", "asb_personal", "noise"),
        lead="Housing",
        problem=(
            "{full} and the household next door to {address} accuse each other of noise, "
            "filming and threats. Police were called eleven times in three months. "
            "{relative}'s children no longer play outside."
        ),
        actions=(
            ("Housing", "Mediation offered to both households"),
            ("Police", "Acceptable behaviour contract drafted for {first}"),
            ("Council", "Noise equipment placed for two weeks"),
        ),
        notes=(
            "{relative} reports that {first} banged on the wall for an hour.",
            "Noise recordings show talking and a television, no statutory nuisance.",
            "Mediation: {first} came, the neighbour did not.",
            "Both signed the agreement with {officer}.",
        ),
        decisions=("Mediation before any tenancy action.", "Agreement signed; monitor four weeks."),
    ),
    Story(
        kind=_PERSON,
        title="Young person drawn into county lines",
        focus=("county_lines", "youth_asb", "missing"),
        lead="County",
        problem=(
            "{full} has gone missing four times since the summer and was found with cash and a "
            "second phone. School says {first} has stopped coming. Mother {relative} is worried."
        ),
        actions=(
            ("County", "Strategy meeting and return interview"),
            ("Police", "Mapping of associates and disruption visits"),
            ("Health", "School nurse to see {first}"),
        ),
        notes=(
            "{first} missing from {address} for two nights; found at the bus station.",
            "{relative} handed in a phone, number {phone}.",
            "Return interview: {first} spoke about an older boy called {nick}.",
        ),
        decisions=(
            "External group leads on exploitation; PSG supports with disruption.",
            "No missing episode for a month. Keep the plan.",
        ),
    ),
    Story(
        kind=_PERSON,
        title="Shop theft by a prolific offender",
        focus=("retail_crime", "reoffending", "substance_misuse"),
        lead="Probation",
        problem=(
            "{full} steals from shops in {street} almost daily to pay for drugs, and spat at a "
            "member of staff. Licence conditions end in the autumn."
        ),
        actions=(
            ("Probation", "Licence review and exclusion zone"),
            ("Turning Tide", "Same-day prescribing appointment for {first}"),
            ("Police", "Application for a criminal behaviour order"),
        ),
        notes=(
            "{nick} took meat from the shop in {street} at 11am, reference 35/48213/26.",
            "Appeared in court; order deferred.",
            "{first} attended prescribing three weeks in a row.",
        ),
        decisions=("Order and treatment together.", "No theft in four weeks."),
    ),
    Story(
        kind=_PERSON,
        title="Repeated scams of an older resident",
        focus=("fraud",),
        lead="Council",
        problem=(
            "{full} of {address} has paid roofers and callers who return each month. "
            "Nephew {relative} found receipts for many thousands of pounds."
        ),
        actions=(
            ("Council", "Call blocker fitted and no-cold-calling sign"),
            ("Police", "Bank protocol marker for {full}"),
            ("County", "Befriending referral"),
        ),
        notes=(
            "{relative} rang on {phone}: a van was outside again.",
            "{officer} visited with trading standards and took a statement from {first}.",
        ),
        decisions=("Protective measures in place within a week.", "No payment since the visit."),
    ),
)
PLACES = (
    Story(
        kind=_PLACE,
        title="Gatherings and damage at a recreation ground",
        focus=("youth_asb", "criminal_damage"),
        lead="Council",
        problem=(
            "Up to thirty young people gather at {place} on Friday nights. Benches have been "
            "burnt and residents of {street} report abuse. {full} has complained six times."
        ),
        actions=(
            ("Council", "Lighting and camera survey"),
            ("Police", "Patrol plan for Friday and Saturday nights"),
            ("County", "Detached youth work for twelve weeks"),
        ),
        notes=(
            "Fire crew called to burning benches at {place}.",
            "{full} of {address} sent photographs.",
            "Youth workers met twenty young people; half asked for somewhere dry to go.",
        ),
        decisions=("Youth work and patrols for the summer.", "Reports halved since lighting."),
    ),
    Story(
        kind=_PLACE,
        title="Drug dealing and rough sleeping in a car park",
        focus=("drug_dealing", "rough_sleeping"),
        lead="Police",
        problem=(
            "Staff at {place} find needles most mornings. A dealer known as {nick} uses the top "
            "level after dark."
        ),
        actions=(
            ("Council", "Close the top level at 8pm and repair the door"),
            ("Police", "Plain-clothes patrols for two weeks"),
            ("Turning Tide", "Outreach and needle bins"),
        ),
        notes=(
            "Needles counted: 41 in one week.",
            "{nick} stopped and searched near {street}; nothing found.",
            "Top level closed from 8pm.",
        ),
        decisions=("Design changes first, then enforcement.", "Needle finds down by half."),
        blocked="The car park's owner has not agreed to pay for a new door.",
    ),
    Story(
        kind=_PLACE,
        title="Night-time disorder at licensed premises",
        focus=("night_time_economy", "serious_violence"),
        lead="Police",
        problem=(
            "Fights outside {place} after midnight, two with injuries. The licensee, {full}, has "
            "been asked for door staff."
        ),
        actions=(
            ("Police", "Licence review application"),
            ("Council", "Meet the licensee about dispersal and taxis"),
            ("Health", "Share injury data by night and hour"),
        ),
        notes=(
            "Two men injured outside {place}; one taken to hospital.",
            "{full} agreed to door staff on Saturdays.",
        ),
        decisions=("Voluntary measures for eight weeks, then review the licence.",),
    ),
    Story(
        kind=_PLACE,
        title="Hare coursing and damage to crops",
        focus=("rural_crime",),
        lead="Police",
        problem=(
            "Vehicles cross fields by {place} from October. Farmer {full} of {address} was "
            "threatened when he closed a gate."
        ),
        actions=(
            ("Police", "Rural patrol on Sundays and a shared number list"),
            ("Council", "Ditch and gate grants"),
        ),
        notes=(
            "Three vehicles seen by {full}, one plate partly read.",
            "Ditches dug at two crossings.",
        ),
        decisions=("Target hardening before the season.", "One incident this season."),
    ),
    Story(
        kind=_PLACE,
        title="Fly-tipping and arson behind garages",
        focus=("fly_tipping", "fire_risk"),
        lead="Council",
        problem=(
            "Waste is dumped weekly at {place} and was set alight twice. {full} at {address} has "
            "given a statement."
        ),
        actions=(
            ("Council", "Clear, sign and install a camera"),
            ("Fire", "Advice to owners of garages"),
            ("Housing", "Demolish two empty garages"),
        ),
        notes=("Two vans seen by {full}.", "Camera installed; one penalty notice served."),
        decisions=("Clear and watch for three months.", "No tipping for eight weeks."),
    ),
)
PROJECTS = (
    Story(
        kind=_PROJECT,
        title="Diversionary football for young people",
        focus=("youth_asb",),
        lead="County",
        problem="Friday football near {place}, with a youth worker, for forty young people.",
        actions=(
            ("County", "Quarterly report against the first objectives"),
            ("Police", "Officers to join one session a month"),
        ),
        notes=("Thirty-one young people came to the first session.", "Floodlights failed twice."),
        decisions=("On track; spend to profile.",),
    ),
    Story(
        kind=_PROJECT,
        title="Safer streets lighting",
        focus=("violence_against_women", "criminal_damage"),
        lead="Council",
        problem="New lighting and cameras on {street} and at {place}.",
        actions=(
            ("Council", "Order columns and agree wayleaves"),
            ("Police", "Before and after survey of residents"),
        ),
        notes=("Contractor appointed.", "Two columns delayed by cable works."),
        decisions=("Amber for delivery: wayleaves late.",),
        blocked="A wayleave has been waiting for the landowner for six weeks.",
    ),
    Story(
        kind=_PROJECT,
        title="Community trigger awareness",
        focus=("asb_personal",),
        lead="Housing",
        problem="Leaflets, training for front-line staff and a simpler web form.",
        actions=(("Housing", "Train forty staff"), ("Council", "Publish the new form")),
        notes=("Training for the first twelve staff.",),
        decisions=("Green for delivery and spend.",),
    ),
)
