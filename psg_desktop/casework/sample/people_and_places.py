"""Everybody and everywhere in the sample: made up, and meant to look made up.

The district of Fenmarket, its streets and its postcodes (FM is no postcode area) do not exist.
"""

from psg_desktop.domain.agencies import AgencyKind, Standing
from psg_desktop.domain.places import PlaceKind

PARTNERSHIP = "Fenmarket Community Safety Partnership"
CONFIDENTIALITY = (
    "What is said here is shared to prevent crime and disorder, under the partnership's "
    "information sharing agreement. It is used for that purpose only and not passed on outside "
    "this group without the leave of whoever brought it. Papers are kept locked away and "
    "destroyed after use."
)

FIRST_NAMES = (
    "Wilfred", "Maureen", "Barnaby", "Clementine", "Desmond", "Ottoline", "Percival", "Winifred",
    "Łukasz", "Ėglė", "Ștefan", "Siobhán", "Anne-Marie", "Tomasz", "Zuzanna", "Rhiannon", "Darius",
    "Imogen", "Horace", "Philippa", "Kevin", "Sharon", "Dale", "Tracey", "Ravinder", "Fatima",
    "Obinna", "Mei", "Callum", "Jodie", "Lachlan", "Niamh", "Gwendoline", "Bartholomew", "Rosalind",
    "Edmund",
)  # fmt: skip
SURNAMES = (
    "Tansleyford", "Quillfeather", "Marrowby", "Fenwhistle", "Dabberwick", "Thistlemarsh",
    "Bramblewicz", "Sedgeaitė", "Mosscariu", "O'Reedley", "Sedgewick-Loam", "Wherryman",
    "Ostlerby", "Pumphandle", "Cattermoor", "Drovergate", "Lodebank", "Eelwright", "Starlingham",
    "Peatcutter", "Osierholt", "MacReedie", "Washbourne-Fen", "Coateslip", "Dykemaster",
    "Turfgrave", "Plashfield", "Wickencroft",
)  # fmt: skip
NICKNAMES = {
    "Wilfred": "Wilf", "Maureen": "Mo", "Barnaby": "Barney", "Clementine": "Clem",
    "Desmond": "Des", "Ottoline": "Otty", "Percival": "Percy", "Winifred": "Win",
    "Łukasz": "Lukey", "Ėglė": "Egi", "Ștefan": "Stef", "Siobhán": "Shiv", "Anne-Marie": "Annie",
    "Tomasz": "Tomek", "Zuzanna": "Zuza", "Rhiannon": "Rhi", "Darius": "Daz", "Imogen": "Immy",
    "Horace": "Hozza", "Philippa": "Pip", "Kevin": "Kev", "Sharon": "Shaz", "Dale": "Big Dale",
    "Tracey": "Trace", "Ravinder": "Rav", "Fatima": "Tima", "Obinna": "Obi", "Mei": "Mimi",
    "Callum": "Cal", "Jodie": "Jode", "Lachlan": "Lachie", "Niamh": "Neevie",
    "Gwendoline": "Gwen", "Bartholomew": "Bart", "Rosalind": "Roz", "Edmund": "Ted",
}  # fmt: skip
# By the short name of their agency; the first of each is whom the others ring.
OFFICERS = {
    "Police": ("PC Verity Millrace", "Sgt Noel Hatherwick"),
    "Council": ("Joan Cloverley", "Tess Appleyard-Dunne"),
    "County": ("Imran Pellow", "Hester Blackdyke"),
    "Fire": ("Bethan Oxlade", "Owen Galeford"),
    "Probation": ("Gareth Tuppenny", "Delphine Marshgate"),
    "Health": ("Lorna Withybed", "Osric Lambsedge"),
    "Mental health": ("Sam Quarrington", "Yolande Teasdale-Reed"),
    "Housing": ("Nadia Fernhill", "Marek Willowski"),
    "Turning Tide": ("Colin Sparrowgate", "Bronagh Siltmere"),
}
STREETS = (
    "Teasel Close", "Mardle Lane", "Dockett Street", "Lode Bank", "Sedge Drove", "Windpump Road",
    "Heron Walk", "Osier Way", "Old Saltern Street", "Turf Fen Lane", "Eelcatcher Row",
    "Bulrush Avenue", "Staithe Hill", "Cuckoo Drove",
)  # fmt: skip
POSTCODES = ("FM1 1AA", "FM1 2QX", "FM2 3LD", "FM2 4NB", "FM3 5PT", "FM3 6HR", "FM4 7JW")
# What each is called, its kind, and the street it lies in.
PLACES = (
    ("Mallard Green recreation ground", PlaceKind.PARK, "Teasel Close"),
    ("Fenmarket bus station", PlaceKind.STATION, "Mardle Lane"),
    ("The Drover's Lantern", PlaceKind.LICENSED_PREMISES, "Dockett Street"),
    ("Staithe Hill car park", PlaceKind.CAR_PARK, "Staithe Hill"),
    ("Osier Way shops", PlaceKind.SHOP, "Osier Way"),
    ("Windpump estate", PlaceKind.ESTATE, "Windpump Road"),
    ("Fenmarket High Street", PlaceKind.TOWN_CENTRE, "Heron Walk"),
    ("Lode Bank underpass", PlaceKind.WATERSIDE, "Lode Bank"),
    ("Cuckoo Drove byway", PlaceKind.RURAL, "Cuckoo Drove"),
    ("Kingfisher House", PlaceKind.BLOCK, "Old Saltern Street"),
    ("Teasel Close garages", PlaceKind.PREMISES, "Teasel Close"),
    ("St Wendreda's churchyard", PlaceKind.PARK, "Eelcatcher Row"),
)
AGENCIES = (
    ("Fenshire Constabulary", "Police", AgencyKind.POLICE, Standing.RESPONSIBLE_AUTHORITY),
    ("Fenmarket District Council", "Council", AgencyKind.DISTRICT_COUNCIL,
     Standing.RESPONSIBLE_AUTHORITY),
    ("Fenshire County Council", "County", AgencyKind.COUNTY_COUNCIL,
     Standing.RESPONSIBLE_AUTHORITY),
    ("Fenshire Fire and Rescue Service", "Fire", AgencyKind.FIRE_AND_RESCUE,
     Standing.RESPONSIBLE_AUTHORITY),
    ("Probation Service, Fenshire", "Probation", AgencyKind.PROBATION,
     Standing.RESPONSIBLE_AUTHORITY),
    ("NHS Fenshire Integrated Care Board", "Health", AgencyKind.HEALTH,
     Standing.RESPONSIBLE_AUTHORITY),
    ("Fenshire Mental Health Trust", "Mental health", AgencyKind.MENTAL_HEALTH,
     Standing.CO_OPERATING_BODY),
    ("Wend Valley Homes", "Housing", AgencyKind.HOUSING_PROVIDER, Standing.CO_OPERATING_BODY),
    ("Turning Tide drug and alcohol service", "Turning Tide", AgencyKind.DRUG_AND_ALCOHOL,
     Standing.CO_OPERATING_BODY),
)  # fmt: skip
