"""What the sample cases about places and projects are about."""

from psg_desktop.casework.sample.story import Story
from psg_desktop.domain.cases import CaseKind

_PLACE = CaseKind.PLACE
_PROJECT = CaseKind.PROJECT

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
        also_called=("Half-term football league", "Football and homework club"),
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
        also_called=(
            "Lighting the way home",
            "Cameras and lighting after dark",
            "Bright paths",
            "Safer evenings in the town",
            "Lights for the parade of shops",
        ),
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
        also_called=("Know your right to a case review", "Listening to victims sooner"),
        focus=("asb_personal",),
        lead="Housing",
        problem="Leaflets, training for front-line staff and a simpler web form.",
        actions=(("Housing", "Train forty staff"), ("Council", "Publish the new form")),
        notes=("Training for the first twelve staff.",),
        decisions=("Green for delivery and spend.",),
    ),
)
