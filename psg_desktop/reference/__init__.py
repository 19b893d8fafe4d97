"""What the program ships and can look up, as frozen values.

tokens        colours, type, spacing
districts     English districts with their partnership, police, fire and county
wards         ward codes and names, and the ward of a postcode
boundaries    outlines of wards, for maps
postcodes     the shape of a postcode
agencies      who usually sits round the table in a district
workdays      bank holidays of England and Wales, working days
lists         focus areas, closure reasons, external groups, review intervals
"""
