"""What offices call the measures of demand this program ships, beside their names."""

from collections.abc import Mapping

MEASURE_WORDS: Mapping[str, tuple[str, ...]] = {
    code: tuple(listed.split("|"))
    for code, listed in {
        "police_999": "999|999 calls|police 999|emergency calls to police|police 999 calls",
        "police_101": "101|101 calls|police 101|non emergency calls to police|police 101 calls",
        "deployments": "deployments|police attendances|police deployment|units deployed",
        "custody": "custody|arrests|custody records|detentions|detained",
        "s136": "s136|s 136|section 136|136|s.136 detentions|s136 detentions",
        "ambulance": "ambulance|ambulances|ambulance 999|ambulance attendances|999 ambulance"
        "|calls to the ambulance service|ambulance incidents",
        "emergency_department": "a&e|ed|emergency department|accident and emergency"
        "|a&e attendances|ed attendances|hospital attendances",
        "fire": "fire|fire service|fire and rescue|fire service calls|fire incidents",
        "council_complaints": "council complaints|complaints|complaints to council"
        "|noise complaints",
        "housing_contacts": "housing|housing contacts|contacts to housing|landlord contacts",
        "other": "other|others|other contact",
    }.items()
}
