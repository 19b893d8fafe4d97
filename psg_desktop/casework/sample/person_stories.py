"""What the sample cases about people are about."""

from psg_desktop.casework.sample.story import Story
from psg_desktop.domain.cases import CaseKind

_PERSON = CaseKind.PERSON

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
        ages=(16, 18),
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
        ages=(72, 93),
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
