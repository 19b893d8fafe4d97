"""What is printed instead of an identity, and how it is recognised again."""

import re
from typing import Final

PLACEHOLDER: Final = re.compile(
    r"\[(?:(?:Person|Officer|Household) [A-Z]\d{0,3}|(?:Address|Street|Place) \d{1,4}"
    r"|postcode|phone|e-mail|web address|identifier|reference|vehicle|date of birth|date|age"
    r"|NHS number|National Insurance number|crime reference|name or place|number|local agency)\]"
)
