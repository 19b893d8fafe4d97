"""The wards of the sample's district, which does not exist, brought in as a council would do it."""

from psg_desktop.casework.office import Office
from psg_desktop.casework.partnership import ward_boundaries
from psg_desktop.domain.partnership import WardGroup
from psg_desktop.paths import resource

# Drawn by `tests/tools/draw_fenmarket.py`: an island in the Wash, where there is only sea.
BOUNDARIES = "sample/fenmarket_wards.geojson"
# By code, from A to Z; no ward in England has such a code.
WARDS = {
    "FEN01": "Fenmarket Castle",
    "FEN02": "Fenmarket Staithe",
    "FEN03": "Lode Bank",
    "FEN04": "Osier Fen",
    "FEN05": "Saltern",
    "FEN06": "Sedge Drove",
    "FEN07": "Teasel",
    "FEN08": "Turf Fen",
    "FEN09": "Wend Valley",
    "FEN10": "Windpump",
}
_CODES = {name: code for code, name in WARDS.items()}
_STREETS = {
    "Teasel Close": "Teasel",
    "Mardle Lane": "Fenmarket Castle",
    "Dockett Street": "Fenmarket Staithe",
    "Lode Bank": "Lode Bank",
    "Sedge Drove": "Sedge Drove",
    "Windpump Road": "Windpump",
    "Heron Walk": "Fenmarket Castle",
    "Osier Way": "Osier Fen",
    "Old Saltern Street": "Saltern",
    "Turf Fen Lane": "Turf Fen",
    "Eelcatcher Row": "Fenmarket Staithe",
    "Bulrush Avenue": "Windpump",
    "Staithe Hill": "Fenmarket Staithe",
    "Cuckoo Drove": "Wend Valley",
}
_GROUPS = {
    "Fenmarket town": ("Fenmarket Castle", "Fenmarket Staithe"),
    "East Fenmarket": ("Saltern", "Teasel", "Windpump"),
    "The fen villages": ("Lode Bank", "Osier Fen", "Sedge Drove", "Turf Fen", "Wend Valley"),
}
GROUPS = tuple(
    WardGroup(name=name, wards=tuple(_CODES[one] for one in wards))
    for name, wards in _GROUPS.items()
)


def ward_of(street: str) -> str:
    """Give the code of the ward a street of the sample lies in."""
    return _CODES[_STREETS[street]]


def tell(office: Office) -> None:
    """Bring in the wards from the file that comes with the program."""
    found = ward_boundaries.look(office, resource(BOUNDARIES))
    ward_boundaries.bring_in(office, found)
